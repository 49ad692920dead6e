import { Flex } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { blockTitle } from '../../../shared/features/certificate-design/block-title.ts'
import type { BlockBox } from '../../../shared/features/certificate-design/contract.ts'
import { type Design, sheetHeight, sheetWidth } from '../../../shared/features/certificate-design/design.ts'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import { usePdf } from '../../ui/paper/use-pdf.ts'
import styles from './design-canvas.module.css'

interface DesignCanvasProps {
  pdf: Blob | null
  /** 0 is the front. */
  page: number
  design: Design
  boxes: readonly BlockBox[]
  /** Keys of blocks with a warning. */
  warned: ReadonlySet<string>
  selected: string | null
  onSelect: (key: string) => void
  /** In mm. */
  onMove: (key: string, right: number, down: number) => void
}

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The sheet as it will be printed, with a draggable frame around each block. */
export function DesignCanvas(props: DesignCanvasProps) {
  const { pdf, page, design, boxes, warned, selected, onSelect, onMove } = props
  const desk = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [drag, setDrag] = useState<{ key: string; x: number; y: number; right: number; down: number } | null>(null)

  useEffect(() => {
    const element = desk.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth - 32, height: element.clientHeight - 32 }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const scale = Math.max(0, Math.min(size.width / sheetWidth, size.height / sheetHeight))

  function press(event: KeyboardEvent, key: string) {
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.altKey) return
    event.preventDefault()
    const by = event.shiftKey ? 5 : 0.5
    onMove(key, step[0] * by, step[1] * by)
  }

  function grab(event: PointerEvent<HTMLButtonElement>, key: string) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    onSelect(key)
    setDrag({ key, x: event.clientX, y: event.clientY, right: 0, down: 0 })
  }

  function pull(event: PointerEvent) {
    if (!drag) return
    const half = (pixels: number) => Math.round((pixels / scale) * 2) / 2
    setDrag({ ...drag, right: half(event.clientX - drag.x), down: half(event.clientY - drag.y) })
  }

  function drop() {
    if (drag && (drag.right !== 0 || drag.down !== 0)) onMove(drag.key, drag.right, drag.down)
    setDrag(null)
  }

  return (
    <Flex mih="18rem" flex={1} align="center" justify="center" bdrs="0.5rem" bg="var(--desk)" ref={desk}>
      <section
        className={styles.sheet}
        aria-label="Lembar rancangan"
        style={{ width: sheetWidth * scale, height: sheetHeight * scale }}
      >
        <SheetPicture pdf={pdf} page={page} scale={scale} />
        {boxes.map(box => {
          const block = design.blocks.find(one => one.key === box.key)
          const pulled = drag?.key === box.key ? drag : { right: 0, down: 0 }
          return (
            <button
              key={box.key}
              type="button"
              className={classNames(
                styles.block,
                selected === box.key && styles.selected,
                warned.has(box.key) && styles.warned,
              )}
              aria-label={block ? blockTitle(block) : box.key}
              aria-pressed={selected === box.key}
              style={{
                left: (box.left + pulled.right) * scale - 3,
                top: (box.top + pulled.down) * scale - 3,
                width: Math.max(4, (box.right - box.left) * scale) + 6,
                height: Math.max(4, (box.bottom - box.top) * scale) + 6,
              }}
              onFocus={() => onSelect(box.key)}
              onKeyDown={event => press(event, box.key)}
              onPointerDown={event => grab(event, box.key)}
              onPointerMove={pull}
              onPointerUp={drop}
              onPointerCancel={() => setDrag(null)}
            />
          )
        })}
      </section>
    </Flex>
  )
}

/** Keeps the previous picture until the next one is drawn, to avoid flicker. */
function SheetPicture({ pdf, page, scale }: { pdf: Blob | null; page: number; scale: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const document = usePdf(pdf)
  const sheet = document.state === 'ready' ? (document.pages[page] ?? null) : null
  const missing = document.state === 'ready' && sheet === null

  useEffect(() => {
    const element = canvas.current
    if (!sheet || !element || scale === 0) return
    const pixels = (scale * 25.4) / 72
    const viewport = sheet.getViewport({ scale: pixels * window.devicePixelRatio })
    const next = window.document.createElement('canvas')
    next.width = Math.floor(viewport.width)
    next.height = Math.floor(viewport.height)
    const drawing = sheet.render({ canvas: next, viewport })
    drawing.promise
      .then(() => {
        element.width = next.width
        element.height = next.height
        element.getContext('2d')?.drawImage(next, 0, 0)
        element.dataset.drawn = 'true'
      })
      // Cancelled by the next picture.
      .catch(() => {})
    return () => drawing.cancel()
  }, [sheet, scale])

  return (
    <>
      {document.state === 'waiting' && pdf === null && <LoadingBars rows={8} />}
      <canvas ref={canvas} className={styles.picture} hidden={missing} aria-hidden />
      {missing && <p className={styles.none}>Rancangan ini tidak memakai halaman belakang.</p>}
    </>
  )
}
