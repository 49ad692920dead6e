import type { ReceiptRow } from '../../../../shared/features/import/contract.ts'
import { formatWarning, type ImportAnswer } from '../../../../shared/features/import/import-row.ts'
import { isWritten, type PlannedRow, planImport } from '../../../../shared/features/import/plan-import.ts'
import type { TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { type ImportId, traineeId } from '../../../../shared/ids.ts'
import type { Who, WriteDatabase } from '../../database/connection.ts'
import type { CommandScope } from '../../scope.ts'
import { insertRemark } from '../note/note-store.ts'
import { insertAsBatch } from '../trainee/import-batch-store.ts'
import { findByNiks, findTrainee, insertTrainee, updateTrainee } from '../trainee/trainee-store.ts'
import type { CheckedFile, FileRequest } from './check-import-file.ts'
import type { CheckedRow } from './check-import-rows.ts'
import { draftDifferences } from './draft-differences.ts'
import { type ImportedRow, insertImport, insertImportRow, rememberColumns } from './import-store.ts'
import { referenceCounter } from './reference-store.ts'

/** What to do with every row; nothing if no row is created or changed. */
export function planFile(
  file: CheckedFile,
  answers: readonly ImportAnswer[],
): { plan: Map<number, PlannedRow>; writes: boolean } {
  const plan = planImport(
    file.rows.map(({ shown }) => shown),
    new Map(answers.map(answer => [answer.row, answer])),
  )
  const writes = file.rows.some(({ shown }) => {
    const planned = plan.get(shown.row)
    return planned !== undefined && isWritten(planned, shown)
  })
  return { plan, writes }
}

/** Most bytes of a person in database and journal. */
const bytesPerPerson = 4096

/** Bytes needed for the rows to write. */
export function importSize(plan: ReadonlyMap<number, PlannedRow>): number {
  return plan.size * bytesPerPerson
}

/** Writes everything in the transaction of the scope. Returns the id of the import. */
export function writeImport(
  { db, at, operator, record }: Pick<CommandScope, 'db' | 'at' | 'record'> & { operator: { name: string } },
  request: Pick<FileRequest, 'file' | 'sender'>,
  file: CheckedFile,
  plan: ReadonlyMap<number, PlannedRow>,
): ImportId {
  const id = insertImport(db, {
    at,
    operator: operator.name,
    sender: request.sender,
    fileName: request.file.name,
    hash: file.hash,
    sheet: file.sheet,
  })
  // Read again, because data may have changed since it was read before the transaction.
  const known = findByNiks(
    db,
    file.rows.flatMap(({ draft }) => draft?.nik ?? []),
  )
  const remark = remarkKeeper(db, id, { at, by: operator.name })
  const writer = { db, record, known, countTies: referenceCounter(db), nextId: () => null, remark }
  const created: number[] = []
  insertAsBatch(db, () => {
    for (const row of file.rows) {
      const planned = plan.get(row.shown.row)
      if (!planned) throw new Error('a row without a plan')
      const done = writeRow(writer, row, planned)
      if (done.outcome === 'created' && done.traineeId !== null) created.push(done.traineeId)
      insertImportRow(db, id, done)
    }
  })
  rememberColumns(db, request.sender, file.columns)
  record('import', id, null, { file: request.file.name, sender: request.sender, created })
  return id
}

/** The receipt of a file without anything to write. */
export function unwrittenRows(file: CheckedFile, plan: ReadonlyMap<number, PlannedRow>): ReceiptRow[] {
  return file.rows.map(({ shown }) => {
    const { outcome, reason } = plan.get(shown.row) ?? { outcome: 'skipped' as const, reason: '' }
    return {
      row: shown.row,
      outcome,
      name: shown.name,
      traineeId: outcome === 'matched' ? (shown.person?.id ?? null) : null,
      reason,
    }
  })
}

type RowWriter = Pick<CommandScope, 'db' | 'record'> & {
  known: ReturnType<typeof findByNiks>
  countTies: ReturnType<typeof referenceCounter>
  /** Id reserved for the next new person; null if none. */
  nextId: () => number | null
  /** Stores a remark of the list as a note on the person. */
  remark: (traineeId: number, text: string) => void
}

export function remarkKeeper(db: WriteDatabase, importId: ImportId, who: Who): RowWriter['remark'] {
  return (traineeId, text) => insertRemark(db, traineeId, text, importId, who)
}

export function writeRow(writer: RowWriter, row: CheckedRow, planned: PlannedRow): ImportedRow {
  const done = writePerson(writer, row, planned)
  const isKept = ['created', 'changed', 'matched'].includes(done.outcome) && row.shown.remark !== ''
  if (!isKept || done.traineeId === null) return done
  writer.remark(done.traineeId, row.shown.remark)
  return {
    ...done,
    reason: [done.reason.replace(/\.$/, ''), 'keterangannya menjadi catatan'].filter(Boolean).join('; '),
  }
}

function writePerson(
  { db, record, known, countTies, nextId }: RowWriter,
  row: CheckedRow,
  planned: PlannedRow,
): ImportedRow {
  const { shown, draft, given } = row
  const common = { row: shown.row, name: shown.name, before: null, after: null, ties: 0 }
  const { outcome, reason } = planned
  if (outcome === 'skipped' || outcome === 'rejected' || draft === null)
    return { ...common, outcome, reason, traineeId: shown.person?.id ?? null }
  const holder = known.get(draft.nik)
  if (!holder) {
    const created = traineeId.parse(insertTrainee(db, draft, nextId()))
    return {
      ...common,
      outcome: 'created',
      reason: reason || formatWarning(shown.problems),
      traineeId: created,
      after: draft,
    }
  }
  if (outcome === 'created')
    return { ...common, outcome: 'skipped', reason: `Baru saja terdaftar: ${holder.name}.`, traineeId: holder.id }
  if (outcome === 'matched') return { ...common, outcome, reason, traineeId: holder.id }
  // An earlier line may have changed the same person, under the other NIK of a merge.
  const present = findTrainee(db, holder.id) ?? holder
  const differences = draftDifferences(present, given).filter(
    // A duplicate that replaces the earlier line brings all its fields.
    ({ field }) => shown.status === 'duplicate' || planned.fields.includes(field),
  )
  if (differences.length === 0) return { ...common, outcome: 'matched', reason, traineeId: present.id }
  const fields = differences.map(({ field }) => field)
  const { id: presentId, ...before } = present
  const after: TraineeDraft = { ...before, ...Object.fromEntries(fields.map(field => [field, given[field]])) }
  updateTrainee(db, presentId, after)
  record('trainee', presentId, before, after)
  return {
    ...common,
    outcome: 'changed',
    reason: differences.map(({ label, present: was, file }) => `${label}: ${was} menjadi ${file}`).join('; '),
    traineeId: presentId,
    before: only(before, fields),
    after: only(after, fields),
    ties: countTies(presentId),
  }
}

function only(draft: TraineeDraft, fields: readonly (keyof TraineeDraft)[]): object {
  return Object.fromEntries(fields.map(field => [field, draft[field]]))
}
