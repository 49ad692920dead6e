import { keepPreviousData, skipToken, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlanReading } from '../../../shared/features/cohort/contract.ts'
import type { ProgramId } from '../../../shared/ids.ts'
import { type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { api } from '../../app/client.ts'
import { errorWords, refusalOf } from '../../app/error-words.ts'
import type { RailGap } from '../../ui/rail-day.ts'
import { type PlanValues, planInput } from './planner-values.ts'

export interface Planning {
  /** The newest reading, also while a newer one is under way; null while the values give none. */
  plan: PlanReading | null
  stale: boolean
  refusal: Refusal | null
  /** Another failure, in words, with the way to try again. */
  failure: string | null
  retry: () => Promise<unknown>
  /** Years of the class that have no holiday table. */
  missingYears: number[]
  /** Named day off of the years round the start, for the month below the date field. */
  dayOff: (date: PlainDate) => RailGap | undefined
}

/** Everything the planner asks of the backend for the values typed so far; every key asks again. */
export function usePlanning(values: PlanValues, today: PlainDate): Planning {
  const input = planInput(values)
  const reading = useQuery({
    ...api.cohort.plan.queryOptions({ input: input ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  const refusal = refusalOf(reading.error)
  const plan = input && !reading.error ? (reading.data ?? null) : null
  const years = useQuery(api.calendar.years.queryOptions({ input: {} }))
  const known = years.data?.map(({ year }) => year)
  const ordered = usePlaces(plan, reading.isPlaceholderData, values.programId)
  return {
    plan: ordered,
    stale: reading.isPlaceholderData,
    refusal,
    failure: reading.error && !refusal ? errorWords(reading.error) : null,
    retry: () => reading.refetch(),
    missingYears: plan && known ? [yearOf(plan.start), yearOf(plan.end)].filter(isNew(known)) : [],
    dayOff: useDaysOff(yearOf(values.start ?? today)),
  }
}

/** Keeps every lane in the place it had when the program was chosen, however the date changes. */
function usePlaces(plan: PlanReading | null, stale: boolean, programId: ProgramId | null): PlanReading | null {
  const [places, setPlaces] = useState<{ programId: ProgramId | null; order: ReadonlyMap<number, number> } | null>(null)
  if (plan && !stale && (places === null || places.programId !== programId))
    setPlaces({ programId, order: new Map(plan.instructors.map((lane, index) => [lane.id, index])) })
  if (!plan || !places) return plan
  const place = (id: number) => places.order.get(id) ?? places.order.size
  return { ...plan, instructors: plan.instructors.toSorted((a, b) => place(a.id) - place(b.id)) }
}

function useDaysOff(year: number): (date: PlainDate) => RailGap | undefined {
  const days = useQueries({
    queries: [year, year + 1].map(one => api.calendar.year.queryOptions({ input: { year: one } })),
    combine: results => results.flatMap(result => result.data?.days ?? []),
  })
  return date => days.find(day => day.date === date)
}

/** Not in the list, and only once. */
function isNew(known: readonly number[]) {
  return (year: number, index: number, all: readonly number[]) => !known.includes(year) && all.indexOf(year) === index
}
