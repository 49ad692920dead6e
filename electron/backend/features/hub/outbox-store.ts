import { createHash } from 'node:crypto'
import type { TravellingFact } from '../../../../shared/features/hub/batch.ts'
import { sealedText } from '../../../../shared/features/hub/chain.ts'
import { newestVersion, type Topic } from '../../../../shared/features/hub/fact.ts'
import type { Trouble } from '../../../../shared/features/hub/trouble.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export type HubLink = {
  address: string
  fingerprint: string
  centreId: string
  hubName: string
  epoch: number
  joinedAt: string
  joinedBy: string
  acknowledged: number
  /** Number of the newest notice received. */
  noticesHeard: number
  heardAt: string | null
  trouble: Trouble | null
}

export function findLink(db: ReadDatabase): HubLink | null {
  const row = db.get<Omit<HubLink, 'trouble'> & { trouble: string | null }>(
    `SELECT address, fingerprint, centre_id AS centreId, hub_name AS hubName, epoch, joined_at AS joinedAt, joined_by AS joinedBy,
       acknowledged, notices_heard AS noticesHeard, heard_at AS heardAt, trouble FROM hub_link`,
  )
  return row ? { ...row, trouble: row.trouble === null ? null : (JSON.parse(row.trouble) as Trouble) } : null
}

export function insertLink(
  db: WriteDatabase,
  link: Omit<HubLink, 'acknowledged' | 'noticesHeard' | 'heardAt' | 'trouble' | 'epoch'>,
): void {
  db.run('DELETE FROM hub_link')
  db.insert(
    'hub_link',
    'id, address, fingerprint, centre_id: centreId, hub_name: hubName, epoch, joined_at: joinedAt, joined_by: joinedBy',
    { ...link, id: 1, epoch: 1 },
  )
}

export function deleteLink(db: WriteDatabase): void {
  db.run('DELETE FROM hub_link')
  db.run('DELETE FROM outbox')
  db.run('DELETE FROM travel_due')
  db.run('DELETE FROM travelled')
  db.run('DELETE FROM hub_notice')
}

/** Stores the answer of the hub, for the page; only the hub knows what it has. */
export function noteHubState(
  db: WriteDatabase,
  heard: { acknowledged: number | null; heardAt: string | null; trouble: Trouble | null },
): void {
  db.run(
    'UPDATE hub_link SET acknowledged = coalesce(?, acknowledged), heard_at = coalesce(?, heard_at), trouble = ?',
    [heard.acknowledged, heard.heardAt, heard.trouble && JSON.stringify(heard.trouble)],
  )
}

/** Starts a new epoch: numbers restart and everything is sent again, because the hub has a different history. */
export function beginEpoch(db: WriteDatabase, epoch: number): void {
  db.run('UPDATE hub_link SET epoch = ?, acknowledged = 0, trouble = NULL', [epoch])
  db.run('DELETE FROM travelled')
}

export function lastFact(db: ReadDatabase, epoch: number): { seq: number; hash: string } {
  const last = db.get<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM outbox WHERE epoch = ? ORDER BY seq DESC LIMIT 1',
    [epoch],
  )
  return last ?? { seq: 0, hash: '' }
}

export function hashAt(db: ReadDatabase, epoch: number, seq: number): string | null {
  if (seq === 0) return ''
  return db.get<{ hash: string }>('SELECT hash FROM outbox WHERE epoch = ? AND seq = ?', [epoch, seq])?.hash ?? null
}

export function factsFrom(db: ReadDatabase, epoch: number, first: number, limit: number): TravellingFact[] {
  return db.all<TravellingFact>(
    'SELECT seq, topic, key, v, at, body, digest FROM outbox WHERE epoch = ? AND seq >= ? ORDER BY seq LIMIT ?',
    [epoch, first, limit],
  )
}

/** Appends facts to an epoch. */
export class Outbox {
  readonly #db: WriteDatabase
  readonly #at: string
  readonly #epoch: number
  #last: { seq: number; hash: string }

  constructor(db: WriteDatabase, epoch: number, at: string) {
    this.#db = db
    this.#at = at
    this.#epoch = epoch
    this.#last = lastFact(db, epoch)
  }

  append(topic: Topic, key: string, body: string): void {
    const fact = { seq: this.#last.seq + 1, topic, key, v: newestVersion[topic], at: this.#at, digest: digestOf(body) }
    const hash = digestOf(sealedText(this.#last.hash, fact))
    this.#db.insert('outbox', 'epoch, seq, topic, key, v, at, body, digest, hash', {
      ...fact,
      epoch: this.#epoch,
      body,
      hash,
    })
    this.#last = { seq: fact.seq, hash }
  }
}

/** Erases earlier facts about an entity from the outbox; their hashes stay. */
export function eraseEarlier(db: WriteDatabase, topic: Topic, key: string): void {
  db.run('UPDATE outbox SET body = NULL WHERE topic = ? AND key = ? AND body IS NOT NULL', [topic, key])
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
