import { Flex, Modal, Slider } from '@mantine/core'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { cancelAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { type Crop, cropFrame, firstCrop, largestZoom, photoHeight, photoWidth, within } from './crop-frame.ts'
import { drawPhoto, photoOf } from './draw-photo.ts'
import styles from './photo.module.css'

interface PhotoDialogProps {
  /** The chosen picture. */
  picture: ImageBitmap
  /** Name of the person, if photos of several are taken. */
  title?: string
  error?: string | null
  /** Gets the crop of 354 × 472 px as a JPEG data URL. */
  onPhoto: (photo: string) => unknown
  onCancel: () => void
}

const step = 0.04

/** Places the 3 × 4 frame on a picture by dragging, arrows and a zoom slider. */
export function PhotoDialog({
  picture,
  title = 'Atur pas foto 3 × 4',
  error = null,
  onPhoto,
  onCancel,
}: PhotoDialogProps) {
  // In state, because the dialog renders its content later: a ref would still be empty on the first draw.
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null)
  const [crop, setCrop] = useState<Crop>(firstCrop)
  const drag = useRef<{ x: number; y: number; crop: Crop } | null>(null)

  useEffect(() => {
    const context = canvas?.getContext('2d')
    if (!context) return
    drawPhoto(context, picture, crop)
  }, [canvas, picture, crop])

  function move(from: Crop, x: number, y: number) {
    setCrop({ zoom: from.zoom, x: within(from.x + x, 0, 1), y: within(from.y + y, 0, 1) })
  }

  const arrow = (keys: string, x: number, y: number) => ({ label: 'Geser foto', keys, run: () => move(crop, x, y) })
  useActions([arrow('←', -step, 0), arrow('→', step, 0), arrow('↑', 0, -step), arrow('↓', 0, step)], 'dialog')

  function pull(event: PointerEvent<HTMLCanvasElement>) {
    const start = drag.current
    if (!start) return
    const frame = cropFrame(picture, start.crop)
    const shown = event.currentTarget.clientWidth
    // Dragging the picture right moves the frame left.
    const share = (pixels: number, left: number) => (left > 0 ? (-pixels * frame.width) / shown / left : 0)
    move(
      start.crop,
      share(event.clientX - start.x, picture.width - frame.width),
      share(event.clientY - start.y, picture.height - frame.height),
    )
  }

  function take() {
    const photo = canvas && photoOf(canvas)
    // The returned promise locks the button, so that a second Enter does not store it twice.
    return photo ? onPhoto(photo) : undefined
  }

  return (
    <Modal opened onClose={onCancel} title={title} size={440}>
      <Flex direction="column" gap="1rem">
        <canvas
          ref={setCanvas}
          className={styles.canvas}
          width={photoWidth}
          height={photoHeight}
          role="img"
          aria-label="Pas foto seperti akan disimpan"
          onPointerDown={event => {
            event.currentTarget.setPointerCapture(event.pointerId)
            drag.current = { x: event.clientX, y: event.clientY, crop }
          }}
          onPointerMove={pull}
          onPointerUp={() => {
            drag.current = null
          }}
        />
        <Slider
          label={null}
          min={1}
          max={largestZoom}
          step={0.05}
          value={crop.zoom}
          onChange={zoom => setCrop({ ...crop, zoom })}
          thumbLabel="Besar foto"
        />
        <ErrorNote error={error} />
        <div className={styles.actions}>
          <KeyHints hints={[{ keys: ['←', '→', '↑', '↓'], text: 'geser foto' }]} />
          <ActionButton action={cancelAction(onCancel)} />
          <ActionButton autoFocus action={{ label: 'Pakai foto', keys: 'Enter', tone: 'primary', run: take }} />
        </div>
      </Flex>
    </Modal>
  )
}
