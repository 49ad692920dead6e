import type { ProgramDraft, UnitDraft } from '../../../shared/features/program/contract.ts'

/** A line of the curriculum as it is typed; all empty means no unit. */
export interface UnitRow {
  key: number
  label: string
  code: string
  title: string
  theory: string
  practice: string
  /** 'I' inti, 'P' pilihan, or nothing. */
  choice: string
  /** 'Menyiapkan alat; Membersihkan area': titles in order. */
  elements: string
}

export type UnitColumn = 'code' | 'title' | 'theory' | 'practice' | 'choice' | 'elements'
export const unitColumns: readonly UnitColumn[] = ['code', 'title', 'theory', 'practice', 'choice', 'elements']

/** As many as a program may have. */
const most = 60

/** The rows of the grid: the units, and empty ones below to type or paste into. */
export function unitRows(units: readonly UnitDraft[]): UnitRow[] {
  return withEmptyRows(
    units.map(unit => ({
      code: unit.code,
      title: unit.title,
      theory: String(unit.theoryHours),
      practice: String(unit.practiceHours),
      choice: unit.compulsory ? 'I' : 'P',
      elements: unit.elements.join('; '),
    })),
  )
}

/** The grid after some cells were written; grows so that empty rows remain. */
export function writeUnits(
  rows: readonly UnitRow[],
  changes: readonly { rowKey: string | number; columnKey: string; text: string }[],
): UnitRow[] {
  const next = rows.map(row => ({ ...row }))
  for (const { rowKey, columnKey, text } of changes) {
    const row = next.find(one => one.key === rowKey)
    const column = unitColumns.find(one => one === columnKey)
    if (row && column)
      row[column] =
        column === 'choice' ? choiceOf(text) : column === 'elements' ? elementTitles(text).join('; ') : text.trim()
  }
  return withEmptyRows(next)
}

/** What is in the grid as the contract takes it; hours that are no number become NaN and are refused by the schema. */
export function unitDrafts(rows: readonly UnitRow[]): ProgramDraft['units'] {
  return filledRows(rows).map(row => ({
    code: row.code,
    title: row.title,
    theoryHours: hours(row.theory),
    practiceHours: hours(row.practice),
    compulsory: row.choice !== 'P',
    elements: elementTitles(row.elements),
  }))
}

/** Row keys in the order of the drafts: says which line of the grid a problem is about. */
export function filledRows(rows: readonly UnitRow[]): UnitRow[] {
  return rows.filter(row => unitColumns.some(column => row[column] !== ''))
}

function withEmptyRows(rows: readonly Omit<UnitRow, 'key' | 'label'>[]): UnitRow[] {
  const last = rows.findLastIndex(row => unitColumns.some(column => row[column] !== ''))
  const count = Math.min(most, Math.max(15, last + 11))
  return Array.from({ length: count }, (_, index) => ({
    code: '',
    title: '',
    theory: '',
    practice: '',
    choice: '',
    elements: '',
    ...rows[index],
    key: index + 1,
    label: `Unit ${index + 1}`,
  }))
}

/** Elements stand one a line in a cell of Excel, or one behind the other with a semicolon. */
export function elementTitles(text: string): string[] {
  return text
    .split(/[;\n\r]+/)
    .map(title => title.replace(/^\s*\d+[.)]\s+/, '').trim())
    .filter(title => title !== '')
}

function hours(text: string): number {
  return text === '' ? 0 : Number(text.replace(',', '.'))
}

/** Pasted lists write the words, typing the letter. */
function choiceOf(text: string): string {
  const letter = text.trim().charAt(0).toUpperCase()
  return letter === 'I' || letter === 'P' ? letter : ''
}
