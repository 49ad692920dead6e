import type { Timetable } from '../../../shared/features/cohort/timetable-contract.ts'
import { momentWords } from '../../ui/moment-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { rangeWords } from '../cohort/teaching-words.ts'
import styles from './substitution-history.module.css'

/** Who stood in for whom, newest first, the days of one act together; nothing here ever changes. */
export function SubstitutionHistory({ rows }: { rows: Timetable['substitutions'] }) {
  const acts = Map.groupBy(rows, row => [row.at, row.out, row.in, row.reason].join('\n'))
  if (acts.size === 0) return null
  return (
    <Panel title="Riwayat penggantian pengajar" facts={`${acts.size} kali`}>
      <ol className={styles.rows}>
        {[...acts].map(([key, days]) => {
          const [row] = days
          return (
            row && (
              <li key={key} className={styles.row}>
                <b>Hari ke-{rangeWords(days.map(day => day.n).toSorted((a, b) => a - b))}</b>
                <span>
                  {row.out} diganti <b>{row.in}</b>
                </span>
                <span className={styles.reason}>{row.reason}</span>
                <span className={styles.by}>
                  {row.by}, {momentWords(row.at)}
                </span>
              </li>
            )
          )
        })}
      </ol>
    </Panel>
  )
}
