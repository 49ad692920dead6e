import { z } from 'zod'
import { digits, line } from '../../kernel/schema.ts'

export const disabilities = ['FISIK', 'SENSORIK', 'INTELEKTUAL', 'MENTAL'] as const
type Disability = (typeof disabilities)[number]
export const disabilityLabels: Record<Disability, string> = {
  FISIK: 'Fisik',
  SENSORIK: 'Sensorik',
  INTELEKTUAL: 'Intelektual',
  MENTAL: 'Mental',
}

/** Sensitive data under UU 27/2022; stored apart from the trainee, and every access is recorded. */
export const restrictedDraft = z.strictObject({
  /** Name of the child, or the relation. */
  stuntedChild: line(100),
  disability: z.enum(disabilities).nullable(),
  disabilityNeeds: line(160),
  bankName: line(60),
  bankAccount: digits(/^\d{0,20}$/, 'No. rekening paling banyak 20 angka.'),
  bankHolder: line(100),
})
export type RestrictedDraft = z.infer<typeof restrictedDraft>

export const nothingRestricted: RestrictedDraft = {
  stuntedChild: '',
  disability: null,
  disabilityNeeds: '',
  bankName: '',
  bankAccount: '',
  bankHolder: '',
}

export const restrictedLabels: Record<keyof RestrictedDraft, string> = {
  stuntedChild: 'Anak stunting',
  disability: 'Disabilitas',
  disabilityNeeds: 'Kebutuhan',
  bankName: 'Bank',
  bankAccount: 'No. rekening',
  bankHolder: 'Atas nama',
}
