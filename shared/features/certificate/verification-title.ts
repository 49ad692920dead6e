import type { VerificationStatus } from './verification.ts'

const titles: Record<VerificationStatus, string> = {
  valid: 'SAH',
  revoked: 'DICABUT',
  superseded: 'DIGANTI',
  unknown: 'TIDAK DIKENAL',
  tampered: 'DIUBAH',
}

export function verificationTitle(status: VerificationStatus): string {
  return titles[status]
}
