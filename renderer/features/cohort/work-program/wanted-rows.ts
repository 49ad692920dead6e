import type { ActivityRow } from '../../../../shared/features/activity/contract.ts'
import { usualActivity } from '../../../../shared/features/activity/usual-activity.ts'
import { mostLines, type WantedLine, wantedLine } from '../../../../shared/features/cohort/work-program.ts'
import type { ProgramRow } from '../../../../shared/features/program/contract.ts'
import { isTradeCode, tradeName } from '../../../../shared/features/program/trades.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import { readDate } from '../../../../shared/kernel/date-input.ts'
import { isPlainDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'

/** A line of the request as typed; an empty one is ignored. */
export interface WantedRow {
  key: number
  label: string
  /** Title of the program if it was recognised, else the typed text. */
  program: string
  count: string
  trainees: string
  /** 'YYYY-MM-DD' if it was recognised, else the typed text. */
  first: string
  last: string
  /** Number of the activity in the budget year. */
  activity: string
}

export type WantedColumn = 'program' | 'count' | 'trainees' | 'first' | 'last' | 'activity'
export const wantedColumns: readonly WantedColumn[] = ['program', 'count', 'trainees', 'first', 'last', 'activity']

/** The data that cells are interpreted with. */
export interface WantedContext {
  year: number
  today: PlainDate
  programs: readonly ProgramRow[]
  activities: readonly ActivityRow[]
}

const usualTrainees = '16'

export function emptyRows(): WantedRow[] {
  return withEmptyRows([])
}

/** The grid after cells were written. A line whose program becomes known gets the usual count, people and period. */
export function writeWanted(
  rows: readonly WantedRow[],
  changes: readonly { rowKey: string | number; columnKey: string; text: string }[],
  context: WantedContext,
): WantedRow[] {
  const next = rows.map(row => ({ ...row }))
  for (const { rowKey, columnKey, text } of changes) {
    const row = next.find(one => one.key === rowKey)
    const column = wantedColumns.find(one => one === columnKey)
    if (!row || !column) continue
    row[column] = readCell(column, text.trim(), context)
    if (column === 'program' && row.program !== '') fillUsual(row, next, context)
  }
  return withEmptyRows(next)
}

/** One class for every activity of the year without one, with a program of the activity's trade if it has one. */
export function rowsOfActivities(context: WantedContext): WantedRow[] {
  const rows = context.activities
    .filter(activity => activity.cohorts === 0)
    .map(activity => ({
      program: context.programs.find(one => one.active && one.units > 0 && one.trade === activity.trade)?.title ?? '',
      count: '1',
      trainees: usualTrainees,
      ...usualWindow(context),
      activity: String(activity.number),
    }))
  return withEmptyRows(rows)
}

export function filledRows(rows: readonly WantedRow[]): WantedRow[] {
  return rows.filter(row => wantedColumns.some(column => row[column] !== ''))
}

/** The lines in the form of the contract, or the errors by line. */
export function readWanted(
  rows: readonly WantedRow[],
  context: WantedContext,
): { lines: WantedLine[]; problems: string[] } {
  const lines: WantedLine[] = []
  const problems: string[] = []
  const unpaid: number[] = []
  for (const row of filledRows(rows)) {
    const program = findProgram(row.program, context.programs)
    const activity = context.activities.find(one => String(one.number) === row.activity)
    if (!program) {
      problems.push(
        `Baris ${row.key}: ${row.program === '' ? 'pilih program' : `program “${row.program}” tidak dikenal`}.`,
      )
      continue
    }
    if (row.activity === '' && context.activities.length > 0) {
      unpaid.push(row.key)
      continue
    }
    if (row.activity !== '' && !activity) {
      problems.push(`Baris ${row.key}: kegiatan ${row.activity} tidak ada di tahun ${context.year}.`)
      continue
    }
    const parsed = wantedLine.safeParse({
      programId: program.id,
      count: Number(row.count),
      trainees: Number(row.trainees),
      first: row.first,
      last: row.last,
      activityId: activity?.id ?? null,
    })
    if (parsed.success) lines.push(parsed.data)
    else {
      for (const { path, message } of parsed.error.issues) {
        problems.push(`Baris ${row.key}, ${fieldNames[String(path[0])] ?? 'isi'}: ${message}`)
      }
    }
  }
  if (unpaid.length > 0) {
    problems.push(`Baris ${unpaid.join(', ')}: isi nomor kegiatan ${context.year} yang membiayainya.`)
  }
  return { lines, problems }
}

const fieldNames: Record<string, string> = {
  count: 'angkatan',
  trainees: 'peserta',
  first: 'paling awal',
  last: 'selesai paling lambat',
}

/** The list after one class was accepted for each given key; a line with all its classes accepted becomes empty. */
export function withoutAccepted(rows: readonly WantedRow[], keys: readonly number[]): WantedRow[] {
  return rows.map(row => {
    const taken = keys.filter(key => key === row.key).length
    if (taken === 0) return row
    const remaining = Number(row.count) - taken
    return remaining > 0 ? { ...row, count: String(remaining) } : { ...row, ...noLine }
  })
}

const noLine = { program: '', count: '', trainees: '', first: '', last: '', activity: '' }

/** Finds a program by title, by trade or its code, or by the beginning of a word; undefined if several match. */
export function findProgram(text: string, programs: readonly ProgramRow[]): ProgramRow | undefined {
  const active = programs.filter(program => program.active)
  const exact = active.find(program => program.title === text)
  const typed = foldName(text)
  if (exact || typed === '') return exact
  const code = text.toUpperCase()
  const byTrade = active.filter(
    program => (isTradeCode(code) && program.trade === code) || foldName(tradeName(program.trade)).startsWith(typed),
  )
  const byTitle = active.filter(program => foldName(program.title).includes(typed))
  return onlyOne(byTrade) ?? onlyOne(byTitle)
}

/** The rest of this year, or another year as a whole. */
function usualWindow({ year, today }: Pick<WantedContext, 'year' | 'today'>): { first: string; last: string } {
  const first = `${year}-01-01`
  return { first: first < today ? today : first, last: `${year}-12-31` }
}

function readCell(column: WantedColumn, text: string, context: WantedContext): string {
  if (text === '') return ''
  if (column === 'program') return findProgram(text, context.programs)?.title ?? text
  if (column === 'first' || column === 'last') return readDay(text, context) ?? text
  return text
}

/** '1/3' means a day in the budget year; 'besok' is tomorrow. */
function readDay(text: string, { year, today }: WantedContext): PlainDate | null {
  const middle = `${year}-07-01`
  return readDate(text, /^\d/.test(text) && isPlainDate(middle) ? middle : today)
}

function fillUsual(row: WantedRow, rows: readonly WantedRow[], context: WantedContext): void {
  const above = rows.findLast(one => one.key < row.key && one.program !== '')
  const usual = usualWindow(context)
  if (row.count === '') row.count = '1'
  if (row.trainees === '') row.trainees = above?.trainees || usualTrainees
  if (row.first === '') row.first = above?.first || usual.first
  if (row.last === '') row.last = above?.last || usual.last
  if (row.activity === '') row.activity = usualNumber(row, rows, context)
}

/** The activity proposed for the program's trade. Activities in other rows count as having one more class. */
function usualNumber(row: WantedRow, rows: readonly WantedRow[], { programs, activities }: WantedContext): string {
  const program = findProgram(row.program, programs)
  if (!program) return ''
  const taken = new Set(rows.filter(one => one.key !== row.key).map(one => one.activity))
  const counted = activities.map(one => (taken.has(String(one.number)) ? { ...one, cohorts: one.cohorts + 1 } : one))
  return String(usualActivity(counted, program.trade)?.number ?? '')
}

function withEmptyRows(rows: readonly Omit<WantedRow, 'key' | 'label'>[]): WantedRow[] {
  const last = rows.findLastIndex(row => wantedColumns.some(column => row[column] !== ''))
  const count = Math.min(mostLines, Math.max(10, last + 4))
  return Array.from({ length: count }, (_, index) => ({
    ...noLine,
    ...rows[index],
    key: index + 1,
    label: `Baris ${index + 1}`,
  }))
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}
