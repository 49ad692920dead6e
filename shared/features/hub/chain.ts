import type { TravellingFact } from './batch.ts'

/** What the hash of a fact is made over: the hash before it, and all that it says. Its body stands in it as a digest, so that a name in it can be erased. */
export function sealedText(previous: string, { seq, topic, key, v, at, digest }: Omit<TravellingFact, 'body'>): string {
  return JSON.stringify([previous, seq, topic, key, v, at, digest])
}
