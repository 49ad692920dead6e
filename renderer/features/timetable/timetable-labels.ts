import type { ClockKind } from '../../../shared/features/cohort/day-clock.ts'
import type { Timetable, TimetableBlock } from '../../../shared/features/timetable/contract.ts'
import type { SessionKind } from '../../../shared/features/timetable/timetable.ts'
import type { Place } from './open-row.ts'
import { unitLetters } from './unit-letters.ts'

export const kindLabels: Record<SessionKind, string> = { theory: 'Teori', practice: 'Praktik' }

export const formatClock: Record<ClockKind, string> = {
  ordinary: 'Hari biasa',
  friday: 'Jumat',
  ramadan: 'Bulan puasa',
}

/** 'A teori' */
export function formatBlock(
  { unitId, kind }: Pick<TimetableBlock, 'unitId' | 'kind'>,
  units: Timetable['units'],
): string {
  const unit = units.find(one => one.id === unitId)
  return `${unit ? unitLetters(unit.position) : '?'} ${kindLabels[kind].toLowerCase()}`
}

/** 'hari ke-4, JP 3' */
export function formatPlace({ n, hour }: Place): string {
  return `hari ke-${n}, JP ${hour}`
}

/** 'JP 3', 'JP 3 s.d. 5' */
export function formatHours(from: number, hours: number): string {
  return hours === 1 ? `JP ${from}` : `JP ${from} s.d. ${from + hours - 1}`
}
