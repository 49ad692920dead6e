import { checkHistory } from '../../../electron/backend/features/backup/check-history.ts'
import { checkDays } from '../../../electron/backend/features/certificate/verify/check-days.ts'
import { Offence, type Office } from '../office.ts'
import { bookLaws } from './book.ts'
import { centreLaws } from './centre.ts'
import { frozenLaws } from './frozen.ts'
import { planLaws } from './plan.ts'

/** A rule that must always hold. Its statement returns the rows that break it. */
export type Law = { name: string; sql: string }

const laws: Law[] = [...planLaws, ...bookLaws, ...centreLaws]

/** @throws Offence that names the law and some of the rows that break it */
export function checkLaws(office: Office): void {
  for (const { name, sql } of laws) {
    const broken = office.rows(sql)
    if (broken.length > 0) throw new Offence(`${name}: ${JSON.stringify(broken.slice(0, 3))}`)
  }
  for (const { name, key, rows } of frozenLaws) {
    const known = office.memory.get(key) ?? new Map()
    office.memory.set(key, known)
    for (const row of office.rows<{ id: number | string; value: string }>(rows)) {
      const before = known.get(row.id)
      if (before !== undefined && before !== row.value)
        throw new Offence(`${name}: ${row.id} was ${before}, is ${row.value}`)
      known.set(row.id, row.value)
    }
  }
}

/** Slow checks, run once at the end. */
export function checkWhole(office: Office): void {
  checkLaws(office)
  for (const pragma of ['integrity_check', 'foreign_key_check']) {
    const rows = office.rows<Record<string, unknown>>(`SELECT * FROM pragma_${pragma}`)
    const fine = rows.length === 0 || (rows.length === 1 && Object.values(rows[0] ?? {})[0] === 'ok')
    if (!fine) throw new Offence(`${pragma}: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  // A check of the data must not mistake an act of the program for a change from outside.
  for (const { ok, key, detail } of [checkHistory(office.db), checkDays(office.db)])
    if (!ok) throw new Offence(`${key}: ${detail}`)
}
