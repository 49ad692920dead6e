import { ActionIcon, Box } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import styles from './paper-preview.module.css'
import { nextZoom, type Zoom } from './paper-zoom.ts'

interface PaperToolbarProps {
  page: number
  pages: number
  zoom: Zoom
  onPage: (page: number) => void
  onZoom: (zoom: Zoom) => void
}

/** Page n of m, and zoom. */
export function PaperToolbar({ page, pages, zoom, onPage, onZoom }: PaperToolbarProps) {
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Pratinjau">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="Halaman sebelumnya"
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <span className={styles.page} role="status">
        Halaman {page} dari {pages}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="Halaman berikutnya"
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
      <Box component="span" flex="1" />
      <ActionIcon variant="subtle" color="gray" aria-label="Perkecil" onClick={() => onZoom(nextZoom(zoom, -1))}>
        <IconZoomOut size={16} />
      </ActionIcon>
      <button type="button" className={styles.zoom} onClick={() => onZoom(zoom === 'fit' ? 1 : 'fit')}>
        {zoom === 'fit' ? 'Pas lebar' : `${Math.round(zoom * 100)} %`}
      </button>
      <ActionIcon variant="subtle" color="gray" aria-label="Perbesar" onClick={() => onZoom(nextZoom(zoom, 1))}>
        <IconZoomIn size={16} />
      </ActionIcon>
    </div>
  )
}
