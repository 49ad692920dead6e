import type { Restricted, Trainee } from '../../../shared/features/trainee/contract.ts'
import { traineeStateWords } from '../../../shared/features/trainee/trainee-state-words.ts'
import { shortDate } from '../../../shared/kernel/date-words.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { Panel } from '../../ui/panel.tsx'
import { PathLink } from '../../ui/path-link.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import { groupWords, sourceWords } from './target-words.ts'
import styles from './trainee-classes.module.css'

export interface TraineeClassesProps {
  cohorts: Trainee['cohorts']
  /** Once somebody has asked. */
  admissions: Restricted['admissions'] | null
}

/** The classes of a person, how each ended, the number that was given, and what held on the day of admission. */
export function TraineeClasses({ cohorts, admissions }: TraineeClassesProps) {
  return (
    <Panel title="Kelas">
      {cohorts.length === 0 ? (
        <p className={styles.none}>Belum mengikuti kelas.</p>
      ) : (
        <ul className={styles.list}>
          {cohorts.map(({ code, title, start, end, outcome, certificate, target, repeatReason }) => {
            const hidden = target && admissions?.find(row => row.cohort === title)
            return (
              <li key={code}>
                <p className={styles.title}>
                  <PathLink path={classPath(code)}>{title}</PathLink>
                  <span>{traineeStateWords(outcome ?? 'enrolled')}</span>
                </p>
                <p className={styles.detail}>
                  {shortDate(start)} {yearOf(start)} – {shortDate(end)} {yearOf(end)}
                  {target
                    ? ` · saat masuk: ${groupWords(hidden?.stunting ? [...target.groups, 'STUNTING'] : target.groups)}, ${sourceWords(target)}${hidden && hidden.decile !== null ? `, desil ${hidden.decile}` : ''}`
                    : ' · masuk tanpa bukti sasaran'}
                </p>
                {repeatReason !== '' && <p className={styles.detail}>Ikut lagi: {repeatReason}</p>}
                {certificate !== null && <p className={styles.number}>{certificate}</p>}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
