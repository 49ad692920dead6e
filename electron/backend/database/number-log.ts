import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { ReadDatabase } from './connection.ts'

export const logName = 'nomor-terbit.txt'

export type GivenNumber = { kind: string; series: string; year: number; sequence: number; number: string }

/**
 * The numbers of papers that were ever given, in a file beside the database: a database that was put back by a snapshot does not know what
 * was given since, and the papers are out in the world.
 */
export class NumberLog {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  get #file(): string {
    return join(this.#folder, logName)
  }

  /** A line that a power cut tore is left out; the database that gave the number writes it again. */
  read(): GivenNumber[] {
    if (!existsSync(this.#file)) return []
    return readFileSync(this.#file, 'utf8').split('\n').flatMap(parseLine)
  }

  /** Adds what the database gave and the file lacks, and waits until it is on the disk. */
  keep(given: readonly GivenNumber[]): void {
    const known = new Set(this.read().map(lineOf))
    const lines = given.map(lineOf).filter(line => !known.has(line))
    if (lines.length === 0) return
    const handle = openSync(this.#file, 'a')
    try {
      // After a torn line the first of ours must not be joined to it.
      writeSync(handle, `\n${lines.join('\n')}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  }

  /** What a file that was set aside gave; as much of a damaged one as can be read, and the file stays as it is to the byte. */
  keepOf(databaseFile: string): void {
    const folder = mkdtempSync(join(this.#folder, 'baca-'))
    try {
      const copy = join(folder, 'balai.db')
      for (const ending of ['', '-wal'])
        if (existsSync(databaseFile + ending)) copyFileSync(databaseFile + ending, copy + ending)
      const raw = new BetterSqlite(copy)
      try {
        this.keep(givenNumbers(new ReadDatabase(raw)))
      } finally {
        raw.close()
      }
    } catch {
      // Damaged beyond reading: what the log holds already must do.
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** In the order in which each counter gave them. */
export function givenNumbers(db: ReadDatabase): GivenNumber[] {
  return db.all<GivenNumber>(
    'SELECT kind, series, year, sequence, number FROM given_number ORDER BY kind, series, year, sequence',
  )
}

function lineOf({ kind, series, year, sequence, number }: GivenNumber): string {
  return JSON.stringify([kind, series, year, sequence, number])
}

function parseLine(line: string): GivenNumber[] {
  try {
    const [kind, series, year, sequence, number] = JSON.parse(line) as unknown[]
    const sound =
      (kind === 'certificate' || kind === 'statement') &&
      typeof series === 'string' &&
      typeof number === 'string' &&
      number !== '' &&
      Number.isSafeInteger(year) &&
      Number.isSafeInteger(sequence) &&
      Number(sequence) >= 1
    return sound ? [{ kind, series, year: Number(year), sequence: Number(sequence), number }] : []
  } catch {
    return []
  }
}
