import { z } from 'zod'
import { plainDateSchema } from '../../kernel/schema.ts'
import { signatorySchema } from '../centre/signatory.ts'

// The data of an issued paper, frozen in the database and drawn again years later. Pictures are stored beside it. A later form of a paper needs a new
// templateVersion; this one must stay readable for ever.

/** Missing values are '' or null, never left out, so that no fact can be lost unnoticed. */
const text = z.string()
const count = z.int().min(0)
/** Hundredths from 0 to 100,00. */
const score = z.int().min(0).max(10_000)
/** Whole percent. */
const percent = z.int().min(0).max(100)

const centreSchema = z.strictObject({
  /** Letterhead, one to three lines from the largest office to the smallest; the last is the centre itself. */
  lines: z.array(text).min(1).max(3),
  city: text,
  practice: z.boolean(),
})

const courseSchema = {
  /** Name of the trade and title of the program. */
  trade: text,
  program: text,
  cohort: z.strictObject({ number: z.int().min(1), year: z.int() }),
  start: plainDateSchema,
  end: plainDateSchema,
  /** Training days and hours (JP). */
  dayCount: z.int().min(1),
  hours: z.int().min(1),
  attendance: z.strictObject({ present: count, planned: z.int().min(1) }),
}

const holderSchema = {
  /** Number of the replaced paper; '' for none, and on older papers. */
  replaces: text.default(''),
  /** As on the KTP; printed in capitals. */
  name: text,
  birthPlace: text,
  birthDate: plainDateSchema,
}

export const certificateFactsSchema = z.strictObject({
  templateVersion: z.literal(1),
  number: text,
  issuedOn: plainDateSchema,
  centre: centreSchema,
  /** The decree of the training; `issuer` is '' if not entered. */
  decree: z.strictObject({ issuer: text, number: text, date: plainDateSchema, subject: text }).nullable(),
  ...holderSchema,
  ...courseSchema,
  theoryHours: count,
  practiceHours: count,
  /** Minutes of one JP. */
  minutesPerHour: z.int().min(1),
  predicate: text.nullable(),
  theory: score,
  practice: score,
  final: score,
  weights: z.strictObject({ theory: percent, practice: percent }),
  passMark: score,
  minimumAttendance: percent,
  units: z.array(
    z.strictObject({
      code: text,
      title: text,
      hours: count,
      result: z.enum(['K', 'BK']),
      score: score.nullable(),
    }),
  ),
  signatory: signatorySchema,
  /** A second signatory at the left of the front, 'Mengetahui'. */
  acknowledger: signatorySchema.nullable(),
  /** Instructor or head of the centre. */
  backSignatory: signatorySchema,
  /** Text of the QR on the front; contains its own signature. */
  qrText: text,
})
export type CertificateFacts = z.infer<typeof certificateFactsSchema>

export const statementFactsSchema = z.strictObject({
  templateVersion: z.literal(1),
  number: text,
  issuedOn: plainDateSchema,
  centre: centreSchema.extend({
    /** One or two lines; parts within a line are separated by ' · '. */
    address: z.array(text),
  }),
  ...holderSchema,
  /** In one line: street, kelurahan and kecamatan. */
  address: text,
  ...courseSchema,
  signatory: signatorySchema,
  qrText: text,
})
export type StatementFacts = z.infer<typeof statementFactsSchema>

/** For drawing: in an empty form, data about one person is null. */
type Open<Facts, Key extends keyof Facts> = Omit<Facts, Key> & { [Name in Key]: Facts[Name] | null }
export type DrawnStatementFacts = Open<StatementFacts, 'birthDate' | 'attendance'>
export type DrawnUnit = Open<CertificateFacts['units'][number], 'result'>
export type DrawnCertificateFacts = Omit<
  Open<CertificateFacts, 'birthDate' | 'attendance' | 'theory' | 'practice' | 'final'>,
  'units'
> & { units: DrawnUnit[] }
