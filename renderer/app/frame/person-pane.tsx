import { Box } from '@mantine/core'
import type { SearchHit } from '../../../shared/features/home/contract.ts'
import { ageOn } from '../../../shared/features/trainee/age.ts'
import { formatTraineeState } from '../../../shared/features/trainee/trainee-state-format.ts'
import { useToday } from '../session.tsx'
import styles from './person-pane.module.css'

/** Summary of a person beside the hits. */
export function PersonPane({ person }: { person: NonNullable<SearchHit['person']> }) {
  const today = useToday()
  const { cohort } = person
  return (
    <>
      <Box component="p" m="0 0 0.625rem" c="var(--ink-2)" fz="0.75rem" lh="1rem">
        {person.sex} · {ageOn(person.birthDate, today)} th ·{' '}
        {person.village === null ? 'kelurahan belum diisi' : `Kel. ${person.village}`}
      </Box>
      {cohort === null ? (
        <Box component="p" m="0 0 0.625rem" c="var(--ink-2)" fz="0.75rem" lh="1rem">
          Belum ikut pelatihan
        </Box>
      ) : (
        <p className={styles.cohort}>
          <strong>{cohort.title}</strong>
          <span>{formatTraineeState(cohort.state)}</span>
        </p>
      )}
    </>
  )
}
