import { z } from 'zod'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { detailFields, noDetails } from '../../../../shared/features/trainee/details.ts'
import { cleanNik, nikPrefix } from '../../../../shared/features/trainee/nik/nik.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { educations } from '../../../../shared/features/trainee/trainee.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { plainDateSchema } from '../../../../shared/kernel/schema.ts'

/** Values of the form; null where the draft needs a value that is not there yet. */
export const traineeValues = z.object({
  nik: z.string(),
  name: z.string(),
  birthPlace: z.string(),
  birthDate: plainDateSchema.nullable(),
  sex: z.enum(['L', 'P']).nullable(),
  familyCard: z.string(),
  address: z.string(),
  neighbourhood: z.string(),
  hamlet: z.string(),
  villageCode: z.string().nullable(),
  phone: z.string(),
  education: z.enum(educations).nullable(),
  ...detailFields,
  homeNeighbourhood: z.string(),
  homeHamlet: z.string(),
  email: z.string(),
  emergencyPhone: z.string(),
})
export type TraineeValues = z.infer<typeof traineeValues>

export const emptyTrainee: TraineeValues = {
  nik: '',
  name: '',
  birthPlace: '',
  birthDate: null,
  sex: null,
  familyCard: '',
  address: '',
  neighbourhood: '',
  hamlet: '',
  villageCode: null,
  phone: '',
  education: null,
  ...noDetails,
}

export function valuesOf(trainee: Trainee): TraineeValues {
  // The schema drops other properties. Phone numbers are shown in the usual format.
  return traineeValues.parse({
    ...trainee,
    phone: showPhone(trainee.phone),
    emergencyPhone: showPhone(trainee.emergencyPhone),
  })
}

/**
 * The values after the NIK changed. Birth date and sex follow it while they are empty or equal to the previous NIK; once edited they stay, and a
 * difference is a warning.
 */
export function withNik(values: TraineeValues, nik: string, today: PlainDate): TraineeValues {
  const before = nikPrefix(cleanNik(values.nik), today)
  const after = nikPrefix(cleanNik(nik), today)
  const follows = <Value>(value: Value | null, said: Value | null) => value === null || value === said
  return {
    ...values,
    nik,
    birthDate: follows(values.birthDate, before.birthDate) ? after.birthDate : values.birthDate,
    sex: follows(values.sex, before.day?.sex ?? null) ? (after.day?.sex ?? null) : values.sex,
  }
}
