import type { ProgramDraft, UnitDraft } from '../../../shared/features/program/contract.ts'

/** A line of the curriculum as typed; an empty one is ignored. */
export interface UnitRow {
  key: number
  label: string
  code: string
  title: string
  theory: string
  practice: string
  /** 'I' inti, 'P' pilihan, or ''. */
  choice: string
  /** 'Menyiapkan alat; Membersihkan area', in order. */
  elements: string
}

export type UnitColumn = 'code' | 'title' | 'theory' | 'practice' | 'choice' | 'elements'
export const unitColumns: readonly UnitColumn[] = ['code', 'title', 'theory', 'practice', 'choice', 'elements']

/** Most units of a program. */
const most = 60

/** Rows of the grid: the units, then empty ones. */
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

/** The grid after cells were written, with empty rows at the end. */
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

/** The lines in the form of the contract. Hours that are not a number become NaN, which the schema refuses. */
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

/** Rows in the order of `unitDrafts`, to find the line of an error. */
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

/** In a cell of Excel elements stand on separate lines or are separated by semicolons. */
export function elementTitles(text: string): string[] {
  return text
    .split(/[;\n\r]+/)
    .map(title => title.replace(/^\s*\d+[.)]\s+/, '').trim())
    .filter(title => title !== '')
}

function hours(text: string): number {
  return text === '' ? 0 : Number(text.replace(',', '.'))
}

/** Accepts the letter, and the whole word for pasted lists. */
function choiceOf(text: string): string {
  const letter = text.trim().charAt(0).toUpperCase()
  return letter === 'I' || letter === 'P' ? letter : ''
}
