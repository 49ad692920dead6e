import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'
import { ageOn } from '../trainee/age.ts'

export const signers = ['SELF', 'GUARDIAN'] as const
export type Signer = (typeof signers)[number]
export const signerLabels: Record<Signer, string> = { SELF: 'Peserta sendiri', GUARDIAN: 'Orang tua atau wali' }

/** On what ground of Pasal 20 UU 27/2022 the data is used. */
export const legalBases = ['CONSENT', 'PUBLIC_TASK', 'LEGAL_DUTY'] as const
type LegalBasis = (typeof legalBases)[number]
export const basisLabels: Record<LegalBasis, string> = {
  CONSENT: 'Persetujuan',
  PUBLIC_TASK: 'Pelayanan publik',
  LEGAL_DUTY: 'Kewajiban hukum',
}

/** From this age on somebody signs for himself. */
export const adultAge = 18

export const consentDraft = z
  .strictObject({
    signedOn: plainDateSchema,
    signer: z.enum(signers),
    /** Name of who answers for a minor; empty where the person signs. */
    guardian: line(100),
    basis: z.enum(legalBases),
  })
  .refine(consent => (consent.signer === 'GUARDIAN') === (consent.guardian !== ''), {
    path: ['guardian'],
    error: 'Tulis nama orang tua atau wali.',
  })
export type ConsentDraft = z.infer<typeof consentDraft>

/** The age of somebody too young to sign on that day, or null. */
export function tooYoung(birthDate: PlainDate, { signedOn, signer }: Pick<ConsentDraft, 'signedOn' | 'signer'>) {
  const age = ageOn(birthDate, signedOn)
  return signer === 'SELF' && age < adultAge ? age : null
}
