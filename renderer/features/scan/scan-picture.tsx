import { Box } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ScanRow } from '../../../shared/features/scan/contract.ts'
import styles from './scan.module.css'

interface ScanPictureProps {
  /** URL of the picture. */
  source: string
  label: string
  /** Size of the sheet in mm; null if the picture was not straightened. */
  size: { width: number; height: number } | null
  /** Framed and scrolled into view. */
  row: ScanRow | undefined
}

/** The scanned page with a frame around the current box. */
export function ScanPicture({ source, label, size, row }: ScanPictureProps) {
  const frame = useRef<SVGRectElement>(null)
  const key = row && `${row.enrolmentId} ${row.n}`
  useEffect(() => {
    if (key !== undefined) frame.current?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [key])
  return (
    <Box pos="relative" maw="60rem" m="0.75rem auto" w="calc(100% - 1.5rem)">
      <img src={source} alt={label} className={styles.sheet} />
      {size && (
        <svg viewBox={`0 0 ${size.width} ${size.height}`} className={styles.frames} aria-hidden>
          {row?.boxes.map((box, index) => (
            <rect
              key={`${box.x} ${box.y}`}
              ref={index === 0 ? frame : undefined}
              {...box}
              rx={0.8}
              className={styles.frame}
            />
          ))}
        </svg>
      )}
    </Box>
  )
}

/** The box alone, large enough to judge a signature. */
export function BoxPicture({ source, size, row }: Pick<ScanPictureProps, 'source' | 'size' | 'row'>) {
  const [first] = row?.boxes ?? []
  if (!size || !row || !first) return null
  const right = Math.max(...row.boxes.map(box => box.x + box.width))
  const bottom = Math.max(...row.boxes.map(box => box.y + box.height))
  const view = [first.x - 2, first.y - 2, right - first.x + 4, bottom - first.y + 4]
  return (
    <svg viewBox={view.join(' ')} className={styles.box} role="img" aria-label={`Kotak nomor ${row.position}`}>
      <image href={source} width={size.width} height={size.height} preserveAspectRatio="none" />
    </svg>
  )
}
