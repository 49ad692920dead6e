import { z } from 'zod'
import { type CredentialId, credentialId, type InstructorId, instructorId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing, plainDateSchema } from '../../kernel/schema.ts'
import { command, output, query } from '../../operation.ts'
import { type TradeCode, tradeCodes } from '../program/trades.ts'

export const instructorDraft = z.strictObject({
  name: line(100, 1),
  nip: z
    .string()
    .transform(text => text.replace(/\s/g, ''))
    .refine(text => text === '' || /^\d{18}$/.test(text), {
      error: 'NIP terdiri dari 18 angka. Kosongkan bila bukan ASN.',
    }),
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
export type Credential = CredentialDraft & { id: CredentialId }

export type InstructorRow = InstructorDraft & {
  id: InstructorId
  credentials: Credential[]
  cohorts: {
    code: string
    title: string
    start: PlainDate
    end: PlainDate
    status: 'planned' | 'running' | 'finished'
  }[]
}

export const instructorContract = {
  list: query(nothing, output<InstructorRow[]>()),
  get: query(z.strictObject({ id: instructorId }), output<InstructorRow>()),
  save: command(
    z.strictObject({ id: instructorId.nullable(), instructor: instructorDraft }),
    output<{ id: InstructorId }>(),
  ),
  saveCredential: command(
    z.strictObject({ instructorId, id: credentialId.nullable(), credential: credentialDraft }),
    output<{ id: CredentialId }>(),
  ),
  removeCredential: command(z.strictObject({ id: credentialId }), output<void>()),
}

export type { TradeCode }
