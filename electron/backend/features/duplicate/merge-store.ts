import type { RestrictedDraft } from '../../../../shared/features/trainee/restricted.ts'
import type { MergeId, TraineeId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { findPhoto } from '../trainee/photo-store.ts'
import { findRestricted } from '../trainee/restricted-store.ts'

/** A whole row of `trainee` by column, so that columns of later releases are included. */
export type TraineeColumns = Record<string, string | number | null>
/** Moved rows: keys by table, each with a fingerprint to check that it is still the same row. */
export type Moved = {
  rows: Record<string, { key: number; sign: string }[]>
  decisions: { other: number; at: string; by: string; already: boolean }[]
  /** Earlier merges of the removed person. */
  merges: number[]
  photoTaken: boolean
  /** Newest certificate at that time: later ones may prevent the split. */
  lastCertificate: number
}
export type MergeRecord = {
  id: MergeId
  survivorId: TraineeId
  awayId: TraineeId
  away: TraineeColumns
  before: TraineeColumns
  after: TraineeColumns
  moved: Moved
  at: string
}
export type Person = 'survivor' | 'away'

/**
 * All tables with rows of a trainee, which move in a merge. Ids are reused after deletion, so rows also have a fingerprint.
 * test/backend/features/trainee/duplicates.test.ts fails if a table that refers to `trainee` is neither here nor handled separately.
 */
export const movedTables = [
  { table: 'enrolment', key: 'id', sign: 'cohort_id' },
  { table: 'target_evidence', key: 'id', sign: "recorded_at || ' ' || data_date" },
  { table: 'applicant', key: 'id', sign: 'registration_id' },
  { table: 'import_row', key: 'import_id * 100000 + row', sign: 'outcome' },
  { table: 'trainee_consent', key: 'id', sign: 'signed_on' },
  { table: 'trainee_freeze', key: 'id', sign: 'frozen_at' },
  { table: 'quick_note', key: 'id', sign: 'recorded_at' },
  { table: 'trainee_file', key: 'file_id', sign: '(SELECT name FROM stored_file WHERE stored_file.id = file_id)' },
] as const

export function columnsOf(db: ReadDatabase, id: number): TraineeColumns {
  // Without generated columns, which cannot be written.
  const names = db.values<string>("SELECT name FROM pragma_table_info('trainee')")
  const row = db.get<TraineeColumns>(`SELECT ${names.join(', ')} FROM trainee WHERE id = ?`, [id])
  if (!row) throw new Error(`no trainee ${id}`)
  return row
}

/** Writes all columns but the id. */
export function writeColumns(db: WriteDatabase, id: number, row: TraineeColumns): void {
  const names = Object.keys(row).filter(name => name !== 'id')
  db.run(`UPDATE trainee SET ${names.map(name => `${name} = @${name}`).join(', ')} WHERE id = @id`, { ...row, id })
}

export function insertColumns(db: WriteDatabase, row: TraineeColumns): void {
  const names = Object.keys(row)
  db.run(`INSERT INTO trainee (${names.join(', ')}) VALUES (${names.map(name => `@${name}`).join(', ')})`, row)
}

export function lastCertificate(db: ReadDatabase): number {
  return db.value<number | null>('SELECT max(id) FROM certificate') ?? 0
}

/** Moves earlier merges of one person to another and returns their ids. */
export function moveMerges(db: WriteDatabase, from: number, to: number): number[] {
  const earlier = db.all<{ id: number }>('SELECT id FROM trainee_merge WHERE survivor_id = ? ORDER BY id', [from])
  db.update('trainee_merge', 'survivor_id: to', { to, from }, 'survivor_id: from')
  return earlier.map(({ id }) => id)
}

/** Deletes a merge and gives earlier ones back to the person who is restored. */
export function removeMerge(db: WriteDatabase, { id, awayId, moved }: MergeRecord): void {
  for (const earlier of moved.merges) db.update('trainee_merge', 'survivor_id', { survivorId: awayId, id: earlier })
  db.run('DELETE FROM trainee_merge WHERE id = ?', [id])
}

/** Name of the last person merged into the same survivor later. */
export function laterMerge(db: ReadDatabase, { id, survivorId }: MergeRecord): string | undefined {
  return db.get<{ name: string }>(
    "SELECT away ->> 'name' AS name FROM trainee_merge WHERE survivor_id = ? AND id > ? ORDER BY id DESC LIMIT 1",
    [survivorId, id],
  )?.name
}

/** Moves all rows of one person to another, and returns which. */
export function moveRows(db: WriteDatabase, from: number, to: number): Moved['rows'] {
  return Object.fromEntries(
    movedTables.map(({ table, key, sign }) => {
      const rows = db.all<{ key: number; sign: string }>(
        `SELECT ${key} AS key, CAST(${sign} AS TEXT) AS sign FROM ${table} WHERE trainee_id = ? ORDER BY ${key}`,
        [from],
      )
      db.run(`UPDATE ${table} SET trainee_id = ? WHERE trainee_id = ?`, [to, from])
      return [table, rows]
    }),
  )
}

/** Moves back those rows that still belong to the survivor; rows deleted since stay deleted. */
export function moveRowsBack(db: WriteDatabase, from: number, to: number, moved: Moved['rows']): void {
  for (const { table, key, sign } of movedTables)
    for (const row of moved[table] ?? [])
      db.run(
        `UPDATE ${table} SET trainee_id = @to WHERE ${key} = @key AND trainee_id = @from AND CAST(${sign} AS TEXT) = @sign`,
        { ...row, from, to },
      )
  // A scan added since, that proves evidence which moves back, moves with it.
  db.run(
    `UPDATE trainee_file SET trainee_id = @to WHERE trainee_id = @from
       AND file_id IN (SELECT file_id FROM target_evidence WHERE trainee_id = @to)`,
    { from, to },
  )
}

/** The survivor's row after the merge is added later: completeMerge. */
export function insertMerge(
  db: WriteDatabase,
  merge: Omit<MergeRecord, 'id' | 'after'>,
  otherNik: string,
  by: string,
): MergeId {
  return db.insert(
    'trainee_merge',
    `survivor_id, away_id, other_nik, away, survivor_before: before, survivor_after: before, moved, merged_at: at, merged_by: by`,
    { ...merge, otherNik, by },
  ) as MergeId
}

export function completeMerge(db: WriteDatabase, { id, survivorId }: { id: number; survivorId: number }): void {
  db.update('trainee_merge', 'survivor_after', { survivorAfter: columnsOf(db, survivorId), id })
}

export function findMerge(db: ReadDatabase, id: number): MergeRecord | undefined {
  const row = db.get<
    Omit<MergeRecord, 'away' | 'before' | 'after' | 'moved'> & Record<'away' | 'before' | 'after' | 'moved', string>
  >(
    `SELECT id, survivor_id AS survivorId, away_id AS awayId, away, survivor_before AS before, survivor_after AS after, moved,
       merged_at AS at
     FROM trainee_merge WHERE id = ?`,
    [id],
  )
  if (!row) return undefined
  const { away, before, after, moved } = row
  return {
    ...row,
    away: JSON.parse(away),
    before: JSON.parse(before),
    after: JSON.parse(after),
    moved: JSON.parse(moved),
  }
}

export function keepPhotoOf(db: WriteDatabase, mergeId: number, person: Person, id: number): void {
  const jpeg = findPhoto(db, id)
  if (jpeg) db.insert('trainee_merge_photo', 'merge_id, person, jpeg', { mergeId, person, jpeg })
  const facts = findRestricted(db, id)
  if (facts) db.insert('trainee_merge_restricted', 'merge_id, person, facts', { mergeId, person, facts })
}

export function keptPhoto(db: ReadDatabase, mergeId: number, person: Person): Uint8Array | null {
  const row = db.get<{ jpeg: Uint8Array }>('SELECT jpeg FROM trainee_merge_photo WHERE merge_id = ? AND person = ?', [
    mergeId,
    person,
  ])
  return row?.jpeg ?? null
}

export function keptRestricted(db: ReadDatabase, mergeId: number, person: Person): RestrictedDraft | undefined {
  const row = db.get<{ facts: string }>(
    'SELECT facts FROM trainee_merge_restricted WHERE merge_id = ? AND person = ?',
    [mergeId, person],
  )
  return row && JSON.parse(row.facts)
}
