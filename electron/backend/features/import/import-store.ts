import type {
  ImportColumn,
  ImportReceipt,
  ImportSummary,
  ReceiptRow,
} from '../../../../shared/features/import/contract.ts'
import { foldTitle, type ImportField, importFields } from '../../../../shared/features/import/import-field.ts'
import type { ImportOutcome } from '../../../../shared/features/import/import-row.ts'
import { type ImportId, importId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** Excludes lists that are still being written. */
const isIn = 'id NOT IN (SELECT import_id FROM trainee_batch WHERE import_id IS NOT NULL)'

type ImportFacts = {
  at: string
  operator: string
  sender: string
  fileName: string
  hash: string
  sheet: string
}
export type ImportedRow = ReceiptRow & { before: object | null; after: object | null; ties: number }

type SummaryRow = Omit<ImportSummary, 'counts' | 'takenBack'> & {
  sheet: string
  takenBackAt: string | null
  takenBackBy: string | null
}

const columns = `id, at, operator, sender, file_name AS fileName, sheet, taken_back_at AS takenBackAt, taken_back_by AS takenBackBy`

export function insertImport(db: WriteDatabase, facts: ImportFacts): ImportId {
  const id = db.insert('import', 'at, operator, sender, file_name, file_hash: hash, sheet', facts)
  return importId.parse(id)
}

export function insertImportRow(db: WriteDatabase, id: ImportId, row: ImportedRow): void {
  db.insert('import_row', 'import_id, row, outcome, name, reason, trainee_id, before, after, ties', {
    ...row,
    importId: id,
  })
}

export function listImports(db: ReadDatabase, limit: number): ImportSummary[] {
  const rows = db.all<SummaryRow>(`SELECT ${columns} FROM import WHERE ${isIn} ORDER BY id DESC LIMIT ?`, [limit])
  return rows.map(row => summaryOf(db, row))
}

export function findImport(db: ReadDatabase, id: ImportId): (ImportSummary & { sheet: string }) | undefined {
  const row = db.get<SummaryRow>(`SELECT ${columns} FROM import WHERE id = ? AND ${isIn}`, [id])
  return row && { ...summaryOf(db, row), sheet: row.sheet }
}

/** The last import of this same file that was not undone. */
export function standingImportOf(db: ReadDatabase, hash: string): Pick<ImportSummary, 'id' | 'at' | 'operator'> | null {
  return (
    db.get(
      `SELECT id, at, operator FROM import WHERE file_hash = ? AND taken_back_at IS NULL AND ${isIn} ORDER BY id DESC LIMIT 1`,
      [hash],
    ) ?? null
  )
}

export function receiptRows(db: ReadDatabase, id: ImportId): ImportReceipt['rows'] {
  return db.all(
    'SELECT row, outcome, name, trainee_id AS traineeId, reason FROM import_row WHERE import_id = ? ORDER BY row',
    [id],
  )
}

/** A row created or changed by an import, with values before and after as JSON. */
type WrittenRow = {
  outcome: 'created' | 'changed'
  name: string
  traineeId: number | null
  before: string | null
  after: string
  ties: number
}

export function writtenRows(db: ReadDatabase, id: ImportId): WrittenRow[] {
  return db.all<WrittenRow>(
    `SELECT outcome, name, trainee_id AS traineeId, before, after, ties FROM import_row
     WHERE import_id = ? AND outcome IN ('created', 'changed') ORDER BY row`,
    [id],
  )
}

export function importSenders(db: ReadDatabase): string[] {
  return db.values<string>(
    `SELECT sender FROM import WHERE sender <> '' AND ${isIn} GROUP BY lower(sender) ORDER BY max(id) DESC`,
  )
}

export function markUndone(db: WriteDatabase, id: ImportId, at: string, by: string): void {
  db.update('import', 'taken_back_at, taken_back_by', { takenBackAt: at, takenBackBy: by, id })
}

function summaryOf(
  db: ReadDatabase,
  { id, at, operator, sender, fileName, takenBackAt, takenBackBy }: SummaryRow,
): ImportSummary {
  const counts: Record<ImportOutcome, number> = { created: 0, changed: 0, matched: 0, skipped: 0, rejected: 0 }
  const counted = db.all<{ outcome: ImportOutcome; count: number }>(
    'SELECT outcome, count(*) AS count FROM import_row WHERE import_id = ? GROUP BY outcome',
    [id],
  )
  for (const { outcome, count } of counted) counts[outcome] = count
  const takenBack = takenBackAt === null ? null : { at: takenBackAt, by: takenBackBy ?? '' }
  return { id, at, operator, sender, fileName, counts, takenBack }
}

/** Column fields of this sender's last files, by normalised title; null for ignored columns. */
export function rememberedColumns(db: ReadDatabase, sender: string): Map<string, ImportField | null> {
  const rows = db.all<{ title: string; field: string | null }>(
    'SELECT title, field FROM import_column WHERE sender = ?',
    [foldTitle(sender)],
  )
  return new Map(rows.map(({ title, field }) => [title, importFields.find(known => known === field) ?? null]))
}

export function rememberColumns(db: WriteDatabase, sender: string, columns: readonly ImportColumn[]): void {
  const folded = foldTitle(sender)
  if (folded === '') return
  for (const { title, field } of columns) {
    if (foldTitle(title) === '') continue
    db.upsert('import_column', 'sender, title', 'field', { sender: folded, title: foldTitle(title), field })
  }
}

/** Statements of long imports, to notify pages about changes. */
export const writtenByImport: ReadonlySet<string> = new Set([
  'DELETE FROM trainee_batch',
  'UPDATE trainee SET nik = nik',
  'DELETE FROM import',
])
