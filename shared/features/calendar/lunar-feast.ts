import type { DayOffKind } from './day-off.ts'

/**
 * Names of the feasts that follow the sighting of the moon. A decree names their date, and the sidang isbat may still move it by a
 * day. Joint leave beside them is not among them: its date is fixed by the decree itself and changes only by another one.
 */
const lunarNames = /idul fitri|idul adha|ramadan|isra mikraj|maulid nabi|muharam|tahun baru islam/i

/** True for a day off whose date is not certain before it has passed; the default for days that are typed or imported. */
export function followsTheMoon(day: { kind: DayOffKind; name: string }): boolean {
  return day.kind === 'national_holiday' && lunarNames.test(day.name)
}

/** The words beside a feast that is still to come; null for a certain day and for one that has passed. */
export function formatUncertain(day: { date: string; certain: boolean }, today: string): string | null {
  return day.certain || day.date < today ? null : 'dapat bergeser sehari'
}
