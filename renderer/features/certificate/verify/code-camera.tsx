import { Modal } from '@mantine/core'
import jsQR from 'jsqr'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { Note } from '../../../ui/feedback/note.tsx'
import styles from './code-camera.module.css'

interface CodeCameraProps {
  /** Gets the text of the first QR code that the camera sees. */
  onCode: (text: string) => unknown
  onCancel: () => void
}

/** Between two looks, in ms. */
const pause = 200

/** Looks through the camera of this PC until it sees a QR code. The camera is off as soon as the dialog is gone. */
export function CodeCamera({ onCode, onCancel }: CodeCameraProps) {
  useReturnFocus()
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const found = useEffectEvent(onCode)

  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const canvas = document.createElement('canvas')
    const look = () => {
      const text = video.current ? codeIn(video.current, canvas) : null
      if (text !== null) found(text)
      else if (!gone) timer = setTimeout(look, pause)
    }
    async function start() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 960 } } })
      if (gone) return off()
      if (video.current) video.current.srcObject = stream
      look()
    }
    function off() {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    start().catch(() => {
      if (!gone) setProblem('Kamera tidak dapat dibuka. Sambungkan kamera, atau pilih berkas foto.')
    })
    return () => {
      gone = true
      clearTimeout(timer)
      off()
    }
  }, [])

  return (
    <Modal opened onClose={onCancel} title="Arahkan kode QR ke kamera" size={560}>
      <div className={styles.dialog}>
        {problem === null ? (
          <video ref={video} className={styles.video} aria-label="Gambar kamera" autoPlay playsInline muted />
        ) : (
          <Note tone="err" live>
            {problem}
          </Note>
        )}
        <div className={styles.actions}>
          <ActionButton keys="Esc" autoFocus onAction={onCancel}>
            Batal
          </ActionButton>
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
