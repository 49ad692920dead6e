import { Flex, UnstyledButton } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { mostFileMegabytes } from '../../../../shared/features/trainee/trainee-file.ts'
import { useMayRun } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { KeyCap } from '../../../ui/action/key-cap.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { HiddenFile } from '../../../ui/form/hidden-file.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { CameraDialog } from './camera-dialog.tsx'
import styles from './photo.module.css'
import { PhotoDialog } from './photo-dialog.tsx'

interface PhotoFieldProps {
  /** Data URL of a JPEG or PNG, 3 × 4. */
  photo: string | null
  onPhoto: (photo: string | null) => unknown
  /** Shown beside the photo: the scans. */
  children: ReactNode
  facts: string
}

/** The photo of a person: chosen, dropped here, or pasted anywhere on the page. */
export function PhotoField({ photo, onPhoto, facts, children }: PhotoFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [picture, setPicture] = useState<ImageBitmap | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const [camera, setCamera] = useState(false)

  const mayChange = useMayRun()({ needs: 'trainee.change' })

  const take = useCallback(
    async (file: File | undefined) => {
      if (!file || !mayChange) return
      const read = await createImageBitmap(file).catch(() => null)
      setProblem(read ? null : `“${file.name}” bukan gambar. Pilih foto JPEG atau PNG.`)
      setPicture(read)
    },
    [mayChange],
  )

  const busy = picture !== null || camera
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const file = [...(event.clipboardData?.files ?? [])].find(candidate => candidate.type.startsWith('image/'))
      // Finish the picture that is being cropped first.
      if (!file || busy) return
      event.preventDefault()
      void take(file)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [take, busy])

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  function close() {
    picture?.close()
    setPicture(null)
  }

  return (
    <Panel title="Foto dan berkas" facts={facts}>
      <Flex gap="0.875rem">
        <HiddenFile
          ref={input}
          label="Berkas pas foto"
          accept="image/png,image/jpeg"
          onFiles={([file]) => take(file)}
        />
        <UnstyledButton
          className={classNames(styles.box, photo !== null && styles.filled, over && styles.over)}
          aria-label={photo === null ? 'Pas foto 3 × 4, pilih berkas' : 'Ganti foto 3 × 4'}
          disabled={!mayChange}
          onClick={() => input.current?.click()}
          onDragOver={event => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          {photo === null ? (
            <>
              <IconCamera size={20} stroke={1.5} aria-hidden />
              Pas foto 3 × 4
            </>
          ) : (
            <img className={styles.photo} src={photo} alt="Pas foto peserta" />
          )}
        </UnstyledButton>
        {children}
      </Flex>
      <Flex className={layout.tiny} mt="0.625rem" direction="column" gap="0.5rem" lh="1.125rem">
        <Flex component="p" wrap="wrap" gap="0.75rem">
          <LinkAction needs="trainee.change" size="small" onAction={() => setCamera(true)}>
            Ambil dari kamera
          </LinkAction>
          {photo !== null && (
            <>
              <LinkAction needs="trainee.change" size="small" onAction={() => input.current?.click()}>
                Ganti foto
              </LinkAction>
              <LinkAction needs="trainee.change" size="small" onAction={() => void onPhoto(null)}>
                Hapus foto
              </LinkAction>
            </>
          )}
        </Flex>
        <p>
          Foto: jatuhkan di kotak, atau salin lalu <KeyCap>Ctrl V</KeyCap>. Berkas: PDF, JPEG, PNG, paling besar{' '}
          {mostFileMegabytes} MB.
        </p>
      </Flex>
      <ErrorNote error={problem} />
      {camera && (
        <CameraDialog
          onCancel={() => setCamera(false)}
          onPicture={seen => {
            setCamera(false)
            setProblem(null)
            setPicture(seen)
          }}
        />
      )}
      {picture && (
        <PhotoDialog
          picture={picture}
          onCancel={close}
          onPhoto={async cropped => {
            await onPhoto(cropped)
            close()
          }}
        />
      )}
    </Panel>
  )
}
