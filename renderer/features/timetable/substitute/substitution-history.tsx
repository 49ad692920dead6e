import { Flex } from '@mantine/core'
import type { Timetable } from '../../../../shared/features/timetable/contract.ts'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import { formatRange } from '../../cohort/teaching-format.ts'
import styles from './substitution-history.module.css'

/** Substitutions, newest first, days of one act together. Entries never change. */
export function SubstitutionHistory({ rows }: { rows: Timetable['substitutions'] }) {
  const actions = Map.groupBy(rows, row => [row.at, row.out, row.in, row.reason].join('\n'))
  if (actions.size === 0) return null
  return (
    <Panel title="Riwayat penggantian pengajar" facts={`${actions.size} kali`}>
      <Flex component="ol" direction="column" fz="0.8125rem" gap="0.375rem" lh="1.125rem">
        {[...actions].map(([key, days]) => {
          const [row] = days
          return (
            row && (
              <li key={key} className={styles.row}>
                <b>Hari ke-{formatRange(days.map(day => day.n).toSorted((a, b) => a - b))}</b>
                <span>
                  {row.out} diganti <b>{row.in}</b>
                </span>
                <span className={styles.reason}>{row.reason}</span>
                <span className={styles.by}>
                  {row.by}, {formatMoment(row.at)}
                </span>
              </li>
            )
          )
        })}
      </Flex>
    </Panel>
  )
}
