import { Box } from '@mantine/core'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import layout from '../page/layout.module.css'
import type { RailGap } from './rail-day.ts'
import { formatSkipped } from './rail-format.ts'
import styles from './skipped-days.module.css'

/** "3 hari dilewati" with reasons; weekends are not listed. */
export function SkippedDays({ gaps }: { gaps: readonly RailGap[] }) {
  if (gaps.length === 0) return <p className={layout.detail}>Tidak ada tanggal merah</p>
  return (
    <div className={layout.detail}>
      <Box component="p" c="var(--merah)" fz="0.78125rem" fw={600}>
        {gaps.length} hari dilewati
      </Box>
      <ul className={styles.list}>
        {gaps.map(gap => (
          <li key={gap.date} className={layout.cut} title={formatSkipped(gap)}>
            {shortDay(gap.date)} · {formatSkipped(gap)}
          </li>
        ))}
      </ul>
    </div>
  )
}
