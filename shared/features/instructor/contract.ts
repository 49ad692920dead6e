import { z } from 'zod'
import { type CredentialId, credentialId, type InstructorId, instructorId, leaveId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, digits, line, nothing, plainDateSchema } from '../../kernel/schema.ts'
import { command, output, query, saving, task } from '../../operation.ts'
import type { Attachment } from '../attachment/attachment.ts'
import { type TradeCode, tradeCodes } from '../program/trades.ts'
import { type Leave, leaveDraft } from './leave.ts'
import { type Payment, paymentDraft } from './payment.ts'

export const instructorDraft = z.strictObject({
  name: line(100, 1),
  nip: digits(/^(\d{18})?$/, 'NIP terdiri dari 18 angka. Kosongkan bila bukan ASN.', /\s/g),
  institution: line(120),
  phone: line(30),
  active: z.boolean(),
})
export type InstructorDraft = z.infer<typeof instructorDraft>

export const credentialDraft = z
  .strictObject({
    kind: z.enum(['TEKNIS', 'METODOLOGI', 'ASESOR']),
    number: line(60, 1),
    registration: line(60),
    lsp: line(120),
    licence: line(60),
    scheme: line(160, 1),
    trades: z.array(z.enum(tradeCodes)),
    issued: plainDateSchema,
    validUntil: plainDateSchema,
  })
  .refine(credential => credential.validUntil >= credential.issued, {
    path: ['validUntil'],
    error: 'Berakhir sebelum terbit.',
  })
  .refine(credential => credential.kind !== 'TEKNIS' || credential.trades.length > 0, {
    path: ['trades'],
    error: 'Sertifikat teknis mencakup paling sedikit satu kejuruan.',
  })
export type CredentialDraft = z.infer<typeof credentialDraft>
export type Credential = CredentialDraft & {
  id: CredentialId
  scan: Attachment | null
  /** Who checked it with the LSP, and when; reset when the credential changes. */
  verified: Verification | null
}

export const verification = z.strictObject({ by: line(100, 1), on: plainDateSchema })
export type Verification = z.infer<typeof verification>

export type InstructorRow = InstructorDraft & {
  id: InstructorId
  credentials: Credential[]
  /** All leaves, latest first. */
  leaves: Leave[]
  /** In the list only those that ended last year or later. */
  cohorts: {
    code: string
    title: string
    trade: string
    start: PlainDate
    end: PlainDate
    status: 'planned' | 'running' | 'finished'
    /** Numbers of days taught without a valid credential: with permission, or under an earlier setting. */
    outside: number[]
  }[]
}

export const instructorContract = {
  list: query('instructor.see', nothing, output<InstructorRow[]>()),
  get: query('instructor.see', { id: instructorId }, output<InstructorRow>()),
  save: saving('instructor.change', 'Menyimpan instruktur', instructorId, { instructor: instructorDraft }),
  payment: query('money.see', { id: instructorId }, output<Payment>()),
  /** Tax status and bank account, for lists of honoraria and transfers. */
  savePayment: command('money.change', 'Mengisi data pembayaran instruktur', {
    id: instructorId,
    payment: paymentDraft,
  }),
  saveCredential: saving(
    'instructor.change',
    'Menyimpan sertifikat BNSP',
    credentialId,
    { credential: credentialDraft },
    { instructorId },
  ),
  removeCredential: command('instructor.change', 'Menghapus sertifikat BNSP', { id: credentialId }),
  /** Null withdraws the verification. */
  verifyCredential: command('instructor.change', 'Mencatat pemeriksaan sertifikat BNSP', {
    id: credentialId,
    verified: verification.nullable(),
  }),
  /** A PDF or JPEG of at most 5 MB; replaces an earlier one. */
  attachScan: task('instructor.change', 'Melampirkan hasil scan sertifikat', { id: credentialId, file: z.file() }),
  removeScan: command('instructor.change', 'Menghapus hasil scan sertifikat', { id: credentialId }),
  scan: query('instructor.see', { id: credentialId }, output<{ file: BinaryFile }>()),
  /** The letter that asks the LSP for a renewal. */
  recertificationLetter: task(
    'instructor.change',
    'Membuat surat sertifikasi ulang',
    { id: credentialId },
    output<{ file: BinaryFile; title: string; warnings: string[] }>(),
  ),
  /** A calendar file (ICS) of credentials that end within 180 days. */
  expiryCalendar: query('instructor.see', nothing, output<BinaryFile>()),
  /** Past leaves cannot change; of a running one only the end. */
  saveLeave: saving('instructor.change', 'Mencatat cuti instruktur', leaveId, { leave: leaveDraft }, { instructorId }),
  /** Only before it starts. */
  removeLeave: command('instructor.change', 'Menghapus cuti instruktur', { id: leaveId }),
}

export type { TradeCode }
