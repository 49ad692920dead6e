import type { ReadDatabase } from '../../database/connection.ts'

type Tie = { table: string; column: string }

/** Names of rows that prevent undoing an import. */
const formatTie: Record<string, string> = {
  enrolment: 'sudah masuk kelas',
  trainee_photo: 'sudah punya pas foto',
  trainee_file: 'sudah punya berkas',
  target_evidence: 'sudah punya bukti sasaran',
  trainee_restricted: 'sudah punya data terbatas',
  applicant: 'sudah mendaftar',
  trainee_consent: 'sudah memberi persetujuan',
  trainee_freeze: 'pernah dibekukan datanya',
  trainee_merge: 'sudah digabung dengan data ganda',
  different_people: 'sudah diperiksa sebagai data ganda',
  quick_note: 'sudah punya catatan',
}
/** Ignored tables: written by the import itself, or derived from the person. */
const own: readonly string[] = ['import_row', 'possible_double']

/** Notes from the list itself do not prevent it; they are deleted with the import. */
const byHand = (table: string) => (table === 'quick_note' ? ' AND import_id IS NULL' : '')

/**
 * All tables and columns that refer to a trainee, read from the database itself, so that none can be forgotten and data added to a person is never
 * deleted with the person.
 */
function traineeReferences(db: ReadDatabase): Tie[] {
  return db
    .all<Tie>(
      `SELECT master.name AS "table", key."from" AS "column"
       FROM sqlite_master AS master JOIN pragma_foreign_key_list(master.name) AS key
       WHERE master.type = 'table' AND lower(key."table") = 'trainee'`,
    )
    .filter(tie => !own.includes(tie.table))
}

/** Which of these people are referred to elsewhere, and by what. */
export function referencedTrainees(
  db: ReadDatabase,
  traineeIds: readonly number[],
): { traineeId: number; words: string }[] {
  const ids = JSON.stringify(traineeIds)
  return traineeReferences(db).flatMap(({ table, column }) =>
    db
      .all<{ traineeId: number }>(
        `SELECT DISTINCT ${quoted(column)} AS traineeId FROM ${quoted(table)}
         WHERE ${quoted(column)} IN (SELECT value FROM json_each(?))${byHand(table)}`,
        [ids],
      )
      .map(({ traineeId }) => ({ traineeId, words: formatTie[table] ?? 'sudah punya data lain' })),
  )
}

/** A function that counts rows of other tables for a person. The list of tables is read once. */
export function referenceCounter(db: ReadDatabase): (traineeId: number) => number {
  const counts = traineeReferences(db).map(
    ({ table, column }) => `SELECT count(*) FROM ${quoted(table)} WHERE ${quoted(column)} = ?${byHand(table)}`,
  )
  return traineeId => counts.reduce((sum, count) => sum + db.value<number>(count, [traineeId]), 0)
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
