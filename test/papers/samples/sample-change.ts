import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { ScheduleChange } from '../../../shared/facts/schedule-change-facts.ts'
import { addDays } from '../../../shared/kernel/plain-date.ts'

/** A regional holiday that moved all days from the twelfth on; `first` starts earlier. */
export function sampleChange({ days }: Pick<CohortFacts, 'days'>, first = 12): ScheduleChange {
  return {
    planVersion: 2,
    action: 'add',
    date: '2025-01-02',
    name: 'Hari jadi kota',
    source: 'Keputusan Wali Kota Tangerang Nomor 003/Kep.12/2024',
    decidedOn: '2024-12-27',
    moves: days.filter(day => day.n >= first).map(day => ({ n: day.n, from: addDays(day.date, -1), to: day.date })),
  }
}
