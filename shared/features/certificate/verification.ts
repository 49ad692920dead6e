import { longDate, type PlainDate } from '../../kernel/plain-date.ts'
import type { KeyFile } from './key-file.ts'
import { type CertificateRecord, checkRecord, type RecordVerification, type VerifySignature } from './signed-record.ts'

/** valid: sah · revoked: dicabut · superseded: diganti · unknown: tidak dikenal · tampered: diubah. Revoked wins over superseded. */
const verificationStatuses = ['valid', 'revoked', 'superseded', 'unknown', 'tampered'] as const
export type VerificationStatus = (typeof verificationStatuses)[number]

export type Verification = {
  status: VerificationStatus
  /** The signed record; null if none could be read. */
  certificate: CertificateRecord | null
  /** One sentence in Indonesian. */
  reason: string
}

/** number: typed · code: text of the QR · file: a picture or PDF. */
export type VerificationWay = 'number' | 'code' | 'file'

/** A result checked in the register of the centre. */
export type BookVerification = Verification & {
  /** The number in our register that the result is about, also if a changed code claims it; null if none. */
  number: string | null
}

type Unknown = Extract<RecordVerification, { state: 'unknown' }>['why'] | 'no_code' | 'no_picture'

/** Checks a text with a key file alone. */
export function verifyByKeyFile(text: string, file: KeyFile, verify: VerifySignature): Verification {
  const judged = checkRecord(text, file.keys, verify)
  if (judged.state !== 'genuine') return notGenuine(judged)
  const { record: certificate } = judged
  const asOf = `menurut daftar tanggal ${longDate(file.listedOn)}`
  const revoked = file.revoked.find(({ number }) => number === certificate.number)
  if (revoked) return { status: 'revoked', certificate, reason: formatRevoked(revoked.on) }
  const superseded = file.superseded.find(({ number }) => number === certificate.number)
  if (superseded) return { status: 'superseded', certificate, reason: formatSuperseded(superseded.by, superseded.on) }
  return { status: 'valid', certificate, reason: `Ditandatangani ${file.centre} dan tidak dicabut ${asOf}.` }
}

export function notGenuine(judged: Exclude<RecordVerification, { state: 'genuine' }>): Verification {
  return judged.state === 'tampered'
    ? { status: 'tampered', certificate: null, reason: 'Isi kode tidak cocok dengan tanda tangannya.' }
    : { status: 'unknown', certificate: null, reason: formatUnknown(judged.why) }
}

export function formatUnknown(why: Unknown): string {
  switch (why) {
    case 'no_code':
      return 'Tidak ada kode QR yang terbaca. Ulangi dengan gambar yang lebih dekat, terang dan datar.'
    case 'no_picture':
      return 'Berkas ini bukan PNG, JPEG atau PDF yang dapat dibaca.'
    case 'attendance_sheet':
      return 'Ini kode lembar daftar hadir, bukan sertifikat.'
    case 'other_key':
      return 'Kode ini ditandatangani dengan kunci yang tidak dikenal di sini. Tanyakan kepada balai yang tertulis pada sertifikat.'
    case 'not_a_record':
      return 'Ini bukan isi kode QR sertifikat Balai.'
  }
}

export function formatRevoked(on: PlainDate, why = ''): string {
  return `Dicabut pada ${longDate(on)}${why === '' ? '' : `: ${why.replace(/\.$/, '')}`}.`
}

export function formatSuperseded(by: string, on: PlainDate): string {
  return `Diganti pada ${longDate(on)} dengan nomor ${by}.`
}
