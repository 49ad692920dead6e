import { Modal } from '@mantine/core'
import jsQR from 'jsqr'
import { useEffect, useEffectEvent } from 'react'
import { cancelAction } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { Note } from '../../../ui/feedback/note.tsx'
import { useCamera } from '../../../ui/form/use-camera.ts'
import layout from '../../../ui/page/layout.module.css'
import styles from './code-camera.module.css'

interface CodeCameraProps {
  /** Gets the text of the first QR code that the camera sees. */
  onCode: (text: string) => unknown
  onCancel: () => void
}

/** Ms between two pictures. */
const pause = 200

/** Looks for a QR code with the camera of this PC. The camera is switched off when the dialog is unmounted. */
export function CodeCamera({ onCode, onCancel }: CodeCameraProps) {
  useReturnFocus()
  const { show, video, error } = useCamera()
  const found = useEffectEvent(onCode)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const canvas = document.createElement('canvas')
    const look = () => {
      const text = video ? codeIn(video, canvas) : null
      if (text === null) timer = setTimeout(look, pause)
      else found(text)
    }
    look()
    return () => clearTimeout(timer)
  }, [video])

  return (
    <Modal opened onClose={onCancel} title="Arahkan kode QR ke kamera" size={560}>
      <div className={layout.tight}>
        {error === null ? (
          <video ref={show} className={styles.video} aria-label="Gambar kamera" autoPlay playsInline muted />
        ) : (
          <Note tone="err" live>
            Kamera tidak dapat dibuka. Sambungkan kamera, atau pilih berkas foto.
          </Note>
        )}
        <div className={layout.buttons}>
          <ActionButton action={cancelAction(onCancel)} autoFocus />
        </div>
      </div>
    </Modal>
  )
}

function codeIn(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  const { videoWidth: width, videoHeight: height } = video
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (width === 0 || !context) return null
  canvas.width = width
  canvas.height = height
  context.drawImage(video, 0, 0)
  return jsQR(context.getImageData(0, 0, width, height).data, width, height)?.data || null
}
