import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type SealKey, sealFits, sealOf } from './seal-key.ts'

export const anchorName = 'jangkar.txt'

const factsSchema = z.strictObject({
  /** Counts on with each writing: of the two places the one with the greater number is the newer. */
  turn: z.int().min(1),
  centreId: z.string(),
  /** Rows of the history, the seal of the last one, and when that was written. */
  rows: z.int().min(0),
  head: z.string(),
  at: z.string(),
  /** Sum of the seals of all rows. */
  sum: z.string(),
  /** Kind, series and year of each counter of papers with its last number; of the newest years alone where there are many. */
  last: z.array(z.tuple([z.string(), z.string(), z.int(), z.int()])),
  /** SHA-256 of the file, from an orderly close to the next writing. */
  file: z.string().nullable(),
})
export type AnchorFacts = z.infer<typeof factsSchema>

/** Of each place in the file. A line is written in one go into the place of the older one, so that a power cut leaves the other. */
const placeBytes = 4096
export const mostCounters = 50

/** Null where the file is not there; 'changed' where no line in it is ours. */
export function readAnchor(folder: string, key: SealKey | null): AnchorFacts | 'changed' | null {
  return readAnchorFile(join(folder, anchorName), key)
}

/** The same of a copy that was kept elsewhere. */
export function readAnchorFile(path: string, key: SealKey | null): AnchorFacts | 'changed' | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return null
  }
  const lines = text
    .split('\n')
    .flatMap(line => parseLine(line, key))
    .sort((a, b) => b.turn - a.turn)
  return lines[0] ?? 'changed'
}

function parseLine(line: string, key: SealKey | null): AnchorFacts[] {
  try {
    const [seal = '', facts = ''] = line.trim().split(/ (.*)/, 2)
    return sealFits(Buffer.from(seal, 'hex'), key, 'anchor', facts) === false
      ? []
      : [factsSchema.parse(JSON.parse(facts))]
  } catch {
    return []
  }
}

/**
 * What the database was after its last commit, in a file beside it: a database that was put back, or lost its journal, does not know. It is
 * not waited for until it has reached the disk: after a power cut it may be older than the database, never newer.
 */
export class Anchor {
  readonly #path: string
  readonly #key: SealKey | null
  #turn: number
  #file: number | undefined

  constructor(folder: string, key: SealKey | null) {
    this.#path = join(folder, anchorName)
    this.#key = key
    const known = readAnchor(folder, key)
    this.#turn = known === null || known === 'changed' ? 0 : known.turn
  }

  write(facts: Omit<AnchorFacts, 'turn'>): void {
    this.#turn += 1
    const line = JSON.stringify({ turn: this.#turn, ...facts })
    const seal = sealOf(this.#key, 'anchor', line).toString('hex')
    const place = Buffer.alloc(placeBytes, ' ')
    place.write(`${seal} ${line}`)
    place.write('\n', placeBytes - 1)
    // Not for appending, which would write at the end whatever place is asked for.
    this.#file ??= openSync(this.#path, constants.O_RDWR | constants.O_CREAT, 0o600)
    writeSync(this.#file, place, 0, placeBytes, (this.#turn % 2) * placeBytes)
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }
}
