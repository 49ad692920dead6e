import type { PlainDate } from '../../kernel/plain-date.ts'

/** Strongest first: where two days off share a date, the first kind here is the one that is named. */
export const dayOffKinds = ['national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure'] as const
export type DayOffKind = (typeof dayOffKinds)[number]

/** A dated day without training, apart from weekends. */
export type DayOff = { date: PlainDate; kind: DayOffKind; name: string }

const labels: Record<DayOffKind, string> = {
  national_holiday: 'Libur nasional',
  joint_leave: 'Cuti bersama',
  regional_holiday: 'Libur daerah',
  centre_closure: 'Libur balai',
}

export function dayOffLabel(kind: DayOffKind): string {
  return labels[kind]
}
