import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconPrinter } from '@tabler/icons-react'
import type { AffectedCohort, ReplanAnswer } from '../../../shared/features/replan/day-off-change.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { ReplanAnswerField } from './problem-answer.tsx'
import styles from './replan-note.module.css'
import { formatReprint } from './replan-rows.ts'

interface ReplanNoteProps {
  affected: AffectedCohort
  onAnswer: (answer: ReplanAnswer) => void
  onForget: (answer: ReplanAnswer) => void
}

/** Below the days of a class: its problems with their answers, and papers to print again. */
export function ReplanNote({ affected, onAnswer, onForget }: ReplanNoteProps) {
  const { problems, answered, moved } = affected
  return (
    <ul className={styles.notes} aria-label={`Catatan ${affected.title}`}>
      {problems.map(problem => (
        <li key={`${problem.code} ${problem.message}`} className={problem.blocking ? layout.urgent : layout.warned}>
          {problem.blocking ? <IconCircleX size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
          <span>{problem.message}</span>
          {problem.blocking && <ReplanAnswerField problem={problem} affected={affected} onAnswer={onAnswer} />}
        </li>
      ))}
      {answered.map(row => (
        <li key={row.label} className={styles.ok}>
          <IconCircleCheck size={15} aria-hidden />
          <span>{row.label}</span>
          <LinkAction
            size="small"
            label={`Ubah jawaban, ${affected.title}: ${row.label}`}
            onAction={() => onForget(row.answer)}
          >
            Ubah
          </LinkAction>
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
          <span>Cetak ulang: {formatReprint(affected)}</span>
        </li>
      )}
    </ul>
  )
}
