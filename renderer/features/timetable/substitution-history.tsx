import type { Timetable } from '../../../shared/features/cohort/timetable-contract.ts'
import { momentWords } from '../../ui/moment-words.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './substitution-history.module.css'

/** Who stood in for whom, newest first; nothing here ever changes. */
export function SubstitutionHistory({ rows }: { rows: Timetable['substitutions'] }) {
  if (rows.length === 0) return null
  return (
    <Panel title="Riwayat penggantian pengajar" facts={`${rows.length} kali`}>
      <ol className={styles.rows}>
        {rows.map(row => (
          <li key={`${row.n} ${row.at} ${row.in}`} className={styles.row}>
            <b>Hari ke-{row.n}</b>
            <span>
              {row.out} diganti <b>{row.in}</b>
            </span>
            <span className={styles.reason}>{row.reason}</span>
            <span className={styles.by}>
              {row.by}, {momentWords(row.at)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
