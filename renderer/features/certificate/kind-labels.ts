import type { CertificateKind } from '../../../shared/features/certificate/contract.ts'

const names: Record<CertificateKind, string> = { certificate: 'sertifikat', statement: 'surat keterangan' }

/** 'sertifikat', 'surat keterangan'. Indonesian needs no plural form. */
export function kindName(kind: CertificateKind): string {
  return names[kind]
}

export function kindTitle(kind: CertificateKind): string {
  return kind === 'certificate' ? 'Sertifikat' : 'Surat keterangan'
}
