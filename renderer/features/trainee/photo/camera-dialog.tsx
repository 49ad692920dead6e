import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { Note } from '../../../ui/feedback/note.tsx'
import styles from './photo.module.css'

interface CameraDialogProps {
  /** Gets the picture as the camera sees it. */
  onPicture: (picture: ImageBitmap) => unknown
  onCancel: () => void
}

/** What the camera of this PC sees; Enter takes a picture. The camera is off as soon as the dialog is gone. */
export function CameraDialog({ onPicture, onCancel }: CameraDialogProps) {
  useReturnFocus()
  const video = useRef<HTMLVideoElement>(null)
  const [seen, setSeen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    let gone = false
    let stream: MediaStream | undefined
    const off = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    async function start() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 960 } } })
      if (gone) return off()
      if (video.current) video.current.srcObject = stream
    }
    start().catch((error: unknown) => {
      if (!gone) setProblem(formatCamera(error))
    })
    return () => {
      gone = true
      off()
    }
  }, [])

  async function take() {
    if (video.current && seen) await onPicture(await createImageBitmap(video.current))
  }

  return (
    <Modal opened onClose={onCancel} title="Ambil foto dari kamera" size={520}>
      <div className={styles.dialog}>
        {problem !== null ? (
          <Note tone="err" live>
            {problem}
          </Note>
        ) : (
          <video
            ref={video}
            className={styles.camera}
            aria-label="Gambar kamera"
            autoPlay
            playsInline
            muted
            onLoadedData={() => setSeen(true)}
          />
        )}
        <div className={styles.actions}>
          <span />
          <ActionButton keys="Esc" onAction={onCancel}>
            Batal
          </ActionButton>
          <ActionButton
            tone="primary"
            keys="Enter"
            autoFocus
            refused={seen ? undefined : (problem ?? 'Kamera sedang dibuka.')}
            onAction={take}
          >
            Ambil foto
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}

function formatCamera(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError') return 'Kamera tidak diizinkan. Izinkan Balai memakai kamera di pengaturan Windows.'
  if (name === 'NotReadableError') return 'Kamera sedang dipakai program lain. Tutup program itu, lalu coba lagi.'
  return 'Tidak ada kamera di komputer ini. Sambungkan kamera, atau pilih berkas foto.'
}
