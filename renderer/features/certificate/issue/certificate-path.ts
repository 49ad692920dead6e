import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import { cohortPath } from '../../../app/cohort-path.ts'

/** '/angkatan/TR-2024-03/sertifikat?jenis=surat&orang=12' */
export function certificatePath(code: string, kind: CertificateKind, position?: number): string {
  const search = new URLSearchParams()
  if (kind === 'statement') search.set('jenis', 'surat')
  if (position !== undefined) search.set('orang', String(position))
  const query = search.toString()
  return `${cohortPath(code, 'certificates')}${query === '' ? '' : `?${query}`}`
}
