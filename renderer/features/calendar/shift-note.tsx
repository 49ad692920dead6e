import { Select } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconPrinter } from '@tabler/icons-react'
import type { AffectedCohort, ShiftAnswer, ShiftProblem } from '../../../shared/features/calendar/day-off-change.ts'
import { dayNumberWords } from '../../../shared/features/cohort/day-number-words.ts'
import { LinkAct } from '../../ui/link-act.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import styles from './shift-note.module.css'
import { reprintWords } from './shift-rows.ts'

export interface ShiftNoteProps {
  affected: AffectedCohort
  answers: readonly ShiftAnswer[]
  onAnswer: (answer: ShiftAnswer) => void
  onForget: (cohort: string, instructorId: number) => void
}

const nobody = 'nobody'

/** Below the days of a class: what is wrong and who answers it, what must be printed again. */
export function ShiftNote({ affected, answers, onAnswer, onForget }: ShiftNoteProps) {
  const { cohort, problems, answered, moved } = affected
  const given = answers.filter(row => row.cohort === cohort)
  return (
    <ul className={styles.notes} aria-label={`Catatan ${affected.title}`}>
      {problems.map(problem => (
        <li key={`${problem.code} ${problem.message}`} className={problem.blocking ? styles.err : styles.warn}>
          {problem.blocking ? <IconCircleX size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
          <span>{problem.message}</span>
          <Answer problem={problem} affected={affected} given={given} onAnswer={onAnswer} />
        </li>
      ))}
      {answered.map(row => (
        <li key={row.instructorId} className={styles.ok}>
          <IconCircleCheck size={15} aria-hidden />
          <span>{row.words}</span>
          <LinkAct
            size="small"
            label={`Ubah jawaban, ${affected.title}`}
            onAct={() => onForget(cohort, row.instructorId)}
          >
            Ubah
          </LinkAct>
        </li>
      ))}
      {problems.length === 0 && answered.length === 0 && (
        <li className={styles.ok}>
          <IconCircleCheck size={15} aria-hidden />
          <span>Instruktur dan ruang tetap sah</span>
        </li>
      )}
      {moved.length > 0 && (
        <li>
          <IconPrinter size={15} aria-hidden />
          <span>Cetak ulang: {reprintWords(affected)}</span>
        </li>
      )}
    </ul>
  )
}

interface AnswerProps {
  problem: ShiftProblem
  affected: AffectedCohort
  given: readonly ShiftAnswer[]
  onAnswer: (answer: ShiftAnswer) => void
}

/** Whoever may teach those days instead; or nobody for now. Where no person is the answer, the way to where it is. */
function Answer({ problem, affected: { cohort, title, moved }, given, onAnswer }: AnswerProps) {
  const { instructor, days } = problem
  if (!problem.blocking) return null
  if (!instructor) {
    return (
      <LinkAct size="small" path={problem.code === 'no_holiday_table' ? '/kalender' : classPath(cohort, 'schedule')}>
        {problem.code === 'no_holiday_table' ? 'Isi kalender' : `Buka jadwal ${title}`}
      </LinkAct>
    )
  }
  // A substitute who cannot teach either stands in the place of the one who was to be replaced.
  const replaced = given.find(row => row.substituteId === instructor.id)?.instructorId ?? instructor.id
  return (
    <Select
      className={styles.select ?? ''}
      size="xs"
      aria-label={`Pengganti ${instructor.name}, ${title} ${dayNumberWords(days)}`}
      placeholder={`Pilih pengganti ${dayNumberWords(days)}`}
      searchable
      data={[
        ...instructor.candidates.map(({ id, name }) => ({ value: String(id), label: name })),
        { value: nobody, label: 'Belum ada pengajar' },
      ]}
      value={null}
      disabled={moved.length === 0}
      onChange={value => {
        const substitute = instructor.candidates.find(({ id }) => String(id) === value)
        if (value === null) return
        onAnswer({ cohort, instructorId: replaced, substituteId: substitute?.id ?? null })
      }}
    />
  )
}
