import { DomainError } from '../../domain-error.ts'
import type { CertificateRow } from './register/book-store.ts'

/** @throws DomainError certificate_revoked, certificate_superseded */
export function assertHolds({
  state,
  number,
  replacedBy,
}: Pick<CertificateRow, 'state' | 'number' | 'replacedBy'>): void {
  if (state === 'revoked') throw new DomainError({ code: 'certificate_revoked', number })
  if (replacedBy !== null) throw new DomainError({ code: 'certificate_superseded', number, by: replacedBy })
}
