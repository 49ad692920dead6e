import type { UseFormReturnType } from '@mantine/form'
import type { PlanReading } from '../../../../shared/features/cohort/contract.ts'
import { formatDayNumber } from '../../../../shared/features/cohort/day-number-format.ts'
import { instructorPair } from '../../../../shared/features/cohort/instructor-pair.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import layout from '../../../ui/page/layout.module.css'
import type { PlanValues } from './planner-values.ts'

interface PairOfferProps {
  form: UseFormReturnType<PlanValues>
  plan: PlanReading
  /** Shown while there is no such pair. */
  otherwise: string
}

/** Offers two instructors who share the days when no one can teach all of them. Shown in place of the hint, so that the rows below do not move. */
export function PairOffer({ form, plan, otherwise }: PairOfferProps) {
  const pair = form.values.instructorId === null ? instructorPair(plan.instructors, plan.days.length) : null
  const take: Action = {
    label: 'Pakai keduanya',
    keys: 'Alt P',
    run: () =>
      pair &&
      form.setValues({
        instructorId: pair.first.id,
        second: { instructorId: pair.second.id, days: pair.days },
        override: undefined,
      }),
  }
  useActions([pair && take])
  if (!pair) return otherwise
  return (
    <>
      <b className={layout.ink}>
        {pair.first.name} dan {pair.second.name} dapat mengajar kelas ini berdua.
      </b>{' '}
      {pair.second.name} mengajar {formatDayNumber(pair.days)}, {pair.first.name} hari yang lain.{' '}
      <LinkAction action={take} size="small" />
    </>
  )
}
