import { addDays, type PlainDate } from '../../kernel/plain-date.ts'

/** A later date is a typing error; a centre may allow fewer days, never more. */
const mostDaysAhead = 14

/** The latest date of a paper issued today, for a ceremony some days ahead, if the centre allows it. */
export function latestIssueDate(today: PlainDate, daysAhead: number): PlainDate {
  return addDays(today, Math.min(daysAhead, mostDaysAhead))
}

type IssueDateProblem =
  | { code: 'issue_before_panel'; date: PlainDate; heldOn: PlainDate }
  | { code: 'issue_in_future'; date: PlainDate; latest: PlainDate }

/** Why a paper cannot have this date, or null. */
export function issueDateProblem(
  date: PlainDate,
  { heldOn, today, daysAhead }: { heldOn: PlainDate; today: PlainDate; daysAhead: number },
): IssueDateProblem | null {
  if (date < heldOn) return { code: 'issue_before_panel', date, heldOn }
  const latest = latestIssueDate(today, daysAhead)
  return date > latest ? { code: 'issue_in_future', date, latest } : null
}

/**
 * The earliest date of an event after issue: the date of the paper, or today if that is earlier, so that a clock that was wrong at issue does not
 * block corrections.
 */
export function earliestAfterIssue(issuedOn: PlainDate, today: PlainDate): PlainDate {
  return issuedOn < today ? issuedOn : today
}
