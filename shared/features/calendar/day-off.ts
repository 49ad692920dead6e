import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'

/** Strongest first: where two days off share a date, the first kind here is the one that is named. */
export const dayOffKinds = ['national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure'] as const
export type DayOffKind = (typeof dayOffKinds)[number]

/** A dated day without training, apart from weekends. */
export type DayOff = { date: PlainDate; kind: DayOffKind; name: string }

export const dayOffDraft = z.strictObject({
  date: plainDateSchema,
  kind: z.enum(dayOffKinds),
  name: line(120, 1),
  source: line(200),
  /** false for a feast that can still move by a day. */
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
 * Names of the feasts that follow the sighting of the moon. A decree names their date, and the sidang isbat may still move it by a
 * day. Joint leave beside them is not among them: its date is fixed by the decree itself and changes only by another one.
 */
const lunarNames = /idul fitri|idul adha|ramadan|isra mikraj|maulid nabi|muharam|tahun baru islam/i

/** True for a day off whose date is not certain before it has passed; the default for days that are typed or imported. */
export function followsTheMoon(day: { kind: DayOffKind; name: string }): boolean {
  return day.kind === 'national_holiday' && lunarNames.test(day.name)
}

/** The note beside a feast that is still to come; null for a certain day and for one that has passed. */
export function formatUncertain(day: { date: string; certain: boolean }, today: string): string | null {
  return day.certain || day.date < today ? null : 'dapat bergeser sehari'
}
