import { z } from 'zod'
import { line, plainDateSchema, whole } from '../../kernel/schema.ts'
import { phoneSchema } from './phone-schema.ts'
import { hamletSchema, neighbourhoodSchema, villageCodeSchema } from './place-schema.ts'

export const religions = ['ISLAM', 'KRISTEN', 'KATOLIK', 'HINDU', 'BUDDHA', 'KONGHUCU', 'KEPERCAYAAN'] as const
export type Religion = (typeof religions)[number]
export const religionLabels: Record<Religion, string> = {
  ISLAM: 'Islam',
  KRISTEN: 'Kristen',
  KATOLIK: 'Katolik',
  HINDU: 'Hindu',
  BUDDHA: 'Buddha',
  KONGHUCU: 'Konghucu',
  KEPERCAYAAN: 'Kepercayaan',
}

export const maritalStatuses = ['BELUM_KAWIN', 'KAWIN', 'CERAI_HIDUP', 'CERAI_MATI'] as const
export type MaritalStatus = (typeof maritalStatuses)[number]
export const maritalLabels: Record<MaritalStatus, string> = {
  BELUM_KAWIN: 'Belum kawin',
  KAWIN: 'Kawin',
  CERAI_HIDUP: 'Cerai hidup',
  CERAI_MATI: 'Cerai mati',
}

export const employments = ['MENGANGGUR', 'BEKERJA', 'WIRAUSAHA', 'IRT'] as const
export type Employment = (typeof employments)[number]
export const employmentLabels: Record<Employment, string> = {
  MENGANGGUR: 'Tidak bekerja',
  BEKERJA: 'Bekerja',
  WIRAUSAHA: 'Wirausaha',
  IRT: 'Ibu rumah tangga',
}

export const shirtSizes = ['S', 'M', 'L', 'XL', 'XXL', 'XXXL'] as const

/** Fields that only some forms need; all optional. */
export const detailFields = {
  religion: z.enum(religions).nullable(),
  maritalStatus: z.enum(maritalStatuses).nullable(),
  /** Address of the home if it differs from the KTP; all four empty means the same. */
  homeAddress: line(160),
  homeNeighbourhood: neighbourhoodSchema,
  homeHamlet: hamletSchema,
  homeVillageCode: villageCodeSchema.nullable(),
  email: line(100).refine(text => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text), {
    error: 'Email tidak lengkap. Tulis seperti nama@contoh.id.',
  }),
  employment: z.enum(employments).nullable(),
  /** Number and date of the AK-1 (kartu kuning). */
  jobCard: line(40),
  jobCardDate: plainDateSchema.nullable(),
  shirtSize: z.enum(shirtSizes).nullable(),
  shoeSize: whole(20, 55).nullable(),
  colourBlind: z.boolean().nullable(),
  emergencyName: line(100),
  emergencyPhone: phoneSchema,
}
type TraineeDetails = { [Name in keyof typeof detailFields]: z.infer<(typeof detailFields)[Name]> }

export const noDetails: TraineeDetails = {
  religion: null,
  maritalStatus: null,
  homeAddress: '',
  homeNeighbourhood: '',
  homeHamlet: '',
  homeVillageCode: null,
  email: '',
  employment: null,
  jobCard: '',
  jobCardDate: null,
  shirtSize: null,
  shoeSize: null,
  colourBlind: null,
  emergencyName: '',
  emergencyPhone: '',
}
