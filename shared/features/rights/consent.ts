import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'
import { ageOn } from '../trainee/age.ts'

export const signers = ['SELF', 'GUARDIAN'] as const
export type Signer = (typeof signers)[number]
export const signerLabels: Record<Signer, string> = { SELF: 'Peserta sendiri', GUARDIAN: 'Orang tua atau wali' }

/** Legal basis for the use of data, Pasal 20 UU 27/2022. */
export const legalBases = ['CONSENT', 'PUBLIC_TASK', 'LEGAL_DUTY'] as const
type LegalBasis = (typeof legalBases)[number]
export const basisLabels: Record<LegalBasis, string> = {
  CONSENT: 'Persetujuan',
  PUBLIC_TASK: 'Pelayanan publik',
  LEGAL_DUTY: 'Kewajiban hukum',
}

/** Age from which a person signs for himself or herself. */
export const adultAge = 18

export const consentDraft = z
  .strictObject({
    signedOn: plainDateSchema,
    signer: z.enum(signers),
    /** Name of the guardian of a minor; empty if the person signs. */
    guardian: line(100),
    basis: z.enum(legalBases),
  })
  .refine(consent => (consent.signer === 'GUARDIAN') === (consent.guardian !== ''), {
    path: ['guardian'],
    error: 'Tulis nama orang tua atau wali.',
  })
export type ConsentDraft = z.infer<typeof consentDraft>

/** Age of a person too young to sign on that day, or null. */
export function tooYoung(birthDate: PlainDate, { signedOn, signer }: Pick<ConsentDraft, 'signedOn' | 'signer'>) {
  const age = ageOn(birthDate, signedOn)
  return signer === 'SELF' && age < adultAge ? age : null
}
