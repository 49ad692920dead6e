import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type SealKey, sealFits, sealOf } from './seal-key.ts'

export const anchorName = 'jangkar.txt'

const factsSchema = z.strictObject({
  /** Counter of writes: of the two slots the one with the greater number is newer. */
  turn: z.int().min(1),
  centreId: z.string(),
  /** Rows of the history, seal of the last one, and its time. */
  rows: z.int().min(0),
  head: z.string(),
  at: z.string(),
  /** Sum of the seals of all rows. */
  sum: z.string(),
  /** Kind, series and year of each paper counter with its last number; only the newest years if there are many. */
  last: z.array(z.tuple([z.string(), z.string(), z.int(), z.int()])),
  /** SHA-256 of the file, from an orderly close to the next write. */
  file: z.string().nullable(),
})
export type AnchorFacts = z.infer<typeof factsSchema>

/** Size of each slot in the file. A line is written at once into the older slot, so that a power cut leaves the other intact. */
const placeBytes = 4096
export const mostCounters = 50

/** Null if the file does not exist; 'changed' if no line in it is ours. */
export function readAnchor(folder: string, key: SealKey | null): AnchorFacts | 'changed' | null {
  return readAnchorFile(join(folder, anchorName), key)
}

/** The same for a copy kept elsewhere. */
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
 * The state of the database after its last commit, in a file beside it, to detect a restored database or a lost journal. Not fsynced: after a power
 * cut it may be older than the database, never newer.
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
    // Not in append mode, which would ignore the write position.
    this.#file ??= openSync(this.#path, constants.O_RDWR | constants.O_CREAT, 0o600)
    writeSync(this.#file, place, 0, placeBytes, (this.#turn % 2) * placeBytes)
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }
}
