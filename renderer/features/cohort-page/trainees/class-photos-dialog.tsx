import { Flex, Modal, Select } from '@mantine/core'
import { IconCamera, IconFolderOpen, IconPhoto } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Cohort, CohortTrainee } from '../../../../shared/features/cohort/contract.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../../app/client.ts'
import { showWork } from '../../../app/frame/long-work.ts'
import { type Action, cancelAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, ActionButtons, LinkAction } from '../../../ui/action/action-button.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { HiddenFile } from '../../../ui/form/hidden-file.tsx'
import layout from '../../../ui/page/layout.module.css'
import { readPhoto } from '../../trainee/photo/draw-photo.ts'
import { PhotoDialog } from '../../trainee/photo/photo-dialog.tsx'
import styles from './class-photos.module.css'
import { PhotoRound } from './photo-round.tsx'

interface ClassPhotosDialogProps {
  cohort: Cohort
  members: readonly CohortTrainee[]
  onClose: () => void
}

/** A cropped picture and the person it belongs to. */
type Found = { key: string; file: File; photo: string; traineeId: TraineeId | null }

/** Number of photos in one call. */
const together = 10

/** Photos of a whole class: from a folder, matched by name or NIK, or one after the other with the camera. */
export function ClassPhotosDialog({ cohort, members, onClose }: ClassPhotosDialogProps) {
  useReturnFocus()
  const folder = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const people = members.filter(member => member.left === null)
  const having = useRead(api.trainee.matchPhotos, { ids: people.map(one => one.traineeId), files: [] })
  const [found, setFound] = useState<readonly Found[]>([])
  const [unread, setUnread] = useState<readonly string[]>([])
  const [reading, setReading] = useState(false)
  const [cropping, setCropping] = useState<{ key: string; picture: ImageBitmap } | null>(null)
  const [round, setRound] = useState(false)
  const save = useCommand(api.trainee.setPhotos)
  const chosen = found.filter(one => one.traineeId !== null)
  const twice = chosen.find((one, at) => chosen.findIndex(other => other.traineeId === one.traineeId) !== at)

  async function take(list: readonly File[]) {
    const pictures = list.filter(file => file.type.startsWith('image/'))
    if (pictures.length === 0) return setUnread(list.map(file => file.name).slice(0, 5))
    setReading(true)
    let stopped = false
    const work = showWork('Menyiapkan pas foto', () => {
      stopped = true
    })
    try {
      const { matches } = await api.trainee.matchPhotos.call({
        ids: people.map(one => one.traineeId),
        files: pictures.map(file => file.name),
      })
      const read: Found[] = []
      const bad: string[] = []
      for (const [at, file] of pictures.entries()) {
        work.say({ done: at, total: pictures.length })
        const photo = stopped ? null : await readPhoto(file)
        if (stopped) return
        if (photo === null) bad.push(file.name)
        else read.push({ key: `${at} ${file.name}`, file, photo, traineeId: matches[at] ?? null })
      }
      setFound(read.toSorted((a, b) => Number(a.traineeId !== null) - Number(b.traineeId !== null)))
      setUnread(bad)
    } finally {
      work.end()
      setReading(false)
    }
  }
  async function store() {
    let stopped = false
    const work = showWork('Menyimpan pas foto', () => {
      stopped = true
    })
    try {
      for (let at = 0; at < chosen.length && !stopped; at += together) {
        work.say({ done: at, total: chosen.length })
        const some = chosen.slice(at, at + together)
        const photos = some.flatMap(one => (one.traineeId ? [{ id: one.traineeId, photo: one.photo }] : []))
        if (!(await save.run({ photos }))) return
        // What is stored leaves the list: whoever stops here sees what is left.
        setFound(left => left.filter(one => !some.includes(one)))
      }
      if (!stopped) onClose()
    } finally {
      work.end()
    }
  }
  const keep: Action = {
    label: chosen.length === 0 ? 'Simpan foto' : `Simpan ${chosen.length} foto`,
    widest: 'Simpan 16 foto',
    keys: 'Ctrl S',
    tone: 'primary',
    pending: save.pending || reading,
    refused:
      chosen.length === 0
        ? 'Pilih folder fotonya dulu.'
        : twice
          ? `${people.find(one => one.traineeId === twice.traineeId)?.name ?? ''} mendapat dua foto. Kosongkan salah satunya.`
          : undefined,
    run: store,
  }
  const byCamera: Action = {
    label: 'Kamera, satu per satu',
    keys: 'Alt K',
    icon: IconCamera,
    run: () => setRound(true),
  }
  const pickFolder: Action = {
    label: 'Pilih folder foto',
    keys: 'Alt B',
    icon: IconFolderOpen,
    run: () => folder.current?.click(),
  }
  useActions([keep, byCamera, pickFolder], 'dialog')

  if (round)
    return (
      <PhotoRound
        people={people}
        having={having.data?.having ?? []}
        onClose={() => {
          setRound(false)
          void having.refetch()
        }}
      />
    )
  if (cropping)
    return (
      <PhotoDialog
        picture={cropping.picture}
        onCancel={() => setCropping(null)}
        onPhoto={photo => {
          setFound(found.map(one => (one.key === cropping.key ? { ...one, photo } : one)))
          setCropping(null)
        }}
      />
    )
  const choose = (key: string, id: TraineeId | null) =>
    setFound(found.map(one => (one.key === key ? { ...one, traineeId: id } : one)))
  return (
    <Modal opened onClose={onClose} title={`Pas foto ${cohort.title}`} size={720}>
      <div className={layout.stack}>
        <HiddenFile ref={files} label="Berkas pas foto" accept="image/png,image/jpeg" several onFiles={take} />
        <input
          ref={folder}
          type="file"
          // Missing in the types of React: chooses a whole folder.
          {...{ webkitdirectory: '' }}
          multiple
          hidden
          aria-label="Folder pas foto"
          onChange={event => void take([...(event.currentTarget.files ?? [])])}
        />
        <Flex wrap="wrap" gap="0.625rem">
          <ActionButton action={pickFolder} autoFocus />
          <ActionButton icon={IconPhoto} onAction={() => files.current?.click()}>
            Pilih beberapa berkas
          </ActionButton>
          <ActionButton action={byCamera} />
        </Flex>
        <p className={layout.note}>
          Foto dicocokkan dengan nama berkasnya: NIK, nama orang, atau nomor urut. Yang tidak cocok dipilih di sini.
        </p>
        <ErrorNote error={save.error} />
        {unread.length > 0 && <p className={layout.err}>Bukan gambar: {unread.join(', ')}.</p>}
        {reading && <p role="status">Membaca foto…</p>}
        {found.length === 0 ? (
          <QueryBoundary query={having} rows={4}>
            {({ having: ids }) => (
              <p className={layout.note}>
                {ids.length} dari {people.length} orang sudah mempunyai foto.{' '}
                {ids.length < people.length &&
                  `Belum: ${people
                    .filter(one => !ids.includes(one.traineeId))
                    .map(one => one.name)
                    .join(', ')}.`}
              </p>
            )}
          </QueryBoundary>
        ) : (
          <ul className={styles.found} aria-label="Foto yang dibaca">
            {found.map(one => (
              <li key={one.key}>
                <img className={styles.thumb} src={one.photo} alt="" />
                <span className={layout.cut} title={one.file.name}>
                  {one.file.name}
                </span>
                <Select
                  size="xs"
                  aria-label={`Foto ${one.file.name} milik`}
                  placeholder="Tidak dipakai"
                  searchable
                  clearable
                  data={people.map(person => ({ value: String(person.traineeId), label: person.name }))}
                  value={one.traineeId === null ? null : String(one.traineeId)}
                  onChange={value =>
                    choose(one.key, people.find(person => String(person.traineeId) === value)?.traineeId ?? null)
                  }
                />
                <LinkAction
                  size="small"
                  label={`Atur foto ${one.file.name}`}
                  onAction={() =>
                    void createImageBitmap(one.file).then(picture => setCropping({ key: one.key, picture }))
                  }
                >
                  Atur
                </LinkAction>
              </li>
            ))}
          </ul>
        )}
        <div className={layout.buttons}>
          <ActionButtons actions={[cancelAction(onClose), keep]} />
        </div>
      </div>
    </Modal>
  )
}
