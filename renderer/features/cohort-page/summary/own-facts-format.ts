import type { Cohort, CohortDay } from '../../../../shared/features/cohort/contract.ts'
import { type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'

type Facts = Pick<Cohort, 'code' | 'year' | 'start' | 'program' | 'staying' | 'room'> & {
  days: readonly Pick<CohortDay, 'n' | 'date'>[]
}

/**
 * 'TB-2026-03 · hari ke-13 dari 15 · 16 peserta · Dapur 2'; before and after its days the program instead. A class that was moved into another year
 * keeps its code, because papers and people use it.
 */
export function formatOwnFacts({ code, year, start, program, staying, room, days }: Facts, today: PlainDate): string {
  const planned = yearOf(start) === year ? '' : ` (kode dari rencana ${year})`
  const last = days.findLast(day => day.date <= today)
  const running = last && today <= (days.at(-1)?.date ?? '')
  return [`${code}${planned}`, running ? `hari ke-${last.n} dari ${days.length}` : program, `${staying} peserta`, room]
    .filter(Boolean)
    .join(' · ')
}
