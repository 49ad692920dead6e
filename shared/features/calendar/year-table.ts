import { z } from 'zod'
import { readDate } from '../../kernel/date-input.ts'
import { addDays, isPlainDate, type PlainDate, plainDate, yearOf } from '../../kernel/plain-date.ts'
import { line, whole } from '../../kernel/schema.ts'
import { type DayOffDraft, type DayOffKind, dayOffDraft, dayOffKinds, dayOffLabel, followsTheMoon } from './day-off.ts'

export const tableFormats = ['xlsx', 'csv', 'ics'] as const
export type TableFormat = (typeof tableFormats)[number]

/** Column heads for export and import; case is ignored. */
export const tableHeads = ['Tanggal', 'Jenis', 'Nama', 'Dasar', 'Kepastian'] as const
export const certainLabels = { certain: 'pasti', uncertain: 'dapat bergeser' }

/** One line of a file: what it would write, or why it cannot. */
export type TableRow = {
  /** Number of the line from 1; in a calendar file of the event. */
  row: number
  text: string
  day: DayOffDraft | null
  problem: string | null
  status: 'new' | 'changed' | 'same' | 'problem'
}

export type TableReading = {
  year: number
  rows: TableRow[]
  /** Days of the calendar that are missing in the file. */
  missing: { date: PlainDate; name: string }[]
  /** Classes that train on days off of the file, by date. */
  meeting: { date: PlainDate; cohorts: string[] }[]
}

export const yearTableDraft = z
  .strictObject({
    year: whole(2000, 2100),
    source: line(300, 1),
    days: z.array(dayOffDraft).max(366),
    /** Deletes days of the year that are not in the table. */
    removeOthers: z.boolean(),
  })
  .refine(table => table.days.every(day => yearOf(day.date) === table.year), {
    path: ['days'],
    error: 'Ada tanggal dari tahun lain.',
  })
  .refine(table => new Set(table.days.map(day => day.date)).size === table.days.length, {
    path: ['days'],
    error: 'Ada tanggal yang ditulis dua kali.',
  })

/** The cells of a line in the order of `tableHeads`. */
export type TableCells = readonly [date: string, kind: string, name: string, source: string, certain: string]

/** `problem`: why the line cannot be a day off at all. */
export type NumberedCells = { row: number; cells: TableCells; problem?: string }

/** A day off, or the error text. */
export function readTableCells(cells: TableCells, year: number): DayOffDraft | string {
  const [dateText, kindText, nameText, source, certainText] = cells.map(cell => cell.trim()) as unknown as TableCells
  const date = readTableDate(dateText, year)
  if (!date) return dateText === '' ? 'Tanggal kosong.' : `“${dateText}” bukan tanggal.`
  if (yearOf(date) !== year) return `Tanggal dari tahun ${yearOf(date)}.`
  if (cells.some(cell => cell.includes('\ufffd'))) return 'Ada huruf rusak. Simpan berkasnya sebagai CSV UTF-8.'
  const kind = readKind(kindText, nameText)
  if (!kind) return `Jenis “${kindText}” tidak dikenal.`
  const parsed = dayOffDraft.safeParse({ date, kind, name: nameText, source, certain: true })
  if (!parsed.success) return nameText === '' ? 'Nama kosong.' : (parsed.error.issues[0]?.message ?? 'Tidak terbaca.')
  const written = certainText.toLowerCase()
  const certain = written === '' ? !followsTheMoon({ kind, name: nameText }) : written.startsWith(certainLabels.certain)
  return { ...parsed.data, certain }
}

/** An absolute date: 'besok' and '+3' mean nothing in a file. */
function readTableDate(text: string, year: number): PlainDate | null {
  if (isPlainDate(text)) return text
  if (!/^[^+-]*\d/.test(text)) return null
  // Without a year the nearest one is taken; relative to the middle of the year that is always the table's year.
  return readDate(text, addDays(plainDate(year, 1, 1), 182))
}

/** The kind as staff or decrees write it; else guessed from the name. */
function readKind(text: string, name: string): DayOffKind | null {
  const written = text.toLowerCase()
  if (written === '') return /cuti bersama|joint (holiday|leave)/i.test(name) ? 'joint_leave' : 'national_holiday'
  const short: Record<string, DayOffKind> = { ln: 'national_holiday', cb: 'joint_leave' }
  return (
    short[written] ?? dayOffKinds.find(kind => dayOffLabel(kind).toLowerCase() === written || kind === written) ?? null
  )
}

export function tableCells(day: DayOffDraft): TableCells {
  const certain = day.certain ? certainLabels.certain : certainLabels.uncertain
  return [day.date, dayOffLabel(day.kind), day.name, day.source, certain]
}
