import { Flex, Modal, Select } from '@mantine/core'
import { IconCamera, IconFolderOpen, IconPhoto } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Cohort, CohortTrainee } from '../../../../shared/features/cohort/contract.ts'
import { api, QueryBoundary, useRead } from '../../../app/client.ts'
import { type Action, cancelAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, ActionButtons, LinkAction } from '../../../ui/action/action-button.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { HiddenFile } from '../../../ui/form/hidden-file.tsx'
import layout from '../../../ui/page/layout.module.css'
import { PhotoDialog } from '../../trainee/photo/photo-dialog.tsx'
import styles from './class-photos.module.css'
import { PhotoRound } from './photo-round.tsx'
import { useFoundPhotos } from './use-found-photos.ts'

interface ClassPhotosDialogProps {
  cohort: Cohort
  members: readonly CohortTrainee[]
  onClose: () => void
}

/** Photos of a whole class: from a folder, matched by name or NIK, or one after the other with the camera. */
export function ClassPhotosDialog({ cohort, members, onClose }: ClassPhotosDialogProps) {
  useReturnFocus()
  const folder = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const people = members.filter(member => member.left === null)
  const having = useRead(api.trainee.matchPhotos, { ids: people.map(one => one.traineeId), files: [] })
  const photos = useFoundPhotos(people, onClose)
  const { found, unread, chosen } = photos
  const [cropping, setCropping] = useState<{ key: string; picture: ImageBitmap } | null>(null)
  const [round, setRound] = useState(false)
  const twice = chosen.find((one, at) => chosen.findIndex(other => other.traineeId === one.traineeId) !== at)

  const keep: Action = {
    label: chosen.length === 0 ? 'Simpan foto' : `Simpan ${chosen.length} foto`,
    widest: 'Simpan 16 foto',
    keys: 'Ctrl S',
    tone: 'primary',
    pending: photos.pending,
    refused:
      chosen.length === 0
        ? 'Pilih folder fotonya dulu.'
        : twice
          ? `${people.find(one => one.traineeId === twice.traineeId)?.name ?? ''} mendapat dua foto. Kosongkan salah satunya.`
          : undefined,
    run: photos.store,
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
          photos.change(cropping.key, { photo })
          setCropping(null)
        }}
      />
    )
  return (
    <Modal opened onClose={onClose} title={`Pas foto ${cohort.title}`} size={720}>
      <div className={layout.stack}>
        <HiddenFile ref={files} label="Berkas pas foto" accept="image/png,image/jpeg" several onFiles={photos.take} />
        <input
          ref={folder}
          type="file"
          // Missing in the types of React: chooses a whole folder.
          {...{ webkitdirectory: '' }}
          multiple
          hidden
          aria-label="Folder pas foto"
          onChange={event => void photos.take([...(event.currentTarget.files ?? [])])}
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
        <ErrorNote error={photos.error} />
        {unread.length > 0 && <p className={layout.err}>Bukan gambar: {unread.join(', ')}.</p>}
        {photos.reading && <p role="status">Membaca foto…</p>}
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
                    photos.change(one.key, {
                      traineeId: people.find(person => String(person.traineeId) === value)?.traineeId ?? null,
                    })
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
