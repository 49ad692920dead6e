import { z } from 'zod'
import {
  type CertificateId,
  certificateId,
  type EnrolmentId,
  enrolmentId,
  type OfficerId,
  officerId,
} from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema, whole } from '../../kernel/schema.ts'
import { output, query, task } from '../../operation.ts'
import { cohortCodeSchema } from '../cohort/contract.ts'

/** certificate: for those who passed · statement: surat keterangan for those who attended and did not pass. */
export const certificateKinds = ['certificate', 'statement'] as const
export type CertificateKind = (typeof certificateKinds)[number]

/** superseded: another paper names it as the one it takes the place of · revoked: taken back for good. */
export type CertificateState = 'valid' | 'superseded' | 'revoked'

export type IssueCheck = { level: 'error' | 'warning'; message: string; traineeId: number | null }

export type IssueCandidate = {
  enrolmentId: EnrolmentId
  traineeId: number
  position: number
  name: string
  /** The number that would be given now; null once issued. */
  number: string | null
  issued: { id: CertificateId; number: string; issuedOn: PlainDate } | null
  checks: IssueCheck[]
}

export type IssuePreparation = {
  code: string
  kind: CertificateKind
  issuedOn: PlainDate
  officers: { id: OfficerId; words: string; valid: boolean }[]
  officerId: OfficerId | null
  checks: IssueCheck[]
  candidates: IssueCandidate[]
}

export type RegisterRow = {
  id: CertificateId
  kind: CertificateKind
  number: string
  name: string
  program: string
  /** Title of the class, and its code. */
  cohort: string
  code: string
  issuedOn: PlainDate
  traineeId: number
  state: CertificateState
}

const issueDraft = z.strictObject({
  code: cohortCodeSchema,
  kind: z.enum(certificateKinds),
  issuedOn: plainDateSchema,
  officerId: officerId.nullable(),
})

export const certificateContract = {
  /** Check before print: who would get which number, and what is still wrong. Uses up nothing. */
  prepare: query(issueDraft, output<IssuePreparation>()),
  /** The paper as it would look, marked as an example; uses up no number. */
  preview: task(issueDraft.extend({ enrolmentId }), output<BinaryFile>()),
  /** Draws the papers, then takes the numbers and freezes the facts in one transaction. */
  issue: task(
    issueDraft.extend({ officerId, enrolmentIds: z.array(enrolmentId).min(1).max(200) }),
    output<{ issued: { id: CertificateId; number: string; name: string }[] }>(),
  ),
  register: query(
    z.strictObject({ search: line(100), limit: whole(1, 1000), offset: whole(0, 10_000_000) }),
    output<{ rows: RegisterRow[]; total: number }>(),
  ),
  /** The bytes of the day of issue, unchanged. */
  file: task(z.strictObject({ id: certificateId }), output<BinaryFile>()),
  /** All papers of one kind of a class in one PDF, for the printer. */
  classFile: task(z.strictObject({ code: cohortCodeSchema, kind: z.enum(certificateKinds) }), output<BinaryFile>()),
}
