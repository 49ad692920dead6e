import type { DayOff } from '../../../../shared/features/calendar/day-off.ts'
import type { replanContract } from '../../../../shared/features/replan/contract.ts'
import type {
  AffectedCohort,
  DayOffChange,
  DayOffPreview,
  ReplanAnswer,
} from '../../../../shared/features/replan/day-off-change.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { dayOffOn, deleteDayOff, insertDayOff } from '../calendar/calendar-store.ts'
import { closuresOfCohort, deleteClosure, insertClosure } from '../calendar/closure-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { type CheckedReplan, checkReplans } from './check-replans.ts'
import { ReplanBookings } from './replan-bookings.ts'
import { type CohortReplans, replanCohorts } from './replan-cohorts.ts'
import { type ReplanCohort, type ReplanContext, readReplanContext } from './replan-context-store.ts'
import { writeReplans } from './write-replans.ts'

export const replanHandlers: Handlers<typeof replanContract> = {
  preview({ db, today }, change) {
    const { context, replans, checked, known, unused, refused } = readChange(db, change, today)
    return {
      known,
      affected: checked.map(affectedCohort),
      kept: replans.kept.map(({ cohort, n }) => ({ cohort: cohort.code, title: cohort.title, n })),
      unaffected: replans.unaffected.map(({ code, title, days }) => ({
        cohort: code,
        title,
        start: days[0]?.date ?? today,
        end: days.at(-1)?.date ?? today,
      })),
      daysOff: axisDaysOff(context, change, checked),
      blocking: blockingProblems(checked).length,
      unused,
      refused,
    } satisfies DayOffPreview
  },

  apply(scope, change) {
    const { db, today, record } = scope
    const { day, cohort: code } = change
    const { checked, known, refused } = readChange(db, change, today)
    if (refused) throw new DomainError(refused)
    const blocking = blockingProblems(checked)
    if (blocking.length > 0) throw new DomainError({ code: 'shift_blocked', problems: blocking })
    const only = code === null ? null : getCohort(db, code)
    if (change.action === 'withdraw') {
      if (only) deleteClosure(db, only.id, day.date)
      else deleteDayOff(db, dayOffOn(db, day.date)?.id ?? 0)
    } else if (!known) {
      if (only) insertClosure(db, only.id, day)
      else insertDayOff(db, day)
    }
    if (change.action === 'withdraw')
      record('day_off', code ?? day.date, known, { withdrawn: day.date, source: day.source })
    else record('day_off', code ?? day.date, known, day)
    const stored = known && change.action === 'add' ? { ...day, ...known } : day
    writeReplans(scope, { ...change, day: stored }, checked)
    return { cohorts: checked.filter(row => row.replan.moved.length > 0).map(row => row.cohort.code) }
  },
}

type ReadChange = {
  context: ReplanContext
  replans: CohortReplans
  checked: CheckedReplan[]
} & Pick<DayOffPreview, 'known' | 'unused' | 'refused'>

/** @throws DomainError not_found for a withdrawal of a date that is no day off, or an unknown class; cohort_cancelled */
function readChange(db: ReadDatabase, change: DayOffChange, today: PlainDate): ReadChange {
  const { date } = change.day
  const only = change.cohort === null ? null : getCohort(db, change.cohort)
  if (only?.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: only.title })
  const known = knownDayOff(db, date, only)
  if (change.action === 'withdraw' && !known) throw new DomainError({ code: 'not_found', entity: 'day_off' })
  const context = readReplanContext(db, date < today ? date : today)
  const replans = replanCohorts(context, change, today)
  const bookings = new ReplanBookings(context, replans.affected, change.answers)
  const given = { context, change, today }
  const checked = checkReplans(given, replans.affected, bookings)
  const unused = unusedAnswers(context, change, checked)
  return { context, replans, checked, known, unused, refused: whyRefused(change, replans, known) }
}

/** Answers without a problem are not applied, which the page shows. */
function unusedAnswers(
  { cohorts }: ReplanContext,
  { answers }: DayOffChange,
  checked: readonly CheckedReplan[],
): DayOffPreview['unused'] {
  const taken = checked.flatMap(row => row.answered.map(one => one.answer))
  const isTaken = (answer: ReplanAnswer) =>
    taken.some(
      one => one === answer || (one.kind === 'pause' && answer.kind === 'pause' && one.cohort === answer.cohort),
    )
  return answers
    .filter(answer => !isTaken(answer))
    .map(answer => ({ answer, title: cohorts.find(row => row.code === answer.cohort)?.title ?? answer.cohort }))
}

/** Why the whole change is refused, whatever is answered; checked in the preview and in the command. */
function whyRefused(
  { action, day, cohort }: DayOffChange,
  { affected, kept }: CohortReplans,
  known: DayOffPreview['known'],
): DayOffPreview['refused'] {
  if (action === 'withdraw') return null
  const [met] = cohort === null ? [] : kept
  if (met) return { code: 'class_has_met', cohort: met.cohort.title, n: met.n, date: day.date }
  return known && affected.length === 0 ? { code: 'day_off_taken', date: day.date, name: known.name } : null
}

function knownDayOff(db: ReadDatabase, date: PlainDate, only: { id: number } | null): DayOffPreview['known'] {
  const known = only === null ? dayOffOn(db, date) : closuresOfCohort(db, only.id).find(row => row.date === date)
  return known ? { kind: known.kind, name: known.name, source: known.source } : null
}

function blockingProblems(checked: readonly CheckedReplan[]): { cohort: string; message: string }[] {
  return checked.flatMap(({ cohort, problems }) =>
    problems.filter(row => row.blocking).map(({ message }) => ({ cohort: cohort.title, message })),
  )
}

function affectedCohort({ cohort, replan, problems, answered }: CheckedReplan): AffectedCohort {
  const asDay = ({ n, held, closed }: ReplanCohort['days'][number], date: PlainDate) => ({ n, date, held, closed })
  return {
    cohort: cohort.code,
    title: cohort.title,
    oldEnd: cohort.days.at(-1)?.date ?? replan.end,
    newEnd: replan.end,
    before: cohort.days.map(day => asDay(day, day.date)),
    after: cohort.days.map((day, index) => asDay(day, replan.days[index]?.date ?? day.date)),
    skipped: replan.skipped,
    moved: replan.moved,
    problems,
    answered: answered.map(({ answer, label }) => ({ answer, label })),
  }
}

/** Days off over all affected classes, with some days at both ends. */
function axisDaysOff(context: ReplanContext, change: DayOffChange, checked: readonly CheckedReplan[]): DayOff[] {
  const dates = checked.flatMap(({ cohort, replan }) => [...cohort.days, ...replan.days].map(day => day.date))
  const [first] = dates.toSorted()
  const last = dates.toSorted().at(-1)
  if (!first || !last) return []
  const { date, kind, name } = change.day
  const within = (off: DayOff) => off.date >= addDays(first, -7) && off.date <= addDays(last, 7)
  const others = context.daysOff.filter(off => off.date !== date && within(off))
  return change.action === 'withdraw' ? others : [...others, { date, kind, name }]
}
