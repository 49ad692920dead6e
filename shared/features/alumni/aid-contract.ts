import { z } from 'zod'
import { type AidId, aidId, type EnrolmentId, type TraineeId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, nothing } from '../../kernel/schema.ts'
import { command, output, query, task } from '../../operation.ts'
import { budgetYear } from '../activity/activity.ts'
import type { Attachment } from '../attachment/attachment.ts'
import { type AidState, aidDraft, aidStep } from './aid.ts'

export type AidRow = {
  id: AidId
  budgetYear: number
  enrolmentId: EnrolmentId
  traineeId: TraineeId
  name: string
  maskedNik: string
  villageCode: string
  village: string
  district: string
  code: string
  program: string
  amount: number
  state: AidState
  proposedOn: PlainDate
  approvedOn: PlainDate | null
  decreeNumber: string
  paidOn: PlainDate | null
  handoverNumber: string
  endedOn: PlainDate | null
  endReason: string
  evidence: Attachment | null
}

export type AidYear = {
  year: number
  rows: AidRow[]
  /** Kelurahan of the centre's city without a valid aid, with graduates there who have none. */
  villages: { code: string; name: string; district: string; graduates: number }[]
  /** Number of all kelurahan of that city. */
  villageCount: number
}

export type AidCandidate = {
  enrolmentId: EnrolmentId
  traineeId: TraineeId
  name: string
  maskedNik: string
  villageCode: string
  village: string
  district: string
  program: string
  code: string
  graduatedOn: PlainDate
}

export const aidContract = {
  years: query('money.see', nothing, output<number[]>()),
  list: query('money.see', { year: budgetYear }, output<AidYear>()),
  /**
   * Graduates without an aid from a kelurahan without one in that year, of one kelurahan or all: the first 200 by name. Every word of the text must
   * occur in the name or kelurahan.
   */
  candidates: query(
    'money.see',
    {
      year: budgetYear,
      village: z
        .string()
        .regex(/^\d{10}$/, { error: 'Kode kelurahan 10 angka.' })
        .nullable(),
      text: line(80).optional(),
    },
    output<AidCandidate[]>(),
  ),
  propose: command('money.change', 'Mengusulkan modal kerja', aidDraft, output<{ id: AidId }>()),
  step: command('money.change', 'Mencatat keadaan modal kerja', { id: aidId, step: aidStep }),
  /** A PDF or JPEG of at most 5 MB; replaces an earlier one. */
  attachEvidence: task('money.change', 'Melampirkan bukti modal kerja', { id: aidId, file: z.file() }),
  removeEvidence: command('money.change', 'Menghapus bukti modal kerja', { id: aidId }),
  evidence: query('money.see', { id: aidId }, output<{ file: BinaryFile }>()),
}
