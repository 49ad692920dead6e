import type { VerificationStatus, VerificationWay } from './verification.ts'

export const verificationWayLabels: Record<VerificationWay, string> = {
  number: 'nomor',
  code: 'kode QR',
  file: 'foto atau PDF',
}

/** Heading of a result, and its seriousness. */
export const verificationAnswers: Record<VerificationStatus, { title: string; tone: 'ok' | 'warn' | 'err' }> = {
  valid: { title: 'SAH', tone: 'ok' },
  revoked: { title: 'DICABUT', tone: 'err' },
  superseded: { title: 'DIGANTI', tone: 'warn' },
  unknown: { title: 'TIDAK DIKENAL', tone: 'warn' },
  tampered: { title: 'DIUBAH', tone: 'err' },
}
