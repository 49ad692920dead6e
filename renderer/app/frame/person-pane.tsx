import type { SearchHit } from '../../../shared/features/home/contract.ts'
import { ageOn } from '../../../shared/features/trainee/age.ts'
import { formatTraineeState } from '../../../shared/features/trainee/trainee-state-format.ts'
import { useToday } from '../session.tsx'
import styles from './person-pane.module.css'

/** What one wants to know of a person without opening the page. */
export function PersonPane({ person }: { person: NonNullable<SearchHit['person']> }) {
  const today = useToday()
  const { cohort } = person
  return (
    <>
      <p className={styles.facts}>
        {person.sex} · {ageOn(person.birthDate, today)} th ·{' '}
        {person.village === null ? 'kelurahan belum diisi' : `Kel. ${person.village}`}
      </p>
      {cohort === null ? (
        <p className={styles.facts}>Belum ikut pelatihan</p>
      ) : (
        <p className={styles.cohort}>
          <strong>{cohort.title}</strong>
          <span>{formatTraineeState(cohort.state)}</span>
        </p>
      )}
    </>
  )
}
