import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'

/** Excludes people of an import that is still running, for queries that do not go through the list or search words. */
export const isIn = `NOT EXISTS (
  SELECT 1 FROM trainee_batch WHERE trainee.id BETWEEN first_id AND last_id AND import_id IS NOT NULL)`

export const countedPeople = `((SELECT count(*) FROM trainee)
  - (SELECT count(*) FROM trainee_batch JOIN trainee ON trainee.id BETWEEN first_id AND last_id WHERE import_id IS NOT NULL))`

/** Ids of merged people are not reused, because splitting needs them; nor those reserved by a running import. */
export const nextTraineeId = `(SELECT coalesce(max(used), 0) + 1
  FROM (SELECT max(id) AS used FROM trainee UNION ALL SELECT max(away_id) FROM trainee_merge
    UNION ALL SELECT last_id FROM trainee_batch WHERE import_id IS NOT NULL))`

/**
 * Inserts many people: those inserted by `work` are indexed, listed and compared with all others at the end, in a quarter of the time. Until then
 * they can be neither changed nor deleted. While a long import runs, they are inserted one by one instead.
 */
export function insertAsBatch<Result>(db: WriteDatabase, work: () => Result): Result {
  if (isImportRunning(db)) return work()
  db.run(`INSERT INTO trainee_batch (first_id) VALUES (${nextTraineeId})`)
  const result = work()
  db.run('DELETE FROM trainee_batch')
  return result
}

/** A NIK of a running import is taken too. @throws DomainError nik_coming_in */
export function assertNotBeingImported(db: ReadDatabase, nik: string): void {
  const sql = 'SELECT count(*) FROM trainee_batch JOIN trainee ON nik = ? AND trainee.id BETWEEN first_id AND last_id'
  if (db.value<number>(`${sql} WHERE import_id IS NOT NULL`, [nik]) > 0)
    throw new DomainError({ code: 'nik_coming_in' })
}

/** Whether an import is running, or was interrupted. */
export function isImportRunning(db: ReadDatabase): boolean {
  return db.value<number>('SELECT count(*) FROM trainee_batch') > 0
}

/** Whether people of a finished import are not compared with all others yet. */
export function isComparing(db: ReadDatabase): boolean {
  return db.value<number>('SELECT count(*) FROM trainee_lookup') > 0
}

/** Reserves ids for people of an import that is written in pieces; returns the first. The people are invisible until `endImportBatch`. */
export function beginImportBatch(db: WriteDatabase, importId: number, count: number): number {
  db.run(
    `INSERT INTO trainee_batch (first_id, last_id, import_id, ended) SELECT first, first + @count - 1, @importId, NULL
     FROM (SELECT ${nextTraineeId} AS first)`,
    { count, importId },
  )
  return db.value<number>('SELECT first_id FROM trainee_batch')
}

/** Makes them visible, all at once. Duplicates are found later by `compareImported`. */
export function endImportBatch(db: WriteDatabase): void {
  db.run('DELETE FROM trainee_batch')
}

/** Deletes a slice of an interrupted import. */
export function undoImportSlice(db: WriteDatabase): void {
  db.run('UPDATE trainee_batch SET leaving = leaving + 1 WHERE import_id IS NOT NULL')
}

/** Compares some people of a long import with all others; returns whether there are more. */
export function compareImported(db: WriteDatabase, some: number): boolean {
  db.run(
    'UPDATE trainee_lookup SET next_id = min(next_id + @some, last_id + 1) WHERE id = (SELECT min(id) FROM trainee_lookup)',
    { some },
  )
  return isComparing(db)
}
