import type { PlannedRow } from '../../../../shared/features/import/plan-import.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import type { ThreadWriter } from '../../database/thread-writer.ts'
import { beginImportBatch, compareImported, endImportBatch } from '../trainee/import-batch-store.ts'
import { findByNiks } from '../trainee/trainee-store.ts'
import type { CheckedFile, FileRequest } from './check-import-file.ts'
import type { CheckedRow } from './check-import-rows.ts'
import { insertImport, insertImportRow, rememberColumns } from './import-store.ts'
import { referenceCounter } from './reference-store.ts'
import { remarkKeeper, writeRow } from './write-import.ts'

/** Ms of one piece before it is committed; others write in between. */
const pieceTime = 25
/** Most lines of one piece, and people compared at once. */
const pieceRows = 200
const comparedAtOnce = 50

type Write = <T>(work: Parameters<typeof ThreadWriter.prototype.transaction<T>>[0]) => Promise<T>
type Pieces = {
  /** Runs one transaction when allowed. */
  write: Write
  at: string
  operator: string
  request: Pick<FileRequest, 'file' | 'sender'>
  file: CheckedFile
  plan: ReadonlyMap<number, PlannedRow>
  /** Called after each piece, and at the end. */
  onPiece: (done: number) => void
  onIn: (id: ImportId) => void
}

/**
 * Writes a long list in pieces. New people and the import are invisible until the last piece, which also changes existing people; duplicates are
 * searched afterwards. An interrupted import is removed, if necessary at the next start.
 */
export async function writeInPieces(pieces: Pieces): Promise<ImportId> {
  const { write, at, operator, request, file, plan, onPiece, onIn } = pieces
  const plannedOf = ({ shown }: CheckedRow) => {
    const planned = plan.get(shown.row)
    if (!planned) throw new Error('a row without a plan')
    return planned
  }
  const isKnown = ({ outcome }: PlannedRow, remark: string) =>
    outcome === 'changed' || (outcome === 'matched' && remark !== '')
  const mayChange = file.rows.filter(row => isKnown(plannedOf(row), row.shown.remark))
  const others = file.rows.filter(row => !isKnown(plannedOf(row), row.shown.remark))
  const { id, firstId } = await write(({ db }) => {
    const facts = {
      at,
      operator,
      sender: request.sender,
      fileName: request.file.name,
      hash: file.hash,
      sheet: file.sheet,
    }
    const id = insertImport(db, facts)
    const most = file.rows.filter(row => ['created', 'changed'].includes(plannedOf(row).outcome)).length
    return { id, firstId: beginImportBatch(db, id, most) }
  })
  const created: number[] = []
  const writing = (rows: readonly CheckedRow[], { db, record }: Parameters<Parameters<Write>[0]>[0], until: number) => {
    // Read in the transaction, because a person may have been added meanwhile.
    const niks = rows.flatMap(({ draft }) => draft?.nik ?? [])
    const nextId = () => firstId + created.length
    const remark = remarkKeeper(db, id, { at, by: operator })
    const writer = { db, record, known: findByNiks(db, niks), countTies: referenceCounter(db), nextId, remark }
    let done = 0
    for (const row of rows) {
      const written = writeRow(writer, row, plannedOf(row))
      if (written.outcome === 'created' && written.traineeId !== null) created.push(written.traineeId)
      insertImportRow(db, id, written)
      done += 1
      if (performance.now() > until) break
    }
    return done
  }
  for (let from = 0; from < others.length; onPiece(from)) {
    const some = others.slice(from, from + pieceRows)
    from += await write(scope => writing(some, scope, performance.now() + pieceTime))
  }
  await write(scope => {
    writing(mayChange, scope, Number.POSITIVE_INFINITY)
    rememberColumns(scope.db, request.sender, file.columns)
    endImportBatch(scope.db)
    scope.record('import', id, null, { file: request.file.name, sender: request.sender, created })
  })
  onIn(id)
  const compare: Parameters<typeof write<boolean>>[0] = ({ db }) => {
    const until = performance.now() + pieceTime
    let more = true
    while (more && performance.now() < until) more = compareImported(db, comparedAtOnce)
    return more
  }
  while (await write(compare));
  return id
}
