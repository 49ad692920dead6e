import { z } from 'zod'
import { cohortCodeSchema, type EnrolmentId, enrolmentId } from '../../ids.ts'
import { type BinaryFile, line, plainDateSchema } from '../../kernel/schema.ts'
import { seenRowsOf } from '../../kernel/seen.ts'
import { command, longTask, output, query } from '../../operation.ts'
import type { Decision } from '../graduation/contract.ts'

/** A result found by an LSP for BNSP. The LSP prints the certificate; only number and dates are stored here. */
export const competenceTestDraft = z
  .strictObject({
    testedOn: plainDateSchema,
    lsp: line(120),
    scheme: line(160),
    result: z.enum(['K', 'BK']),
    /** As on the certificate, in capitals; '' until it arrives. */
    number: line(40).transform(text => text.toUpperCase()),
    registration: line(40).transform(text => text.toUpperCase()),
    validUntil: plainDateSchema.nullable(),
  })
  .refine(test => test.result === 'K' || (test.number === '' && test.registration === ''), {
    path: ['number'],
    error: 'Yang belum kompeten tidak menerima sertifikat.',
  })
  .refine(test => test.validUntil === null || test.result === 'K', {
    path: ['validUntil'],
    error: 'Yang belum kompeten tidak menerima sertifikat.',
  })
  .refine(test => test.validUntil === null || test.validUntil > test.testedOn, {
    path: ['validUntil'],
    error: 'Berakhir sebelum diuji.',
  })
export type CompetenceTestDraft = z.infer<typeof competenceTestDraft>

export type EarlierTest = Pick<CompetenceTestDraft, 'testedOn' | 'result' | 'number'>

export type CompetenceRow = {
  enrolmentId: EnrolmentId
  position: number
  name: string
  cohort: string
  code: string
  /** Decision of the panel, or how the person left. */
  decision: Decision | null
  test: CompetenceTestDraft | null
  /** Earlier tests, latest first. */
  earlier: EarlierTest[]
}

const personTest = z.strictObject({ enrolmentId, test: competenceTestDraft.nullable() })

export const competenceContract = {
  /** For a class all members who did not leave; without a code everybody tested, latest first. */
  list: query('score.see', { code: cohortCodeSchema.nullable() }, output<CompetenceRow[]>()),
  /** Null deletes a record made by mistake. */
  save: command('score.change', 'Mencatat hasil uji BNSP', {
    code: cohortCodeSchema,
    tests: z.array(personTest).min(1).max(60),
    ...seenRowsOf(personTest, 60),
  }),
  export: longTask(
    'report.names',
    'Mengekspor hasil uji BNSP',
    { code: cohortCodeSchema.nullable() },
    output<BinaryFile>(),
  ),
}
