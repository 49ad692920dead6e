import { useQueries } from '@tanstack/react-query'
import type { DomainErrorData } from '../../../../shared/domain-error.ts'
import type { CalendarDay } from '../../../../shared/features/calendar/contract.ts'
import { type PlanReading, roomPurposes } from '../../../../shared/features/cohort/contract.ts'
import { nextWorkingDay, whyOff } from '../../../../shared/features/cohort/working-days.ts'
import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import { type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, keepShown, useRead, useToday } from '../../../app/client.ts'
import { domainErrorOf, errorMessage } from '../../../app/error-message.ts'
import type { RailGap } from '../../../ui/rail/rail-day.ts'
import { type PlanValues, planInput } from './planner-values.ts'

export type StartOnDayOff = Extract<DomainErrorData, { code: 'start_on_day_off' }>

interface Planning {
  /** The newest plan, kept while a newer one is read; null while the values are incomplete. */
  plan: PlanReading | null
  stale: boolean
  /** The start is not a working day. */
  dayOffStart: StartOnDayOff | null
  /** Another error, as text, with a way to try again. */
  failure: string | null
  retry: () => Promise<unknown>
  /** Years of the class without a holiday table. */
  missingYears: number[]
  /** Number of activities in the budget year of the class. */
  activities: number
  /** The named day off of a date, for the calendar below the date field. */
  dayOff: (date: PlainDate) => RailGap | undefined
}

/** Reads everything that the planner needs for the values typed so far, again on each change. */
export function usePlanning(values: PlanValues, trade: TradeCode | null): Planning {
  const today = useToday()
  const instructors = useRead(api.instructor.list, {})
  const calendar = useCalendar(yearOf(values.start ?? today))
  const years = useRead(api.calendar.years, {})
  const activities = useRead(api.activity.list, values.start === null ? null : { year: yearOf(values.start) })
  const input = planInput(values)
  // Checked here with the rule of the backend, so that no plan is requested that it would refuse.
  const dayOffStart = input && calendar.days ? startOnDayOff(values, calendar.days) : null
  const plannable = input && calendar.days && !dayOffStart ? input : null
  const reading = useRead(api.cohort.plan, plannable ?? null, keepShown)
  const failed = calendar.error ?? reading.error
  const domainError = domainErrorOf(reading.error)
  const plan = input && !dayOffStart && !failed ? (reading.data ?? null) : null
  const known = years.data?.map(({ year }) => year)
  const days = calendar.days ?? []
  return {
    plan: inPlaces(plan, trade, instructors.data ?? []),
    stale: reading.isPlaceholderData,
    dayOffStart: domainError?.code === 'start_on_day_off' ? domainError : dayOffStart,
    failure: failed && domainError?.code !== 'start_on_day_off' ? errorMessage(failed) : null,
    retry: () => Promise.all([calendar.refetch(), reading.refetch()]),
    missingYears: plan && known ? [yearOf(plan.start), yearOf(plan.end)].filter(isNew(known)) : [],
    activities: activities.data?.rows.length ?? 0,
    dayOff: date => days.find(day => day.date === date),
  }
}

function startOnDayOff({ start, week, jointLeave }: PlanValues, daysOff: readonly CalendarDay[]): StartOnDayOff | null {
  const calendar = { week, jointLeave, daysOff }
  const off = start && whyOff(start, calendar)
  if (!off) return null
  return { code: 'start_on_day_off', date: start, reason: off.reason, next: nextWorkingDay(start, calendar) }
}

/**
 * Sorted independently of the date, so that lanes keep their place while it changes: holders of a certificate of the trade first, and rooms of the
 * trade first.
 */
function inPlaces(plan: PlanReading | null, trade: TradeCode | null, people: readonly InstructorRow[]) {
  if (!plan) return null
  const ofTrade = new Set(
    people
      .filter(person => person.credentials.some(credential => trade !== null && credential.trades.includes(trade)))
      .map(person => person.id),
  )
  const instructors = byName(plan.instructors)
  return {
    ...plan,
    instructors: instructors.toSorted((a, b) => Number(ofTrade.has(b.id)) - Number(ofTrade.has(a.id))),
    rooms: byName(plan.rooms).toSorted((a, b) => roomPurposes.indexOf(a.purpose) - roomPurposes.indexOf(b.purpose)),
  }
}

function byName<Named extends { name: string }>(lanes: readonly Named[]): Named[] {
  return lanes.toSorted((a, b) => a.name.localeCompare(b.name, 'id', { numeric: true }))
}

/** The days off of a year and of the next one, because a class may run into it. */
function useCalendar(year: number) {
  return useQueries({
    queries: [year, year + 1].map(one => api.calendar.year.queryOptions({ input: { year: one } })),
    combine: results => ({
      days: results.every(result => result.data) ? results.flatMap(result => result.data?.days ?? []) : null,
      error: results.find(result => result.error)?.error ?? null,
      refetch: () => Promise.all(results.map(result => result.refetch())),
    }),
  })
}

/** Removes entries already in the list and duplicates. */
function isNew(known: readonly number[]) {
  return (year: number, index: number, all: readonly number[]) => !known.includes(year) && all.indexOf(year) === index
}
