import type { InstructorRow } from '../../../shared/features/instructor/contract.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PathLink } from '../../ui/path-link.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import styles from './instructor-classes.module.css'

const states: Record<InstructorRow['cohorts'][number]['status'], { tone: BadgeTone; words: string }> = {
  running: { tone: 'now', words: 'Berjalan' },
  planned: { tone: 'neutral', words: 'Rencana' },
  finished: { tone: 'ok', words: 'Selesai' },
}

/** The classes in which somebody teaches or taught, newest first. */
export function InstructorClasses({ cohorts }: { cohorts: InstructorRow['cohorts'] }) {
  return (
    <Panel title="Kelas" flush>
      {cohorts.length === 0 ? (
        <EmptyState title="Belum mengajar kelas mana pun.">Instruktur dipilih saat angkatan direncanakan.</EmptyState>
      ) : (
        <ul>
          {cohorts.map(({ code, title, start, end, status }) => (
            <li key={code} className={styles.row}>
              <PathLink path={classPath(code)} className={styles.title}>
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
