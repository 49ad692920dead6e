import type { PlainDate } from '../../kernel/plain-date.ts'
import type { MonthFigures, TradeResult } from './contract.ts'
import { absorbedShare, dueOn, type FollowUpStatus, followUpMonths, followUpStatuses } from './follow-up.ts'

/** Graduates of one day with the number of each answer by month: '3 EMPLOYED' → 12. */
type GraduatesOfDay = {
  graduatedOn: PlainDate
  graduates: number
  answers: Readonly<Partial<Record<string, number>>>
}

export function countResults(groups: readonly GraduatesOfDay[], today: PlainDate): Omit<TradeResult, 'trade'> {
  const sum = (count: (group: GraduatesOfDay) => number, among = groups) =>
    among.reduce((total, group) => total + count(group), 0)
  return {
    graduated: sum(group => group.graduates),
    months: followUpMonths.map((month): MonthFigures => {
      const turned = groups.filter(group => dueOn(group.graduatedOn, month) <= today)
      const count = (...statuses: FollowUpStatus[]) =>
        sum(group => statuses.reduce((total, status) => total + (group.answers[`${month} ${status}`] ?? 0), 0), turned)
      const due = sum(group => group.graduates, turned)
      const [employed, selfEmployed] = [count('EMPLOYED'), count('SELF_EMPLOYED')]
      return {
        month,
        due,
        asked: count(...followUpStatuses),
        employed,
        selfEmployed,
        studying: count('STUDYING'),
        homemaking: count('HOMEMAKING'),
        notWorking: count('NOT_WORKING'),
        unreached: count('UNREACHED'),
        absorbed: absorbedShare({ due, employed, selfEmployed }),
      }
    }),
  }
}
