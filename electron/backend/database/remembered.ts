import { lastSeal } from './audit.ts'
import type { ReadDatabase } from './connection.ts'

/** Seals of rows that only say who looked, each with the seal of the data as they were before. */
const onlyLooked = new Map<string, string>()
const mostLooks = 20

/** Runs what writes who looked at whose data, and nothing else: what is remembered stays right. */
export function withoutChange(db: ReadDatabase, write: () => void): void {
  const data = sealOfData(db)
  write()
  const seal = lastSeal(db)
  if (seal === data) return
  onlyLooked.set(seal, data)
  const [oldest] = onlyLooked.keys()
  if (onlyLooked.size > mostLooks && oldest !== undefined) onlyLooked.delete(oldest)
}

function sealOfData(db: ReadDatabase): string {
  const seal = lastSeal(db)
  return onlyLooked.get(seal) ?? seal
}

/**
 * Keeps what was read from a database until something is written there: every command ends in an audit row, so the newest seal
 * says whether anything is different. At most `most` answers at a time.
 */
export class Remembered<Value> {
  readonly #most: number
  readonly #kept = new WeakMap<ReadDatabase, { seal: string; values: Map<string, Value> }>()

  constructor(most: number) {
    this.#most = most
  }

  get(db: ReadDatabase, key: string, read: () => Value): Value {
    const seal = sealOfData(db)
    let kept = this.#kept.get(db)
    if (kept?.seal !== seal) {
      kept = { seal, values: new Map() }
      this.#kept.set(db, kept)
    }
    const { values } = kept
    const present = values.get(key)
    if (present !== undefined) return present
    const value = read()
    if (values.size >= this.#most) values.delete(values.keys().next().value ?? '')
    values.set(key, value)
    return value
  }
}
