import type { ReadDatabase } from '../../database/connection.ts'

type Tie = { table: string; column: string }

/** What a row of a table is called when it keeps an import from being undone. */
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
/** Left out: what an import itself writes down about a person, and what follows from the person by itself. */
const own: readonly string[] = ['import_row', 'possible_double']

/** Notes out of the list itself hold nobody: they go with the import. */
const byHand = (table: string) => (table === 'quick_note' ? ' AND import_id IS NULL' : '')

/**
 * Every table and column that names a trainee, as the database itself says it: a later table cannot be forgotten, and what
 * was added to a person is never deleted with the person.
 */
function tiesOfTrainees(db: ReadDatabase): Tie[] {
  return db
    .all<Tie>(
      `SELECT master.name AS "table", key."from" AS "column"
       FROM sqlite_master AS master JOIN pragma_foreign_key_list(master.name) AS key
       WHERE master.type = 'table' AND lower(key."table") = 'trainee'`,
    )
    .filter(tie => !own.includes(tie.table))
}

/** Who of these people is named elsewhere, and as what. */
export function tiedTrainees(db: ReadDatabase, traineeIds: readonly number[]): { traineeId: number; words: string }[] {
  const ids = JSON.stringify(traineeIds)
  return tiesOfTrainees(db).flatMap(({ table, column }) =>
    db
      .all<{ traineeId: number }>(
        `SELECT DISTINCT ${quoted(column)} AS traineeId FROM ${quoted(table)}
         WHERE ${quoted(column)} IN (SELECT value FROM json_each(?))${byHand(table)}`,
        [ids],
      )
      .map(({ traineeId }) => ({ traineeId, words: formatTie[table] ?? 'sudah punya data lain' })),
  )
}

/** Says how many rows of other tables name a person. The database is asked once which tables that can be. */
export function tieCounter(db: ReadDatabase): (traineeId: number) => number {
  const counts = tiesOfTrainees(db).map(
    ({ table, column }) => `SELECT count(*) FROM ${quoted(table)} WHERE ${quoted(column)} = ?${byHand(table)}`,
  )
  return traineeId => counts.reduce((sum, count) => sum + db.value<number>(count, [traineeId]), 0)
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
