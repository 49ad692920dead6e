import { historyCode } from '../../../../../shared/facts/history-mark.ts'
import { keyFileSchema } from '../../../../../shared/features/certificate/key-file.ts'
import { firstOf } from '../../../../../shared/kernel/first-of.ts'
import type { Check } from '../../../database/check.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { type SignedDay, signedDays } from '../keys/history-day-store.ts'
import { dayText } from '../keys/sign-day.ts'
import { isSignedBy, publicKeys } from '../keys/signing-key-store.ts'

/** Number of names listed; the rest is counted. */
const mostNamed = 12

/** Whether the history contains every signed end of a day. */
export function checkDays(db: ReadDatabase): Check {
  const days = signedDays(db)
  const wrong = wrongDays(db, days)
  const last = days.at(-1)
  const fine = last
    ? `${days.length} hari ditandatangani, terakhir ${last.day} dengan kode ${historyCode(last.head)}`
    : 'belum ada hari yang ditandatangani'
  const detail = wrong.length === 0 ? fine : `riwayatnya bukan yang ditandatangani: ${firstOf(wrong, mostNamed)}`
  return { key: 'days', ok: wrong.length === 0, detail }
}

/** Whether the history contains the day of a code: eight characters, or a key file. */
export function checkKeptCode(db: ReadDatabase, code: string): Check {
  const key = 'kept_code'
  const days = signedDays(db)
  const day = days.find(({ head }) => historyCode(head) === code.toUpperCase())
  if (!day) return { key, ok: false, detail: `kode ${code.toUpperCase()} tidak ada dalam riwayat ini` }
  const [wrong] = wrongDays(db, days).filter(name => name <= day.day)
  const detail = wrong ? `riwayat sampai ${wrong} bukan yang ditandatangani` : `riwayat bersambung dari ${day.day}`
  return { key, ok: wrong === undefined, detail }
}

/** The code in a file of public keys; undefined for another file. */
export function codeOfKeyFile(text: string): string | null | undefined {
  try {
    return keyFileSchema.parse(JSON.parse(text)).history?.code ?? null
  } catch {
    return undefined
  }
}

function wrongDays(db: ReadDatabase, days: readonly (SignedDay & { present: string | null })[]): string[] {
  const keys = new Map(publicKeys(db).map(key => [key.id, key]))
  return days.flatMap(day => {
    const key = keys.get(day.keyId)
    const holds =
      day.present === day.head && key !== undefined && isSignedBy(key, dayText(db, day), new Uint8Array(day.signature))
    return holds ? [] : [day.day]
  })
}
