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
  /** Why it could not be drawn. */
  error?: string | undefined
  label: string
  /** Below the pages. */
  children?: ReactNode
  /** Struck through: the paper is not valid. */
  struck?: boolean
}

/** A paper as part of a page, with zoom and pages; the zoom is kept for the next paper. */
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
