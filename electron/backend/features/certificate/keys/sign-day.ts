import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../../database/connection.ts'
import type { KeyStore } from '../../../keys/key-store.ts'
import { centreIdOf, findHistoryEnd, type HistoryDay, insertDay, isDaySigned } from './history-day-store.ts'
import { findSigner } from './signing-key-store.ts'

/**
 * The first act of a day signs the end of the history of the day before. Whoever changes earlier rows must then sign anew, and papers printed since
 * refer to another seal. Without the key nothing is signed; the next day with the key covers all before.
 */
export function signFinishedDay({ db, today, keys }: { db: WriteDatabase; today: PlainDate; keys: KeyStore }): void {
  const end = findHistoryEnd(db)
  // If the clock was set back, no day has ended.
  if (!end || end.day >= today || isDaySigned(db, end.day)) return
  const signer = findSigner(db, keys)
  if (!signer) return
  insertDay(db, { ...end, keyId: signer.id, signature: signer.sign(dayText(db, end)) })
}

/** The signed text; must not start like a record of a certificate. */
export function dayText(db: ReadDatabase, { day, auditId, head }: HistoryDay): string {
  return ['RIWAYAT1', centreIdOf(db), day, auditId, head].join('*')
}
