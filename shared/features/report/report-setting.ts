import { z } from 'zod'
import { whole } from '../../kernel/schema.ts'

export const countedByLabels = {
  panel: 'tanggal sidang kelulusan; yang belum sidang menurut hari terakhirnya',
  end: 'hari terakhirnya',
  start: 'hari pertamanya',
}
export type CountedBy = keyof typeof countedByLabels

export const passBaseLabels = {
  decree: 'semua peserta menurut SK',
  finished: 'peserta yang diputuskan lulus atau tidak lulus',
}

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'Tulis tanggal seperti 06-30.' })

export const reportSetting = z.strictObject({
  countedBy: z.enum(['panel', 'end', 'start']),
  passBase: z.enum(['decree', 'finished']),
  monthlyDay: whole(1, 28),
  yearlyDay: monthDay,
  incentiveDays: z.array(monthDay).max(12),
  classDays: whole(1, 90),
})
export type ReportSetting = z.infer<typeof reportSetting>

/** Defaults until the office changes them. */
export const usualSetting: ReportSetting = {
  countedBy: 'panel',
  passBase: 'decree',
  monthlyDay: 5,
  yearlyDay: '01-10',
  incentiveDays: ['06-30', '10-31', '12-31'],
  classDays: 14,
}

/** 'Angkatan dihitung menurut …', for the head of every report. */
export function formatCountedBy(countedBy: CountedBy): string {
  return `Angkatan dan pesertanya dihitung menurut ${countedByLabels[countedBy]}.`
}
