import { Skeleton } from '@mantine/core'
import { useEffect, useState } from 'react'
import styles from './loading-bars.module.css'

/** Grey bars while rows are read; hidden for the first 300 ms. */
export function LoadingBars({ rows = 6 }: { rows?: number }) {
  const [visible, setVisible] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles.bars} role="status" aria-label="Sedang membaca">
      {visible &&
        Array.from({ length: rows }, (_, row) => `bar-${row}`).map(row => (
          <Skeleton key={row} height={14} radius="xs" />
        ))}
    </div>
  )
}
