import { createHash } from 'node:crypto'
import { cellText } from '../../../../shared/features/import/cell.ts'
import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import {
  type ColumnSource,
  type ImportColumn,
  megabytesAllowed,
  rowsAllowed,
} from '../../../../shared/features/import/contract.ts'
import { foldTitle, type ImportField, importFieldLabels } from '../../../../shared/features/import/import-field.ts'
import {
  findHeader,
  type Header,
  headerOf,
  peopleRows,
  type TableRow,
  withoutSignature,
} from '../../../../shared/features/import/table-rows.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { Work } from '../../running-work.ts'
import { waitingTexts } from '../note/note-store.ts'
import { findByNiks } from '../trainee/trainee-store.ts'
import { type CheckedRow, RowChecker } from './check-import-rows.ts'
import { rememberedColumns } from './import-store.ts'
import type { ImportTable, TableQuestion } from './import-table.ts'

/** How to read the file; see the contract. */
export type FileRequest = {
  file: { name: string; arrayBuffer(): Promise<ArrayBuffer> }
  sheet: string | null
  headerRow: number | null
  sender: string
  columns: { index: number; field: ImportField | null }[] | null
  repairs: { row: number; nik: string }[]
}

export type CheckedFile = Omit<ImportTable, 'rows'> & {
  hash: string
  headerRow: number
  columns: ImportColumn[]
  missing: ('nik' | 'name')[]
  rows: CheckedRow[]
  /** Excel rows of the first and last ignored line below the list. */
  signature: { first: number; last: number } | null
}

/** Reads the table of a file, on this thread or beside it. @throws DomainError of readImportTable */
export type TableReader = (question: TableQuestion, work: Work<ImportProgress>) => Promise<ImportTable>

type Read = <T>(work: (scope: { db: ReadDatabase }) => T) => T
/** Lines checked at once; their people are read by one query. */
const slice = 200

/**
 * Reads a file and decides for every line what an import would do. Without a column for NIK or name there are no rows.
 * @throws DomainError of readImportTable, and workbook_without_header if no line has titles
 */
export async function checkImportFile(
  request: FileRequest,
  today: PlainDate,
  read: Read,
  work: Work<ImportProgress>,
  readTable: TableReader,
): Promise<CheckedFile> {
  const bytes = new Uint8Array(await request.file.arrayBuffer())
  const { rows, ...table } = await readTable({ name: request.file.name, bytes, wanted: request.sheet }, work)
  const header = headerAt(rows, request.headerRow)
  if (!header) throw new DomainError({ code: 'workbook_without_header', sheet: table.sheet, missing: ['NIK', 'Nama'] })
  const remembered = request.sender === '' ? new Map() : read(({ db }) => rememberedColumns(db, request.sender))
  const columns = chooseColumns(header, rows, request.columns, remembered)
  const fields = header.titles.map((_, index) => columns.find(column => column.index === index)?.field ?? null)
  const missing = (['nik', 'name'] as const).filter(field => !fields.includes(field))
  const check = new RowChecker(fields, new Map(request.repairs.map(({ row, nik }) => [row, nik])), today)
  const checked: CheckedRow[] = []
  const listed = missing.length > 0 ? [] : peopleRows(rows, header.last, fields)
  const { people, signature } = withoutSignature(listed, fields)
  if (people.length > rowsAllowed)
    throw new DomainError({ code: 'workbook_too_large', megabytes: megabytesAllowed, rows: rowsAllowed })
  const total = people.length
  // Checked lines are dropped: cells are the larger half of the memory of a long list.
  rows.length = 0
  while (people.length > 0) {
    const some = people.splice(0, slice)
    checked.push(...read(({ db }) => check.check(some, niks => knownPeople(db, niks, fields.includes('remark')))))
    work.progress = { done: checked.length, total }
    await work.pause()
  }
  const hash = createHash('sha256').update(bytes).digest('hex')
  const [first, last] = [signature[0]?.row, signature.at(-1)?.row]
  return {
    ...table,
    hash,
    headerRow: header.row,
    columns,
    missing,
    rows: checked,
    signature: first !== undefined && last !== undefined ? { first, last } : null,
  }
}

/** With their open notes, if the file has remarks. */
function knownPeople(db: ReadDatabase, niks: string[], withNotes: boolean) {
  const people = findByNiks(db, niks)
  const notes = withNotes
    ? waitingTexts(
        db,
        [...people.values()].map(person => person.id),
      )
    : null
  return new Map([...people].map(([nik, person]) => [nik, { ...person, remarks: notes?.get(person.id) ?? [] }]))
}

/** @throws DomainError workbook_without_header if NIK or name have no column */
export function assertHeader({ sheet, missing }: Pick<CheckedFile, 'sheet' | 'missing'>): void {
  if (missing.length > 0)
    throw new DomainError({ code: 'workbook_without_header', sheet, missing: missingLabels(missing) })
}

export function missingLabels(missing: readonly ('nik' | 'name')[]): string[] {
  return missing.map(field => (field === 'name' ? 'Nama' : importFieldLabels[field]))
}

/** The titles: the given line, else the one that matches most; else the first line with several cells, for manual choice. */
function headerAt(rows: readonly TableRow[], wanted: number | null): Header | null {
  if (wanted !== null) {
    const index = rows.findIndex(({ row }) => row === wanted)
    const line = rows[index]
    return line ? headerOf(line, rows[index + 1]) : null
  }
  const found = findHeader(rows)
  if (found) return found
  const line = rows
    .slice(0, 20)
    .find(({ cells }) => cells.filter(cell => cell !== null && cellText(cell) !== '').length > 1)
  return line ? headerOf(line) : null
}

function chooseColumns(
  header: Header,
  rows: readonly TableRow[],
  byHand: FileRequest['columns'],
  remembered: ReadonlyMap<string, ImportField | null>,
): ImportColumn[] {
  const below = rows.filter(({ row }) => row > header.last).slice(0, 50)
  const hand = byHand && new Map(byHand.map(({ index, field }) => [index, field]))
  const taken = new Set<ImportField>()
  const columns = header.titles.map((title, index): ImportColumn => {
    const [field, source] = fieldOf(index, title)
    const free = field !== null && !taken.has(field)
    if (free) taken.add(field)
    const samples = below.map(({ cells }) => cellText(cells[index] ?? null)).filter(text => text !== '')
    return { index, title, field: free ? field : null, source, samples: samples.slice(0, 3) }
  })
  // A column without title and values is dropped.
  return columns.filter(column => column.samples.length > 0 || column.field !== null || !isNameless(column.title))

  function fieldOf(index: number, title: string): [ImportField | null, ColumnSource | null] {
    if (hand) return [hand.get(index) ?? null, 'hand']
    const known = remembered.get(foldTitle(title))
    if (known !== undefined) return [known, 'sender']
    const field = header.fields[index] ?? null
    return [field, field === null ? null : 'title']
  }
}

function isNameless(title: string): boolean {
  return /^Kolom [A-Z]{1,3}$/.test(title)
}
