import type { WriteDatabase } from '../../database/connection.ts'
import type { KeyStore } from '../../keys/key-store.ts'
import { type DuePart, dueParts, forgetDue, forgetSent, noteSent, sentDigests } from './due-store.ts'
import { digestOf, eraseEarlier, findLink, Outbox } from './outbox-store.ts'
import { type Pseudonymiser, parts } from './part-store.ts'
import { provincePseudonymiser } from './province-key.ts'

/** More than a command ever changes. */
const all = 1_000_000
/** Parts of the first transfer at once: about 50 ms. */
const slice = 60

type Writing = { db: WriteDatabase; at: string; keys: KeyStore }

/**
 * Adds changes of this transaction to the outbox. The dispatcher calls it after each command: triggers have marked changed parts, so no feature can
 * forget it (docs/decisions/hub.md).
 */
export function writeFacts({ db, at, keys }: Writing): void {
  write({ db, at, keys }, false, all)
}

/** The next slice of the first transfer. Returns the number of parts; 0 when complete. */
export function writeFirstFacts(writing: Writing): number {
  return write(writing, true, slice)
}

function write({ db, at, keys }: Writing, first: boolean, limit: number): number {
  const link = findLink(db)
  if (!link) return 0
  const due = dueParts(db, first, limit)
  if (due.length === 0) return 0
  const outbox = new Outbox(db, link.epoch, at)
  const pseudonymiser = provincePseudonymiser(keys)
  for (const part of due) tell(db, outbox, part, pseudonymiser)
  return due.length
}

function tell(db: WriteDatabase, outbox: Outbox, due: DuePart, pseudonymiser: Pseudonymiser): void {
  const sent = sentDigests(db, due)
  for (const fact of parts[due.part]?.(db, due.owner, pseudonymiser) ?? []) {
    const body = JSON.stringify(fact.body)
    const place = `${fact.topic} ${fact.key}`
    const digest = digestOf(body)
    const before = sent.get(place)
    sent.delete(place)
    if (before === digest) continue
    // Only for an erased name; otherwise certificates keep their name.
    if (fact.topic === 'certificate' && fact.body.name === '') eraseEarlier(db, 'certificate', fact.key)
    outbox.append(fact.topic, fact.key, body)
    noteSent(db, due, place, digest)
  }
  for (const place of sent.keys()) {
    const cut = place.indexOf(' ')
    // Data about an application is erased when it ends.
    if (place.startsWith('application ')) eraseEarlier(db, 'application', place.slice(cut + 1))
    outbox.append(place.slice(0, cut) as Parameters<Outbox['append']>[0], place.slice(cut + 1), 'null')
    forgetSent(db, due, place)
  }
  forgetDue(db, due)
}
