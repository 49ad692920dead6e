import { Flex, TextInput } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconPhotoPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Provisions } from '../../../shared/features/provision/contract.ts'
import { mostPictures } from '../../../shared/features/provision/provision.ts'
import { api, useCommand } from '../../app/client.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { useObjectUrl } from '../../app/file/use-object-url.ts'
import { useSerial } from '../../app/use-serial.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import { readPictureFile } from '../../ui/form/picture-file.ts'
import { Columns } from '../../ui/page/columns.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './provision.module.css'
import type { SectionProps } from './provision-path.ts'

type Photo = Provisions['pictures'][number]

/** Enough for 85 mm at 400 dpi; phones take pictures four times as large. */
const mostPixels = 1400

/** Foto: dropped, ordered and captioned; six are printed on a page. */
export function PhotosSection({ code, provisions, locked }: SectionProps) {
  const { pictures } = provisions
  const add = useCommand(api.provision.addPicture)
  const arrange = useSharedCommand(api.provision.savePictures, { whole: true, label: ({ row = '' }) => row })
  const remove = useCommand(api.provision.removePicture, { done: () => 'Foto dihapus.' })
  const serial = useSerial()
  const [unread, setUnread] = useState<string | null>(null)
  const [leaving, setLeaving] = useState<Photo | null>(null)
  const error = unread ?? add.error ?? arrange.error ?? remove.error

  async function take(file: File) {
    setUnread(null)
    await serial(async () => {
      try {
        const scaled = await readPictureFile(file, mostPixels)
        await add.run({ code, file: scaled, caption: '' })
      } catch {
        setUnread(`“${file.name}” bukan foto yang dapat dibaca. Pakai JPEG atau PNG.`)
      }
    })
  }
  function put(next: Photo[]) {
    void serial(() => arrange.run({ code, pictures: next, seen: pictures }))
  }
  function move(index: number, by: -1 | 1) {
    const next = [...pictures]
    const [photo] = next.splice(index, 1)
    if (!photo) return
    next.splice(index + by, 0, photo)
    put(next)
  }

  return (
    <>
      {arrange.choice}
      <ErrorNote error={error} />
      {locked === undefined && (
        <FileDrop
          label="Foto dokumentasi"
          accept="image/jpeg,image/png"
          icon={IconPhotoPlus}
          several
          pending={add.pending}
          onFile={take}
        >
          Jatuhkan foto di sini, boleh beberapa sekaligus. JPEG atau PNG, paling banyak {mostPictures} foto.
        </FileDrop>
      )}
      {pictures.length > 0 && (
        <Panel title="Foto" facts={`${pictures.length} foto, ${Math.ceil(pictures.length / 6)} halaman`}>
          <Columns component="ol" widths="repeat(auto-fill, minmax(15rem, 1fr))" align="stretch">
            {pictures.map((photo, index) => (
              <Flex component="li" key={photo.fileId} miw={0} direction="column" gap="0.5rem">
                <Thumbnail code={code} photo={photo} number={index + 1} />
                <Caption
                  key={photo.caption}
                  photo={photo}
                  number={index + 1}
                  onCaption={caption => put(pictures.map(one => (one === photo ? { ...one, caption } : one)))}
                />
                <span className={styles.moves}>
                  <span>
                    <ActionButton
                      size="xs"
                      icon={IconArrowLeft}
                      label={`Maju, foto ${index + 1}`}
                      refused={index === 0 ? 'Sudah paling depan.' : locked}
                      onAction={() => move(index, -1)}
                    >
                      Maju
                    </ActionButton>
                    <ActionButton
                      size="xs"
                      icon={IconArrowRight}
                      label={`Mundur, foto ${index + 1}`}
                      refused={index === pictures.length - 1 ? 'Sudah paling belakang.' : locked}
                      onAction={() => move(index, 1)}
                    >
                      Mundur
                    </ActionButton>
                  </span>
                  <ActionButton
                    size="xs"
                    tone="quiet"
                    icon={IconTrash}
                    label={`Hapus foto ${index + 1}`}
                    refused={locked}
                    onAction={() => setLeaving(photo)}
                  >
                    Hapus
                  </ActionButton>
                </span>
              </Flex>
            ))}
          </Columns>
        </Panel>
      )}
      <ConfirmDialog
        opened={leaving !== null}
        title={`Hapus foto “${leaving?.caption || 'tanpa keterangan'}”?`}
        action="Hapus foto"
        tone="danger"
        onAction={async () => {
          if (leaving) await remove.run({ code, fileId: leaving.fileId })
          setLeaving(null)
        }}
        onCancel={() => setLeaving(null)}
      >
        Berkas fotonya ikut terhapus dari folder data.
      </ConfirmDialog>
    </>
  )
}

interface CaptionProps {
  photo: Photo
  number: number
  onCaption: (caption: string) => void
}

/** Saved on leaving the field and on Enter. */
function Caption({ photo, number, onCaption }: CaptionProps) {
  const [text, setText] = useState(photo.caption)
  function store() {
    if (text.trim() !== photo.caption) onCaption(text)
  }
  return (
    <TextInput
      {...field({ label: `Keterangan foto ${number}`, optional: true })}
      {...typing(text, setText)}
      maxLength={120}
      onBlur={store}
      onKeyDown={event => event.key === 'Enter' && store()}
    />
  )
}

function Thumbnail({ code, photo, number }: { code: string; photo: Photo; number: number }) {
  const { fileId } = photo
  const opened = useQuery({
    queryKey: ['documentation photo', code, fileId],
    queryFn: () => api.provision.openPicture.call({ code, fileId }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const address = useObjectUrl(opened.data?.file)
  return (
    <div className={styles.frame}>
      {address !== null && <img src={address} alt={photo.caption || `Foto ${number}`} />}
      {opened.isError && <Note tone="err">Foto {number} tidak dapat dibuka.</Note>}
    </div>
  )
}
