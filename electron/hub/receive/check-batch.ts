import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Batch, TravellingFact } from '../../../shared/features/hub/batch.ts'
import { sealedText } from '../../../shared/features/hub/chain.ts'
import type { Topic } from '../../../shared/features/hub/fact.ts'
import { type FactBook, understand } from '../../../shared/features/hub/fact-book.ts'
import { parseJson } from '../../../shared/kernel/parse-json.ts'
import { Refused } from './refused.ts'

/** What the hub has of a centre: number and hash of the last fact of an epoch. `complete`: that epoch was received to its end. */
export type Member = { epoch: number; applied: number; hash: string; complete: boolean }

/** A parsed fact; null for a deleted row. */
export type Row = { topic: Topic; key: string; seq: number; values: Record<string, unknown> | null }

/** A later epoch begins at 1; an earlier one comes from another copy of the data that went on without this one. */
export function begun(member: Member, batch: Batch): Member {
  if (batch.epoch < member.epoch) throw new Refused({ code: 'superseded', epoch: member.epoch })
  return batch.epoch > member.epoch ? { epoch: batch.epoch, applied: 0, hash: '', complete: false } : member
}

/** The facts after the last one applied, with their hashes. @throws Refused gap, fork, invalid */
export async function unknownFacts(
  client: PoolClient,
  centreId: string,
  member: Member,
  { facts, previous, epoch }: Batch,
) {
  const first = facts[0]?.seq ?? member.applied + 1
  if (first > member.applied + 1) throw new Refused({ code: 'gap', applied: member.applied, hash: member.hash })
  const known = new Map<number, string>([
    [0, ''],
    [member.applied, member.hash],
  ])
  if (first <= member.applied) {
    const { rows } = await client.query<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM pusat.fact WHERE centre_id = $1 AND epoch = $2 AND seq BETWEEN $3 AND $4',
      [centreId, member.epoch, first - 1, member.applied],
    )
    for (const { seq, hash } of rows) known.set(seq, hash)
  }
  if (known.get(first - 1) !== previous) throw new Refused({ code: 'fork', seq: first, epoch })
  let hash = previous
  const unknown: TravellingFact[] = []
  const hashes: string[] = []
  for (const [index, fact] of facts.entries()) {
    if (fact.seq !== first + index)
      throw new Refused({ code: 'invalid', field: `facts.${index}.seq`, message: 'nomor tidak berurutan' })
    if (fact.body !== null && sha256(fact.body) !== fact.digest)
      throw new Refused({ code: 'invalid', field: `facts.${index}.body`, message: 'isi tidak cocok dengan sidiknya' })
    hash = sha256(sealedText(hash, fact))
    if (fact.seq <= member.applied) {
      if (known.get(fact.seq) !== hash) throw new Refused({ code: 'fork', seq: fact.seq, epoch })
      continue
    }
    unknown.push(fact)
    hashes.push(hash)
  }
  return { facts: unknown, hashes }
}

/** The content of a fact in the format of this release. @throws Refused newer, older, invalid */
export function read({ topic, v, key, seq, body }: TravellingFact, book: FactBook): Row {
  const chapter = book[topic]
  const gone = body === null || body === 'null'
  if (gone && chapter && v <= chapter.newest) return { topic: topic as Topic, key, seq, values: null }
  const said = understand(book, topic, v, gone ? null : parseJson(body))
  if ('values' in said) return { topic: topic as Topic, key, seq, values: said.values }
  if (said.problem === 'invalid')
    throw new Refused({ code: 'invalid', field: `${topic}.${said.field}`, message: said.message })
  throw new Refused({ code: said.problem, topic, v, newest: said.newest })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
