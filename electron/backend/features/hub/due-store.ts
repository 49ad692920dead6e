import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { allParts } from './part-store.ts'

export type DuePart = { part: string; owner: number }

/** Parts changed since the last run; or the next few parts of the first transfer to a new hub. */
export function dueParts(db: ReadDatabase, first: boolean, limit: number): DuePart[] {
  return db.all('SELECT part, owner FROM travel_due WHERE first = ? ORDER BY part = ? DESC, owner, part LIMIT ?', [
    first ? 1 : 0,
    'centre',
    limit,
  ])
}

export function countFirst(db: ReadDatabase): number {
  return db.value('SELECT count(*) FROM travel_due WHERE first = 1')
}

/** Marks everything for a new hub. */
export function noteEverything(db: WriteDatabase): void {
  db.run(`INSERT OR REPLACE INTO travel_due (part, owner, first) SELECT part, owner, 1 FROM (${allParts})`)
}

export function forgetDue(db: WriteDatabase, { part, owner }: DuePart): void {
  db.run('DELETE FROM travel_due WHERE part = ? AND owner = ?', [part, owner])
}

/** What was last sent about a part: digests by topic and key. */
export function sentDigests(db: ReadDatabase, { part, owner }: DuePart): Map<string, string> {
  return new Map(
    db
      .all<{ key: string; digest: string }>('SELECT key, digest FROM travelled WHERE part = ? AND owner = ?', [
        part,
        owner,
      ])
      .map(row => [row.key, row.digest]),
  )
}

export function noteSent(db: WriteDatabase, due: DuePart, key: string, digest: string): void {
  db.run('INSERT OR REPLACE INTO travelled (part, owner, key, digest) VALUES (?, ?, ?, ?)', [
    due.part,
    due.owner,
    key,
    digest,
  ])
}

export function forgetSent(db: WriteDatabase, due: DuePart, key: string): void {
  db.run('DELETE FROM travelled WHERE part = ? AND owner = ? AND key = ?', [due.part, due.owner, key])
}
