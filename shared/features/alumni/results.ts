import type { PlainDate } from '../../kernel/plain-date.ts'
import type { MonthFigures, ResultFigure, TradeResult } from './contract.ts'
import { absorbedShare, dueOn, type FollowUpMonth, type FollowUpStatus, followUpMonths } from './follow-up.ts'

/** A graduate as figures see one: when, and the answers by month. */
export type CountedGraduate = { graduatedOn: PlainDate; statuses: Partial<Record<FollowUpMonth, FollowUpStatus>> }

const figureOfStatus = {
  EMPLOYED: 'employed',
  SELF_EMPLOYED: 'selfEmployed',
  STUDYING: 'studying',
  HOMEMAKING: 'homemaking',
  NOT_WORKING: 'notWorking',
  UNREACHED: 'unreached',
} as const satisfies Record<FollowUpStatus, ResultFigure>

/** Whether somebody is counted in a figure, so that the list behind a figure is the figure. */
export function isCounted(
  { graduatedOn, statuses }: CountedGraduate,
  month: FollowUpMonth,
  figure: ResultFigure,
  today: PlainDate,
): boolean {
  if (figure === 'graduated') return true
  if (dueOn(graduatedOn, month) > today) return false
  const status = statuses[month]
  return figure === 'due' || (status !== undefined && (figure === 'asked' || figureOfStatus[status] === figure))
}

export function countResults(people: readonly CountedGraduate[], today: PlainDate): Omit<TradeResult, 'trade'> {
  return {
    graduated: people.length,
    months: followUpMonths.map((month): MonthFigures => {
      const count = (figure: ResultFigure) => people.filter(one => isCounted(one, month, figure, today)).length
      const [due, employed, selfEmployed] = [count('due'), count('employed'), count('selfEmployed')]
      return {
        month,
        due,
        asked: count('asked'),
        employed,
        selfEmployed,
        studying: count('studying'),
        homemaking: count('homemaking'),
        notWorking: count('notWorking'),
        unreached: count('unreached'),
        absorbed: absorbedShare({ due, employed, selfEmployed }),
      }
    }),
  }
}
