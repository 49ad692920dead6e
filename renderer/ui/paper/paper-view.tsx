import { type ReactNode, useState } from 'react'
import { LoadingBars } from '../feedback/loading-bars.tsx'
import { Note } from '../feedback/note.tsx'
import { classNames } from '../page/class-names.ts'
import { PaperPages } from './paper-pages.tsx'
import styles from './paper-preview.module.css'
import { PaperToolbar } from './paper-toolbar.tsx'
import type { Zoom } from './paper-zoom.ts'
import { usePdf } from './use-pdf.ts'

interface PaperViewProps {
  /** Null while it is drawn. */
  pdf: Blob | null
  /** In words, when it could not be drawn. */
  error?: string | undefined
  label: string
  /** Below the pages, on the desk. */
  children?: ReactNode
  /** Struck on the screen: the paper does not hold. */
  struck?: boolean
}

/** A paper on a desk as part of a page, with its zoom and its pages; the zoom stays when another paper comes. */
export function PaperView({ pdf, error, label, children, struck = false }: PaperViewProps) {
  const document = usePdf(pdf)
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [page, setPage] = useState(1)
  const failed = error ?? (document.state === 'failed' ? 'Kertasnya tidak dapat digambar.' : undefined)
  return (
    <div className={classNames(styles.desk, styles.view, struck && styles.struck)}>
      {failed !== undefined ? (
        <Note tone="err">{failed}</Note>
      ) : document.state === 'ready' ? (
        <>
          <PaperToolbar
            page={Math.min(page, document.pages.length)}
            pages={document.pages.length}
            zoom={zoom}
            onZoom={setZoom}
            onPage={setPage}
          />
          <PaperPages
            pages={document.pages}
            page={Math.min(page, document.pages.length)}
            zoom={zoom}
            onPage={setPage}
            label={label}
          />
        </>
      ) : (
        <LoadingBars rows={8} />
      )}
      {children}
    </div>
  )
}
