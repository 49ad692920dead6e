import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../../database/connection.ts'
import type { KeyStore } from '../../../keys/key-store.ts'
import { centreIdOf, findHistoryEnd, type HistoryDay, insertDay, isDaySigned } from './history-day-store.ts'
import { findSigner } from './signing-key-store.ts'

/**
 * The first act of a day signs where the history ended the day before. From then on whoever changes anything before it has to sign anew, and
 * papers that went out meanwhile name another head. Nothing is signed where the key is not here; the next day that has it covers all before.
 */
export function signFinishedDay({ db, today, keys }: { db: WriteDatabase; today: PlainDate; keys: KeyStore }): void {
  const end = findHistoryEnd(db)
  // A clock that was set back ends no day.
  if (!end || end.day >= today || isDaySigned(db, end.day)) return
  const signer = findSigner(db, keys)
  if (!signer) return
  insertDay(db, { ...end, keyId: signer.id, signature: signer.sign(dayText(db, end)) })
}

/** What is signed; no record of a certificate begins like it. */
export function dayText(db: ReadDatabase, { day, auditId, head }: HistoryDay): string {
  return ['RIWAYAT1', centreIdOf(db), day, auditId, head].join('*')
}
