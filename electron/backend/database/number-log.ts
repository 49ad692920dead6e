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
 * The paper numbers ever assigned, in a file beside the database: a restored database does not know the numbers assigned since, whose papers have
 * already been handed out.
 */
export class NumberLog {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  get #file(): string {
    return join(this.#folder, logName)
  }

  /** A line torn by a power cut is skipped; the database that assigned the number writes it again. */
  read(): GivenNumber[] {
    if (!existsSync(this.#file)) return []
    return readFileSync(this.#file, 'utf8').split('\n').flatMap(parseLine)
  }

  /** Appends numbers that the file lacks, and waits until they are on the disk. */
  keep(given: readonly GivenNumber[]): void {
    const known = new Set(this.read().map(lineOf))
    const lines = given.map(lineOf).filter(line => !known.has(line))
    if (lines.length === 0) return
    const handle = openSync(this.#file, 'a')
    try {
      // After a torn line the first new one must not be joined to it.
      writeSync(handle, `\n${lines.join('\n')}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  }

  /** Adds the numbers of a database file that was set aside. Of a damaged one as many as can be read; the file itself is not changed. */
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
      // Unreadable: the log keeps what it has.
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** In the order of assignment within each counter. */
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
