import { addDays, type PlainDate } from '../../kernel/plain-date.ts'

/** Paper dated further ahead than this is a typing error; the rules of a centre may allow fewer days, never more. */
const mostDaysAhead = 14

/** The last date that a paper issued today may bear: a ceremony a few days ahead, where the centre allows it. */
export function latestIssueDate(today: PlainDate, daysAhead: number): PlainDate {
  return addDays(today, Math.min(daysAhead, mostDaysAhead))
}

type IssueDateProblem =
  | { code: 'issue_before_panel'; date: PlainDate; heldOn: PlainDate }
  | { code: 'issue_in_future'; date: PlainDate; latest: PlainDate }

/** Why a paper cannot bear this date, or null. */
export function issueDateProblem(
  date: PlainDate,
  { heldOn, today, daysAhead }: { heldOn: PlainDate; today: PlainDate; daysAhead: number },
): IssueDateProblem | null {
  if (date < heldOn) return { code: 'issue_before_panel', date, heldOn }
  const latest = latestIssueDate(today, daysAhead)
  return date > latest ? { code: 'issue_in_future', date, latest } : null
}

/**
 * From when on something may happen to a paper: from its date, or from today where that still lies ahead, for a clock that was wrong on
 * the day of issue must not keep a paper from being put right.
 */
export function earliestAfterIssue(issuedOn: PlainDate, today: PlainDate): PlainDate {
  return issuedOn < today ? issuedOn : today
}
