import { z } from 'zod'
import { readPhone } from './phone.ts'

/** A mobile number in stored form, '62812…', or ''. */
export const phoneSchema = z.string().transform((text, context) => {
  if (text.trim() === '') return ''
  const reading = readPhone(text)
  if (reading.ok) return reading.phone
  context.addIssue({ code: 'custom', message: 'Nomor HP tidak dikenal. Tulis seperti 0812-3456-7890.' })
  return z.NEVER
})
