import { z } from 'zod'
import { type ImportId, importId, type TraineeId, ticket } from '../../ids.ts'
import { type BinaryFile, line, nothing, whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { type ImportField, importFields } from './import-field.ts'
import { comparedFields, type ImportOutcome, type ImportRow, type ImportStatus } from './import-row.ts'

export const megabytesAllowed = 10
export const rowsAllowed = 20_000

/** How a column was assigned: by its title, from the sender's last file, or by hand. */
export type ColumnSource = 'title' | 'sender' | 'hand'
export type ImportColumn = {
  index: number
  title: string
  field: ImportField | null
  source: ColumnSource | null
  /** The first values below the title. */
  samples: string[]
}

export type ImportReading = {
  sheet: string
  sheets: string[]
  /** Excel row of the titles. */
  headerRow: number
  columns: ImportColumn[]
  /** Missing required fields; `rows` is empty then. */
  missing: ('nik' | 'name')[]
  rows: ImportRow[]
  /** Excel rows below the list that are not people, such as the signature. */
  signature: { first: number; last: number } | null
  summary: Record<ImportStatus, number>
  /** More than half of the NIKs are damaged: a new file is needed. */
  spoilt: { damaged: number; total: number } | null
  /** Far more NIKs end in 0 than plausible: numbers that were converted back to text look valid one by one. */
  suspect: { endInZero: number; total: number } | null
  /** An earlier import of this same file that was not undone. */
  earlier: { id: ImportId; at: string; operator: string } | null
}

export type ReceiptRow = {
  row: number
  outcome: ImportOutcome
  name: string
  traineeId: TraineeId | null
  /** Why it was skipped or rejected, or what was changed. */
  reason: string
}

export type ImportSummary = {
  id: ImportId
  at: string
  operator: string
  sender: string
  fileName: string
  counts: Record<ImportOutcome, number>
  takenBack: { at: string; by: string } | null
}
/** `id` is null if nothing was created or changed. */
export type ImportReceipt = Omit<ImportSummary, 'id'> & {
  id: ImportId | null
  sheet: string
  rows: ReceiptRow[]
  /** Why it cannot be undone any more; empty if it can. */
  holds: string[]
}

const excelRow = whole(1, 1_048_576)

/** A file and how to read it. Null: detect sheet, row of titles, columns. */
const importRequest = z.strictObject({
  file: z.file(),
  /** Exactly as in the file, including spaces. */
  sheet: z.string().max(255).nullable(),
  headerRow: excelRow.nullable(),
  /** '' if unknown; columns are remembered by sender. */
  sender: line(80),
  columns: z
    .array(z.strictObject({ index: whole(0, 499), field: z.enum(importFields).nullable() }))
    .max(500)
    .nullable(),
  /** NIKs typed from the KTP to replace damaged ones. */
  repairs: z.array(z.strictObject({ row: excelRow, nik: line(40) })).max(rowsAllowed),
  ticket,
})
export type ImportRequest = z.input<typeof importRequest>

export type ImportProgress = { done: number; total: number | null }

export const importContract = {
  /** What an import would do with every row; writes nothing. */
  read: task('trainee.change', 'Membaca berkas peserta', importRequest, output<ImportReading>()),
  /** Reads the file again, applies the decisions, and writes everything or nothing. */
  run: task(
    'trainee.change',
    'Mengimpor peserta',
    importRequest.extend({
      answers: z
        .array(
          z.strictObject({ row: excelRow, action: z.enum(['take', 'skip']), fields: z.array(z.enum(comparedFields)) }),
        )
        .max(rowsAllowed),
    }),
    output<ImportReceipt>(),
  ),
  progress: query('trainee.change', { ticket }, output<ImportProgress | null>()),
  cancel: task('trainee.change', 'Membatalkan impor', { ticket }),
  senders: query('trainee.change', nothing, output<string[]>()),
  list: query('trainee.change', { limit: whole(1, 100) }, output<ImportSummary[]>()),
  receipt: query('trainee.change', { id: importId }, output<ImportReceipt>()),
  undo: command(
    'trainee.change',
    'Menarik kembali impor',
    { id: importId },
    output<{ removed: number; restored: number }>(),
  ),
  /** An empty list with all columns formatted as text. */
  template: task('trainee.change', 'Membuat contoh berkas', nothing, output<BinaryFile>()),
}
