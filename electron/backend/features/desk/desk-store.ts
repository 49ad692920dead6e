import { type DeskId, deskId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'

export type PairedDesk = {
  id: DeskId
  name: string
  computer: string
  keyHash: string
  publicKey: string
  version: string
  pairedAt: string
  pairedBy: string
  lastSeen: string | null
  /** Who signed in there last. */
  person: string | null
}

const columns = `desk.id, desk.name, computer, key_hash AS keyHash, public_key AS publicKey, version, paired_at AS pairedAt,
  paired_by AS pairedBy, last_seen AS lastSeen,
  (SELECT operator.name FROM last_sign_in JOIN operator ON operator.id = operator_id
   WHERE last_sign_in.desk = desk.name ORDER BY at DESC LIMIT 1) AS person`

/** A desk that was not removed. */
export function findDesk(db: ReadDatabase, id: number): PairedDesk | undefined {
  return db.get<PairedDesk>(`SELECT ${columns} FROM desk WHERE id = ? AND put_out_at IS NULL`, [id])
}

export function listDesks(db: ReadDatabase): PairedDesk[] {
  return db.all<PairedDesk>(`SELECT ${columns} FROM desk WHERE put_out_at IS NULL ORDER BY desk.name`)
}

/** Desks that were removed since a day, the latest first. */
export function removedDesks(db: ReadDatabase, since: PlainDate): PairedDesk[] {
  return db.all<PairedDesk>(`SELECT ${columns} FROM desk WHERE put_out_at >= ? ORDER BY put_out_at DESC`, [since])
}

export function isNameTaken(db: ReadDatabase, name: string, except: number | null): boolean {
  const sql = 'SELECT count(*) FROM desk WHERE name = ? AND put_out_at IS NULL AND id IS NOT ?'
  return db.value<number>(sql, [name, except]) > 0
}

export function insertDesk(
  db: WriteDatabase,
  desk: Pick<PairedDesk, 'name' | 'computer' | 'keyHash' | 'publicKey' | 'version' | 'pairedAt' | 'pairedBy'>,
): DeskId {
  return deskId.parse(db.insert('desk', 'name, computer, key_hash, public_key, version, paired_at, paired_by', desk))
}

export function renameDesk(db: WriteDatabase, id: DeskId, name: string): void {
  db.update('desk', 'name', { id, name })
}

export function removeDesk(db: WriteDatabase, id: DeskId, { at, by }: Who): void {
  db.run('UPDATE desk SET put_out_at = ?, put_out_by = ? WHERE id = ?', [at, by, id])
}

export function noteSeen(db: WriteDatabase, id: number, version: string, at: string): void {
  db.run('UPDATE desk SET last_seen = ?, version = ? WHERE id = ? AND put_out_at IS NULL', [at, version, id])
}

type Opening = { open: boolean; port: number; since: string }

export function findOpening(db: ReadDatabase): Opening | undefined {
  return db.get<Opening>('SELECT open AS "open?", port, since FROM desk_opening')
}

export function saveOpening(db: WriteDatabase, opening: Opening): void {
  db.upsert('desk_opening', 'id', 'open, port, since', { id: 1, ...opening })
}

type DoneRequest = { digest: string; answer: string | null }

export function findDoneRequest(db: ReadDatabase, desk: number, number: string): DoneRequest | undefined {
  return db.get<DoneRequest>('SELECT digest, answer FROM done_request WHERE desk_id = ? AND number = ?', [desk, number])
}

/** Deletes entries before `oldest`, which nobody repeats any more. */
export function noteDoneRequest(
  db: WriteDatabase,
  request: DoneRequest & { deskId: number; number: string; at: string },
  oldest: string,
): void {
  db.run('DELETE FROM done_request WHERE at < ?', [oldest])
  db.insert('done_request', 'desk_id, number, digest, answer, at', request)
}
