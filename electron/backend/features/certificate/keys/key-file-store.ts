import { historyCode } from '../../../../../shared/facts/history-mark.ts'
import type { KeyFile } from '../../../../../shared/features/certificate/key-file.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { getCentre } from '../../centre/centre-store.ts'
import { lastSignedDay } from './history-day-store.ts'
import { publicKeys } from './signing-key-store.ts'

/** Public keys of the centre with the numbers that are not valid today. Reasons are left out, because they may contain personal data. */
export function keyFile(db: ReadDatabase, today: PlainDate): KeyFile {
  const day = lastSignedDay(db)
  return {
    format: 'balai-keys-1',
    centre: getCentre(db).name,
    listedOn: today,
    keys: publicKeys(db).map(({ id, publicKey, retiredAt }) => ({
      id,
      publicKey,
      retiredOn: retiredAt === null ? null : (retiredAt.slice(0, 10) as PlainDate),
    })),
    history: day ? { ...day, code: historyCode(day.head) } : null,
    revoked: db.all(
      `SELECT number, revoked_on AS "on" FROM certificate_revocation JOIN certificate ON certificate.id = certificate_id ORDER BY number`,
    ),
    superseded: db.all(
      `SELECT certificate.number, later.issued_on AS "on", later.number AS "by"
       FROM certificate AS later INDEXED BY certificate_replaced CROSS JOIN certificate ON certificate.id = later.replaces_id WHERE later.replaces_id IS NOT NULL ORDER BY certificate.number`,
    ),
  }
}
