import type { PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import styles from './paper-preview.module.css'
import { pixelsOfPoint, type Zoom, zoomFactor } from './paper-zoom.ts'

interface PaperPagesProps {
  pages: readonly PDFPageProxy[]
  page: number
  zoom: Zoom
  onPage: (page: number) => void
  label: string
}

/** The pages below each other. Only those near the window are drawn, so that a paper of 100 pages opens at once. */
export function PaperPages({ pages, page, zoom, onPage, label }: PaperPagesProps) {
  const desk = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const scrolledTo = useRef(page)

  useEffect(() => {
    const element = desk.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (page === scrolledTo.current) return
    scrolledTo.current = page
    const target = desk.current?.children[page - 1]
    if (target instanceof HTMLElement) desk.current?.scrollTo({ top: target.offsetTop - 8 })
  }, [page])

  function follow() {
    const element = desk.current
    if (!element) return
    const middle = element.scrollTop + element.clientHeight / 2
    const sheets = [...element.children].filter(child => child instanceof HTMLElement)
    const index = sheets.findLastIndex(sheet => sheet.offsetTop <= middle)
    if (index < 0) return
    scrolledTo.current = index + 1
    onPage(index + 1)
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys
    <section ref={desk} className={styles.pages} onScroll={follow} aria-label={label} tabIndex={0}>
      {width > 0 &&
        pages.map(sheet => (
          <PaperSheet key={sheet.pageNumber} sheet={sheet} desk={width} zoom={zoom} of={pages.length} />
        ))}
    </section>
  )
}

interface PaperSheetProps {
  sheet: PDFPageProxy
  desk: number
  zoom: Zoom
  of: number
}

function PaperSheet({ sheet, desk, zoom, of }: PaperSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  const size = sheet.getViewport({ scale: 1 })
  const factor = zoomFactor(zoom, size.width, desk - 48)
  const scale = factor * pixelsOfPoint

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      rootMargin: '600px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const element = canvas.current
    if (!near || !element) return
    const viewport = sheet.getViewport({ scale: scale * window.devicePixelRatio })
    element.width = Math.floor(viewport.width)
    element.height = Math.floor(viewport.height)
    const drawing = sheet.render({ canvas: element, viewport })
    // A drawing cancelled by the next zoom rejects; ignore it.
    drawing.promise.catch(() => {})
    return () => drawing.cancel()
  }, [near, sheet, scale])

  return (
    <canvas
      ref={canvas}
      className={styles.sheet}
      role="img"
      aria-label={`Halaman ${sheet.pageNumber} dari ${of}`}
      style={{ width: size.width * scale, height: size.height * scale }}
    />
  )
}
