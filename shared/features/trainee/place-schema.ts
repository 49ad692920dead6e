import { z } from 'zod'

export const neighbourhoodSchema = threeDigits('RT')
export const hamletSchema = threeDigits('RW')

/** Kemendagri code without dots, ten digits. */
export const villageCodeSchema = z.string().regex(/^\d{10}$/)

function threeDigits(name: string) {
  return z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, { error: `${name} paling banyak 3 angka.` })
}
