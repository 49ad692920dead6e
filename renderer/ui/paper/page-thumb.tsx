import type { PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef } from 'react'
import styles from './page-thumb.module.css'
import { usePdf } from './use-pdf.ts'

interface PageThumbProps {
  /** Null while it is drawn. */
  pdf: Blob | null
  /** Why it could not be drawn. */
  error?: string | undefined
  label: string
  /** An upright sheet that fills the height. */
  tall?: boolean
}

/** The first page of a paper as a picture. */
export function PageThumb({ pdf, error, label, tall = false }: PageThumbProps) {
  const document = usePdf(pdf)
  const [first] = document.state === 'ready' ? document.pages : []
  return (
    <div className={styles.desk} data-tall={tall || undefined}>
      {error !== undefined || document.state === 'failed' ? (
        <p className={styles.failed}>{error ?? 'Gambarnya tidak dapat dibuat.'}</p>
      ) : (
        <Sheet page={first} label={label} />
      )}
    </div>
  )
}

/** Device pixels for each CSS pixel: keeps small letters sharp. */
const density = 2

function Sheet({ page, label }: { page: PDFPageProxy | undefined; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!page || !element) return
    const natural = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: (element.clientWidth * density) / natural.width })
    element.width = Math.floor(viewport.width)
    element.height = Math.floor(viewport.height)
    const drawing = page.render({ canvas: element, viewport })
    drawing.promise.then(
      () => element.setAttribute('data-drawn', ''),
      // A cancelled drawing rejects; ignore it.
      () => {},
    )
    return () => drawing.cancel()
  }, [page])
  return <canvas ref={canvas} className={styles.sheet} role="img" aria-label={label} />
}
