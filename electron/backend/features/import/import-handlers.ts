import type {
  ImportProgress,
  ImportReading,
  ImportReceipt,
  importContract,
  ReceiptRow,
} from '../../../../shared/features/import/contract.ts'
import type { ImportProblem, ImportRow } from '../../../../shared/features/import/import-row.ts'
import { defaultExportColumns } from '../../../../shared/features/trainee/export-columns.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { RunningWork } from '../../running-work.ts'
import type { Handlers, TaskScope } from '../../scope.ts'
import { TraineeWorkbook } from '../trainee/trainee-workbook.ts'
import { assertHeader, type CheckedFile, checkImportFile, type TableReader } from './check-import-file.ts'
import { findImport, importSenders, listImports, markUndone, receiptRows, standingImportOf } from './import-store.ts'
import { isLong, previewImport, runImportOnThread } from './run-import.ts'
import { holdsOfImport, undoRows } from './undo-import.ts'
import { importSize, planFile, unwrittenRows, writeImport } from './write-import.ts'

const running = new RunningWork<ImportProgress>({ done: 0, total: null }, { code: 'import_cancelled' })

export const importHandlers: Handlers<typeof importContract> = {
  read: (scope, request) =>
    running.under(request.ticket, async work => {
      const { read, today } = scope
      const file = isLong(scope, request)
        ? await previewImport(scope, request, work)
        : withShown(await checkImportFile(request, today, read, work, tableReader(scope)))
      return readingOf(
        file,
        read(({ db }) => standingImportOf(db, file.hash)),
      )
    }),

  run: (scope, request) =>
    running.under(request.ticket, async work => {
      const { read, write, today } = scope
      if (isLong(scope, request)) {
        const done = await runImportOnThread(scope, request, work)
        return done.id === null
          ? unwritten(scope, request, done.file, done.rows)
          : read(({ db }) => receiptOf(db, done.id, () => []))
      }
      const file = await checkImportFile(request, today, read, work, tableReader(scope))
      assertHeader(file)
      const { plan, writes } = planFile(file, request.answers)
      work.check()
      if (writes) scope.workspace.ensureSpace(importSize(plan))
      return writes
        ? // Nothing can depend yet on what is written in this very transaction.
          write(scope => receiptOf(scope.db, writeImport(scope, request, file, plan), () => []))
        : unwritten(scope, request, file, unwrittenRows(file, plan))
    }),

  progress: (_scope, { ticket }) => running.progress(ticket),

  cancel: (_scope, { ticket }) => running.cancel(ticket),

  senders: ({ db }) => importSenders(db),

  list: ({ db }, { limit }) => listImports(db, limit),

  receipt: ({ db }, { id }) => receiptOf(db, id, holdsOfImport),

  undo({ db, at, operator, record }, { id }) {
    const { takenBack, fileName } = found(findImport(db, id), 'import_receipt')
    if (takenBack)
      throw new DomainError({
        code: 'import_taken_back',
        date: takenBack.at.slice(0, 10) as PlainDate,
        by: takenBack.by,
      })
    const holds = holdsOfImport(db, id)
    if (holds.length > 0) throw new DomainError({ code: 'import_in_use', words: holds })
    const { removed, restored } = undoRows(db, id)
    markUndone(db, id, at, operator.name)
    for (const { id: traineeId, before, after } of restored) record('trainee', traineeId, before, after)
    record('import', id, { file: fileName }, { removed })
    return { removed: removed.length, restored: restored.length }
  },

  template: async () =>
    new TraineeWorkbook({ columns: defaultExportColumns, fullNik: false }).finish('contoh-daftar-peserta.xlsx'),
}

function tableReader(scope: TaskScope): TableReader {
  return async (question, work) =>
    scope.alone
      ? (await import('./read-table.ts')).readTable(question, work)
      : drawOnThread(scope, 'import-table', question)
}

/** One in ten numbers ends in 0; with fewer numbers half of them may do so by chance. */
const fewestSuspect = 5

type ShownFile = Omit<CheckedFile, 'rows'> & { shown: ImportRow[] }

function withShown({ rows, ...file }: CheckedFile): ShownFile {
  return { ...file, shown: rows.map(row => row.shown) }
}

function readingOf({ shown, hash: _, ...file }: ShownFile, earlier: ImportReading['earlier']): ImportReading {
  const summary: ImportReading['summary'] = { create: 0, match: 0, duplicate: 0, reject: 0 }
  for (const { status } of shown) summary[status] += 1
  const damaged = shown.filter(row => row.damage !== null).length
  const total = shown.filter(row => row.nik !== '').length
  const sound = shown.filter(row => row.damage === null && row.nik.length === 16)
  const endInZero = sound.filter(row => row.nik.endsWith('0'))
  const isSuspect = endInZero.length >= fewestSuspect && endInZero.length * 2 > sound.length
  if (isSuspect) for (const { problems } of endInZero) problems.push(endsInZero)
  return {
    ...file,
    rows: shown,
    summary,
    spoilt: damaged * 2 > total ? { damaged, total } : null,
    suspect: isSuspect ? { endInZero: endInZero.length, total: sound.length } : null,
    earlier,
  }
}

const endsInZero: ImportProblem = {
  field: 'nik',
  code: 'nik_ends_in_zero',
  severity: 'warning',
  message: 'Sebagian besar NIK berkas ini berakhir 0: mungkin pernah menjadi angka di Excel. Cocokkan dengan KTP.',
}

/** The receipt of a file without anything to write. */
function unwritten(
  { at }: { at: string },
  { sender, file: { name } }: { sender: string; file: { name: string } },
  { sheet }: { sheet: string },
  rows: ReceiptRow[],
): ImportReceipt {
  const counts = countOf(rows)
  return { id: null, at, operator: '', sender, fileName: name, counts, takenBack: null, sheet, rows, holds: [] }
}

function receiptOf(db: ReadDatabase, id: ImportId, holdsOf: typeof holdsOfImport): ImportReceipt {
  const facts = found(findImport(db, id), 'import_receipt')
  return { ...facts, rows: receiptRows(db, id), holds: facts.takenBack ? [] : holdsOf(db, id) }
}

function countOf(rows: ImportReceipt['rows']): ImportReceipt['counts'] {
  const counts = { created: 0, changed: 0, matched: 0, skipped: 0, rejected: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}
