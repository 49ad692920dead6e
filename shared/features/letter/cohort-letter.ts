import { z } from 'zod'
import { officerId } from '../../ids.ts'
import { line, paragraph, plainDateSchema, timeSchema } from '../../kernel/schema.ts'
import { letterExtras } from './letter-form.ts'

/** Values of a letter of a class that are stored nowhere else; '' and null are unknown. */
export const cohortLetterDraft = z.strictObject({
  number: line(80),
  date: plainDateSchema.nullable(),
  heldOn: plainDateSchema.nullable(),
  time: timeSchema.nullable(),
  place: line(160),
  /** Null: the head of the centre on the day of the letter. */
  officerId: officerId.nullable(),
  extra: z.partialRecord(z.enum(letterExtras), paragraph(2000)),
})
export type CohortLetterDraft = z.infer<typeof cohortLetterDraft>

export const emptyCohortLetter: CohortLetterDraft = {
  number: '',
  date: null,
  heldOn: null,
  time: null,
  place: '',
  officerId: null,
  extra: {},
}
