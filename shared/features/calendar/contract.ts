import { z } from 'zod'
import { type DayOffId, dayOffId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing, plainDateSchema, whole } from '../../kernel/schema.ts'
import { command, output, query } from '../../operation.ts'
import type { DayOffKind } from './day-off.ts'

export const dayOffDraft = z.strictObject({
  date: plainDateSchema,
  kind: z.enum(['national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure']),
  name: line(120, 1),
  source: line(200),
})
export type DayOffDraft = z.infer<typeof dayOffDraft>

export type CalendarDay = { id: DayOffId; date: PlainDate; kind: DayOffKind; name: string; source: string }
export type CalendarYear = {
  year: number
  /** Decree that the table rests on; null for a year that nobody has filled in. */
  source: string | null
  days: CalendarDay[]
  cohorts: { code: string; title: string; start: PlainDate; end: PlainDate; dates: PlainDate[] }[]
}

export const calendarContract = {
  years: query(nothing, output<{ year: number; source: string; days: number }[]>()),
  year: query(z.strictObject({ year: whole(2000, 2100) }), output<CalendarYear>()),
  /** A year counts as filled in from the moment its source is recorded. */
  saveYear: command(z.strictObject({ year: whole(2000, 2100), source: line(300, 1) }), output<void>()),
  saveDay: command(
    z.strictObject({ id: dayOffId.nullable(), day: dayOffDraft }),
    output<{ id: DayOffId; plannedCohorts: string[] }>(),
  ),
  removeDay: command(z.strictObject({ id: dayOffId }), output<void>()),
}
