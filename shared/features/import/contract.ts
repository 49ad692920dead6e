import { z } from 'zod'
import { type ImportId, importId, type TraineeId, ticket } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import { line, nothing, whole } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { type ImportField, importFields } from './import-field.ts'
import { comparedFields, type ImportOutcome, type ImportRow, type ImportStatus } from './import-row.ts'

export const megabytesAllowed = 10
export const rowsAllowed = 20_000

/** How a column got its field: by its title, from the last file of this sender, or by hand. */
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
  /** The line of titles, by Excel's number. */
  headerRow: number
  columns: ImportColumn[]
  /** Fields without which no row can be read; `rows` is empty then. */
  missing: ('nik' | 'name')[]
  rows: ImportRow[]
  /** Lines below the list that are about nobody, such as who signs it; by Excel's numbers. */
  signature: { first: number; last: number } | null
  summary: Record<ImportStatus, number>
  /** More than half of the NIKs are damaged: the file has to come again. */
  spoilt: { damaged: number; total: number } | null
  /** Far more NIKs end in 0 than can be: numbers that were made text again look sound one by one. */
  suspect: { endInZero: number; total: number } | null
  /** When this very file came in before, unless that was taken back. */
  earlier: { id: ImportId; at: string; operator: string } | null
}

export type ReceiptRow = {
  row: number
  outcome: ImportOutcome
  name: string
  traineeId: TraineeId | null
  /** Why it was skipped or refused, or what was changed. */
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
/** `id` is null when no row was created or changed, and nothing was written. */
export type ImportReceipt = Omit<ImportSummary, 'id'> & {
  id: ImportId | null
  sheet: string
  rows: ReceiptRow[]
  /** Why it cannot be taken back any more; empty while it can. */
  holds: string[]
}

const excelRow = whole(1, 1_048_576)

/** A file and how it is to be read. Null leaves it to the program: the sheet, the line of titles, the columns. */
const importRequest = z.strictObject({
  file: z.file(),
  /** As the file spells it: its spaces are part of the name. */
  sheet: z.string().max(255).nullable(),
  headerRow: excelRow.nullable(),
  /** Who sent it, '' when nobody says: columns are remembered by sender. */
  sender: line(80),
  columns: z
    .array(z.strictObject({ index: whole(0, 499), field: z.enum(importFields).nullable() }))
    .max(500)
    .nullable(),
  /** NIKs typed from the KTP in place of damaged ones. */
  repairs: z.array(z.strictObject({ row: excelRow, nik: line(40) })).max(rowsAllowed),
  ticket,
})
export type ImportRequest = z.input<typeof importRequest>

export type ImportProgress = { phase: 'reading' | 'checking'; done: number; total: number | null }

export const importContract = {
  /** Says for every row what an import would do. Writes nothing. */
  read: task('trainee.change', 'Membaca berkas peserta', importRequest, output<ImportReading>()),
  /** Reads the file again, decides as told and writes all of it or nothing. */
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
  /** An empty list with all columns, whose cells are text. */
  template: task('trainee.change', 'Membuat contoh berkas', nothing, output<BinaryFile>()),
}
