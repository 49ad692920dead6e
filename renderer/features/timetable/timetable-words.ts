import type { ClockKind } from '../../../shared/features/cohort/day-clock.ts'
import type { SessionKind } from '../../../shared/features/cohort/timetable.ts'
import type { Timetable, TimetableBlock } from '../../../shared/features/cohort/timetable-contract.ts'
import type { Place } from './open-row.ts'
import { unitLetters } from './unit-letters.ts'

export const kindWords: Record<SessionKind, string> = { theory: 'Teori', practice: 'Praktik' }

export const clockWords: Record<ClockKind, string> = { ordinary: 'Hari biasa', friday: 'Jumat', ramadan: 'Bulan puasa' }

/** 'A teori' */
export function blockWords(
  { unitId, kind }: Pick<TimetableBlock, 'unitId' | 'kind'>,
  units: Timetable['units'],
): string {
  const unit = units.find(one => one.id === unitId)
  return `${unit ? unitLetters(unit.position) : '?'} ${kindWords[kind].toLowerCase()}`
}

/** 'hari ke-4, JP 3' */
export function placeWords({ n, hour }: Place): string {
  return `hari ke-${n}, JP ${hour}`
}

/** 'JP 3', 'JP 3 s.d. 5' */
export function hoursWords(from: number, hours: number): string {
  return hours === 1 ? `JP ${from}` : `JP ${from} s.d. ${from + hours - 1}`
}
