import type { UseFormReturnType } from '@mantine/form'
import type { PlanReading } from '../../../../shared/features/cohort/contract.ts'
import { formatDayNumber } from '../../../../shared/features/cohort/day-number-format.ts'
import { instructorPair } from '../../../../shared/features/cohort/instructor-pair.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import type { PlanValues } from './planner-values.ts'

interface PairNoteProps {
  form: UseFormReturnType<PlanValues>
  plan: PlanReading | null
}

/** When nobody can teach all days: two people who can share them. */
export function PairNote({ form, plan }: PairNoteProps) {
  const pair = plan && form.values.instructorId === null ? instructorPair(plan.instructors, plan.days.length) : null
  const take: Action = {
    label: 'Pakai keduanya',
    keys: 'Alt P',
    tone: 'primary',
    run: () =>
      pair &&
      form.setValues({
        instructorId: pair.first.id,
        second: { instructorId: pair.second.id, days: pair.days },
        override: undefined,
      }),
  }
  useActions([pair && take])
  return (
    pair && (
      <Note
        title={`${pair.first.name} dan ${pair.second.name} dapat mengajar kelas ini berdua.`}
        actions={<ActionButton action={take} size="xs" />}
      >
        {pair.second.name} mengajar {formatDayNumber(pair.days)}, {pair.first.name} hari yang lain.
      </Note>
    )
  )
}
