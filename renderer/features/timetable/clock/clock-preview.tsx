import { Box, Flex } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ClockKind } from '../../../../shared/features/cohort/day-clock.ts'
import { timeRange } from '../../../../shared/kernel/time.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { formatClock } from '../timetable-labels.ts'
import styles from './clock-dialog.module.css'
import { type DayClockValues, previewRows } from './clock-values.ts'

/** Preview of the times of such a day. While they cannot be read the former ones stay, so that nothing moves. */
export function ClockPreview({ kind, values, hours }: { kind: ClockKind; values: DayClockValues; hours: number }) {
  const read = previewRows(values, hours)
  const former = useRef(read)
  useEffect(() => {
    if (read) former.current = read
  })
  const rows = read ?? former.current
  return (
    <Box
      component="section"
      p="0.75rem"
      bd="1px solid var(--line)"
      bdrs="8px"
      bg="var(--surface)"
      aria-label={`Susunan ${formatClock[kind]}`}
    >
      <Box component="h3" p={0} mb="0.25rem" fz="0.8125rem" fw={600} lh="1.125rem">
        {formatClock[kind]}, {hours} JP
      </Box>
      {rows ? (
        <Flex component="ol" direction="column" fz="0.8125rem" lh="1.125rem" opacity={read ? 1 : 0.5}>
          {rows.map(row => (
            <li key={row.start} className={classNames(styles.row, row.hour === null && styles.rest)}>
              <span>{row.name}</span>
              <span>{timeRange(row.start, row.end)}</span>
            </li>
          ))}
        </Flex>
      ) : (
        <p className={layout.note}>
          Susunannya tampak setelah jam mulai dan menitnya benar dan hari selesai sebelum 24.00.
        </p>
      )}
    </Box>
  )
}
