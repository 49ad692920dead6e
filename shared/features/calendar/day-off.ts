import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'

/** By precedence: if two days off share a date, the first kind here is shown. */
export const dayOffKinds = ['national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure'] as const
export type DayOffKind = (typeof dayOffKinds)[number]

/** A day without training, other than weekends. */
export type DayOff = { date: PlainDate; kind: DayOffKind; name: string }

export const dayOffDraft = z.strictObject({
  date: plainDateSchema,
  kind: z.enum(dayOffKinds),
  name: line(120, 1),
  source: line(200),
  /** false for a feast that may still move by a day. */
  certain: z.boolean().default(true),
})
export type DayOffDraft = z.infer<typeof dayOffDraft>

const labels: Record<DayOffKind, string> = {
  national_holiday: 'Libur nasional',
  joint_leave: 'Cuti bersama',
  regional_holiday: 'Libur daerah',
  centre_closure: 'Libur balai',
}

export function dayOffLabel(kind: DayOffKind): string {
  return labels[kind]
}

/**
 * Feasts that follow the sighting of the moon: the sidang isbat may move the decreed date by a day. Joint leave beside them is not included, because
 * its date changes only by another decree.
 */
const lunarNames = /idul fitri|idul adha|ramadan|isra mikraj|maulid nabi|muharam|tahun baru islam/i

/** True for a day off whose date is uncertain until it has passed; the default for typed or imported days. */
export function followsTheMoon(day: { kind: DayOffKind; name: string }): boolean {
  return day.kind === 'national_holiday' && lunarNames.test(day.name)
}

/** Note beside a coming feast that may move; null otherwise. */
export function formatUncertain(day: { date: string; certain: boolean }, today: string): string | null {
  return day.certain || day.date < today ? null : 'dapat bergeser sehari'
}
