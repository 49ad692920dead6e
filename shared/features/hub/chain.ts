import type { TravellingFact } from './batch.ts'

/**
 * The text that is hashed for a fact: the previous hash and all its content. The body is included as a digest, so that a name in it can be erased
 * later.
 */
export function sealedText(previous: string, { seq, topic, key, v, at, digest }: Omit<TravellingFact, 'body'>): string {
  return JSON.stringify([previous, seq, topic, key, v, at, digest])
}
