import { z } from 'zod'
import {
  type CertificateId,
  certificateId,
  cohortCodeSchema,
  type EnrolmentId,
  enrolmentId,
  type OfficerId,
  officerId,
} from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, paragraph, plainDateSchema } from '../../kernel/schema.ts'
import { askingPassword, longTask, output, query, task } from '../../operation.ts'
import { paperSizes } from '../centre/centre.ts'

/** certificate: for people who passed · statement: surat keterangan for people who attended and did not pass. */
export const certificateKinds = ['certificate', 'statement'] as const
export type CertificateKind = (typeof certificateKinds)[number]

/** Checks that can be overridden with a reason. */
export const overridableChecks = [
  'birth_place',
  'photo',
  'name_too_long',
  'units_open',
  'days_open',
  'credential',
  'officer',
] as const
export type OverridableCheck = (typeof overridableChecks)[number]

export type IssueCheck = {
  level: 'error' | 'warning'
  message: string
  traineeId: number | null
  /** Undefined if nothing can be done about it on this page. */
  code?: OverridableCheck | 'name_long' | 'capitals'
  /** Can be overridden with a reason. */
  overridable?: true
  /** The step of the class where it is corrected. */
  step?: 'attendance' | 'scores' | 'schedule'
  /** The usual spelling of the name. */
  proposal?: string
}

/** A check that was overridden at issue. */
export type IssueOverride = { message: string; reason: string; by: string; at: string }
/** superseded: replaced by another paper · revoked: withdrawn for good. */
export type CertificateState = 'valid' | 'superseded' | 'revoked'

export type IssueCandidate = {
  enrolmentId: EnrolmentId
  traineeId: number
  position: number
  name: string
  /** The number it would get now; null once issued. */
  number: string | null
  issued: { id: CertificateId; number: string; issuedOn: PlainDate; overrides?: IssueOverride[] } | null
  checks: IssueCheck[]
}

export type IssuePreparation = {
  code: string
  kind: CertificateKind
  issuedOn: PlainDate
  officers: { id: OfficerId; words: string; valid: boolean }[]
  officerId: OfficerId | null
  /** Officials in power on that day who may sign beside the head. */
  acknowledgers: { id: OfficerId; words: string }[]
  /** Whether photos are printed, or their boxes left empty; null if the design has none. */
  printPhoto: boolean | null
  checks: IssueCheck[]
  candidates: IssueCandidate[]
}

const issueDraft = z.strictObject({
  code: cohortCodeSchema,
  kind: z.enum(certificateKinds),
  issuedOn: plainDateSchema,
  officerId: officerId.nullable(),
  /** Second signatory at the left, below "Mengetahui"; null for one signature. */
  acknowledgerId: officerId.nullable().default(null),
  /** false: an empty box for a glued photo; null: by the rules of the centre. */
  printPhoto: z.boolean().nullable().default(null),
})

export const certificateContract = {
  /** Checks before printing: numbers to be assigned, and problems. Uses no number. */
  prepare: query('certificate.see', issueDraft, output<IssuePreparation>()),
  /** A preview marked as an example; uses no number. */
  preview: task(
    'certificate.see',
    'Melihat contoh sertifikat',
    issueDraft.extend({ enrolmentId }),
    output<BinaryFile>(),
  ),
  /** Draws the papers, then takes the numbers and freezes the data in one transaction. */
  issue: askingPassword(
    longTask(
      'certificate.issue',
      'Menerbitkan sertifikat',
      {
        ...issueDraft.shape,
        officerId,
        enrolmentIds: z.array(enrolmentId).min(1).max(200),
        /** Overrides for one person, or for the class (null), which apply to every issued paper. */
        overrides: z
          .array(
            z.strictObject({
              enrolmentId: enrolmentId.nullable(),
              check: z.enum(overridableChecks),
              reason: paragraph(500, 10),
            }),
          )
          .max(600)
          .default([]),
      },
      output<{ issued: { id: CertificateId; number: string; name: string }[] }>(),
    ),
  ),
  /** The line of a name in its real size, for names that are too long. */
  nameSample: task('certificate.see', 'Melihat contoh baris nama', { enrolmentId }, output<BinaryFile>()),
  /** The file as issued, unchanged. */
  file: task('certificate.print', 'Membuka berkas sertifikat', { id: certificateId }, output<BinaryFile>()),
  /** All papers of one kind of a class in one PDF. `size` applies to statements; null: the size at issue. */
  cohortFile: longTask(
    'certificate.print',
    'Mencetak sertifikat satu kelas',
    { code: cohortCodeSchema, kind: z.enum(certificateKinds), size: z.enum(paperSizes).nullable().default(null) },
    output<BinaryFile>(),
  ),
}
