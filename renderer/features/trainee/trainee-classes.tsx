import type { Trainee } from '../../../shared/features/trainee/contract.ts'
import { traineeStateWords } from '../../../shared/features/trainee/trainee-state-words.ts'
import { shortDate } from '../../../shared/kernel/date-words.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { Panel } from '../../ui/panel.tsx'
import { PathLink } from '../../ui/path-link.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import styles from './trainee-classes.module.css'

/** The classes of a person, how each ended, and the number that was given. */
export function TraineeClasses({ cohorts }: { cohorts: Trainee['cohorts'] }) {
  return (
    <Panel title="Kelas">
      {cohorts.length === 0 ? (
        <p className={styles.none}>Belum mengikuti kelas.</p>
      ) : (
        <ul className={styles.list}>
          {cohorts.map(({ code, title, start, end, outcome, certificate }) => (
            <li key={code}>
              <p className={styles.title}>
                <PathLink path={classPath(code)}>{title}</PathLink>
                <span>{traineeStateWords(outcome ?? 'enrolled')}</span>
              </p>
              <p className={styles.detail}>
                {shortDate(start)} {yearOf(start)} – {shortDate(end)} {yearOf(end)}
              </p>
              {certificate !== null && <p className={styles.number}>{certificate}</p>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
