// biome-ignore-all lint/a11y/useSemanticElements: rows of the ARIA grid above, on the same columns
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says by aria-activedescendant where it is
import type { TimetableDay } from '../../../../shared/features/timetable/contract.ts'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import type { RailColumn } from '../../../ui/rail/rail-layout.ts'
import { laneRuns } from './lane-runs.ts'
import styles from './teacher-lanes.module.css'

interface TeacherLanesProps {
  row: readonly RailColumn[]
  days: readonly TimetableDay[]
  room: string | null
  /** Lines of the grid above the lanes. */
  above: number
  onTeachers: (n: number) => void
}

/** Instructors and room below the days: one bar as long as they stay the same. */
export function TeacherLanes({ row, days, room, above, onTeachers }: TeacherLanesProps) {
  const runs = laneRuns(row, days)
  const [first, last] = [runs[0], runs.at(-1)]
  return (
    <>
      <div role="row" className={styles.lane}>
        <span role="rowheader" className={styles.head} style={{ gridRow: above + 1 }}>
          Instruktur
        </span>
        {runs.map(run => (
          <span
            key={run.from}
            role="gridcell"
            className={styles.place}
            style={{ gridRow: above + 1, gridColumn: `${run.from + 2} / ${run.to + 3}` }}
          >
            <button
              type="button"
              tabIndex={-1}
              className={classNames(styles.bar, run.name === '' && styles.nobody)}
              title={`${run.name || 'Belum ada pengajar'} · ${run.hours} JP`}
              disabled={run.held}
              onClick={() => onTeachers(run.n)}
            >
              <span aria-hidden className={layout.cut}>
                {run.words}
              </span>
              <span className={layout.unseen}>
                Pengajar hari ke-{run.n}
                {run.n === run.until ? '' : ` s.d. ${run.until}`}: {run.name || 'belum ada'}, {run.hours} JP
              </span>
            </button>
          </span>
        ))}
      </div>
      {first && last && (
        <div role="row" className={styles.lane}>
          <span role="rowheader" className={styles.head} style={{ gridRow: above + 2 }}>
            Ruang
          </span>
          <span
            role="gridcell"
            className={styles.place}
            style={{ gridRow: above + 2, gridColumn: `${first.from + 2} / ${last.to + 3}` }}
          >
            <span className={classNames(styles.bar, room === null && styles.noRoom)}>
              <span className={layout.cut}>{room ?? 'belum dipilih'}</span>
            </span>
          </span>
        </div>
      )}
    </>
  )
}
