import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { shortDay } from '../../../../shared/kernel/date-format.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { Badge, type BadgeTone } from '../../../ui/feedback/badge.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { PathLink } from '../../../ui/page/path-link.tsx'
import styles from './instructor-cohorts.module.css'

const states: Record<InstructorRow['cohorts'][number]['status'], { tone: BadgeTone; words: string }> = {
  running: { tone: 'now', words: 'Berjalan' },
  planned: { tone: 'neutral', words: 'Rencana' },
  finished: { tone: 'ok', words: 'Selesai' },
}

/** The classes of an instructor, newest first. */
export function InstructorCohorts({ cohorts }: { cohorts: InstructorRow['cohorts'] }) {
  return (
    <Panel title="Kelas" flush>
      {cohorts.length === 0 ? (
        <EmptyState title="Belum mengajar kelas mana pun.">Instruktur dipilih saat angkatan direncanakan.</EmptyState>
      ) : (
        <ul>
          {cohorts.map(({ code, title, start, end, status }) => (
            <li key={code} className={styles.row}>
              <PathLink path={cohortPath(code)} className={styles.title}>
                {title}
              </PathLink>
              <span>{code}</span>
              <span>
                {shortDay(start, { year: true })} – {shortDay(end, { year: true })}
              </span>
              <Badge tone={states[status].tone}>{states[status].words}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
