import { lastSeal } from './audit.ts'
import type { ReadDatabase } from './connection.ts'

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
    const seal = lastSeal(db)
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
