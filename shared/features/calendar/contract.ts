import { z } from 'zod'
import { type DayOffId, dayOffId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, nothing, whole } from '../../kernel/schema.ts'
import { type Joined, type Saved, seenOf, seenRowsOf } from '../../kernel/seen.ts'
import { command, output, query, task } from '../../operation.ts'
import { type DayOffKind, dayOffDraft } from './day-off.ts'
import { type TableReading, tableFormats, yearTableDraft } from './year-table.ts'

export type CalendarDay = {
  id: DayOffId
  date: PlainDate
  kind: DayOffKind
  name: string
  source: string
  certain: boolean
}
export type CalendarYear = {
  year: number
  /** Decree of the table; null for a year without one. */
  source: string | null
  days: CalendarDay[]
  cohorts: { code: string; title: string; start: PlainDate; end: PlainDate; dates: PlainDate[] }[]
}

export const calendarContract = {
  years: query('everyone', nothing, output<{ year: number; source: string }[]>()),
  year: query('everyone', { year: whole(2000, 2100) }, output<CalendarYear>()),
  /** A year counts as filled once its source is recorded. */
  saveYear: command('cohort.change', 'Mencatat dasar kalender', { year: whole(2000, 2100), source: line(300, 1) }),
  saveDay: command(
    'cohort.change',
    'Menyimpan hari libur',
    { id: dayOffId.nullable(), day: dayOffDraft, ...seenOf(dayOffDraft) },
    output<Saved<DayOffId> & { plannedCohorts: string[] }>(),
  ),
  removeDay: command('cohort.change', 'Menghapus hari libur', { id: dayOffId }),
  /** What a table in Excel, CSV or a calendar file would change; writes nothing. */
  readTable: task(
    'cohort.change',
    'Membaca berkas kalender',
    { year: whole(2000, 2100), file: z.file() },
    output<TableReading>(),
  ),
  /** Stores a whole table with its decree. Moves no class: `meeting` lists classes that train on days off. */
  saveTable: command(
    'cohort.change',
    'Mengimpor kalender setahun',
    yearTableDraft.safeExtend(seenRowsOf(dayOffDraft, 366)),
    output<Joined & { saved: number; meeting: TableReading['meeting'] }>(),
  ),
  exportTable: task(
    'everyone',
    'Mengekspor kalender',
    { year: whole(2000, 2100), format: z.enum(tableFormats) },
    output<BinaryFile>(),
  ),
}
