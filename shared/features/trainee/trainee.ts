import { z } from 'zod'
import { line, plainDateSchema } from '../../kernel/schema.ts'
import { detailFields } from './details.ts'
import { checkName } from './name/name.ts'
import { checkNik, cleanNik } from './nik/nik.ts'
import { formatNikProblem } from './nik/nik-format.ts'
import { phoneSchema } from './phone-schema.ts'
import { hamletSchema, neighbourhoodSchema, villageCodeSchema } from './place-schema.ts'

export const educations = ['TIDAK_SEKOLAH', 'SD', 'SMP', 'SMA', 'SMK', 'D1', 'D2', 'D3', 'D4', 'S1', 'S2'] as const
export type Education = (typeof educations)[number]
export const educationLabels: Record<Education, string> = {
  TIDAK_SEKOLAH: 'Tidak sekolah',
  SD: 'SD sederajat',
  SMP: 'SMP sederajat',
  SMA: 'SMA sederajat',
  SMK: 'SMK',
  D1: 'D1',
  D2: 'D2',
  D3: 'D3',
  D4: 'D4',
  S1: 'S1',
  S2: 'S2',
}

const nikSchema = z
  .string()
  .transform(cleanNik)
  .superRefine((digits, context) => {
    const problem = checkNik(digits)
    if (problem) context.addIssue({ code: 'custom', message: formatNikProblem(problem) })
  })

const nameSchema = line(100, 1).superRefine((text, context) => {
  // `line` has already reported empty or too long text.
  if (checkName(text)?.code === 'control_character')
    context.addIssue({ code: 'custom', message: 'Nama memuat huruf yang tidak dapat dicetak.' })
})

export const traineeDraft = z.strictObject({
  nik: nikSchema,
  name: nameSchema,
  birthPlace: line(60),
  birthDate: plainDateSchema,
  sex: z.enum(['L', 'P'], { error: 'Pilih L atau P.' }),
  familyCard: z
    .string()
    .transform(cleanNik)
    .refine(text => text === '' || /^\d{16}$/.test(text), { error: 'No. KK terdiri dari 16 angka.' }),
  address: line(160),
  neighbourhood: neighbourhoodSchema,
  hamlet: hamletSchema,
  villageCode: villageCodeSchema.nullable(),
  phone: phoneSchema,
  education: z.enum(educations).nullable(),
  ...detailFields,
})
export type TraineeDraft = z.infer<typeof traineeDraft>
