import { Refused } from '../../refused.ts'
import type { CertificateRow } from './book-store.ts'

/** @throws Refused certificate_revoked, certificate_superseded */
export function assertHolds({
  state,
  number,
  replacedBy,
}: Pick<CertificateRow, 'state' | 'number' | 'replacedBy'>): void {
  if (state === 'revoked') throw new Refused({ code: 'certificate_revoked', number })
  if (replacedBy !== null) throw new Refused({ code: 'certificate_superseded', number, by: replacedBy })
}
