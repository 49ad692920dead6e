import { Flex, Modal } from '@mantine/core'
import { useState } from 'react'
import { type Action, cancelAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { Note } from '../../../ui/feedback/note.tsx'
import { toast } from '../../../ui/feedback/toast.ts'
import { useCamera } from '../../../ui/form/use-camera.ts'
import styles from './photo.module.css'

interface CameraDialogProps {
  /** Name of the person, if photos of several are taken. */
  title?: string
  /** Continues without this person. */
  skip?: Action
  /** Gets the whole picture of the camera. */
  onPicture: (picture: ImageBitmap) => unknown
  onCancel: () => void
}

/** The camera of this PC; Enter takes a picture. The camera is switched off when the dialog is unmounted. */
export function CameraDialog({ title = 'Ambil foto dari kamera', skip, onPicture, onCancel }: CameraDialogProps) {
  useReturnFocus()
  const { show, video, error } = useCamera()
  const [seen, setSeen] = useState(false)
  useActions([skip], 'dialog')
  const problem = error === null ? null : formatCamera(error)

  async function take() {
    if (!video || !seen) return
    const picture = await pictureOf(video)
    if (picture) await onPicture(picture)
    else toast('Gambar kamera belum terbaca. Tekan Enter sekali lagi.', { refused: true })
  }

  return (
    <Modal opened onClose={onCancel} title={title} size={520}>
      <Flex direction="column" gap="1rem">
        {problem !== null ? (
          <Note tone="err" live>
            {problem}
          </Note>
        ) : (
          <video
            ref={show}
            className={styles.camera}
            aria-label="Gambar kamera"
            autoPlay
            playsInline
            muted
            onLoadedData={() => setSeen(true)}
          />
        )}
        <div className={styles.actions}>
          {skip ? <ActionButton action={skip} /> : <span />}
          <ActionButton action={cancelAction(onCancel)} />
          <ActionButton
            autoFocus
            action={{
              label: 'Ambil foto',
              keys: 'Enter',
              tone: 'primary',
              refused: seen ? undefined : (problem ?? 'Kamera sedang dibuka.'),
              run: take,
            }}
          />
        </div>
      </Flex>
    </Modal>
  )
}

/** The present frame. Copying can fail while a frame is replaced, so the next one is tried; null if all fail. */
async function pictureOf(video: HTMLVideoElement): Promise<ImageBitmap | null> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await createImageBitmap(video)
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  return null
}

function formatCamera(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError') return 'Kamera tidak diizinkan. Izinkan Balai memakai kamera di pengaturan Windows.'
  if (name === 'NotReadableError') return 'Kamera sedang dipakai program lain. Tutup program itu, lalu coba lagi.'
  return 'Tidak ada kamera di komputer ini. Sambungkan kamera, atau pilih berkas foto.'
}
