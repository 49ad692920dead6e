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
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { paragraph, plainDateSchema } from '../../kernel/schema.ts'
import { output, query, task } from '../../operation.ts'
import { paperSizes } from '../centre/centre.ts'

/** certificate: for those who passed · statement: surat keterangan for those who attended and did not pass. */
export const certificateKinds = ['certificate', 'statement'] as const
export type CertificateKind = (typeof certificateKinds)[number]

/** Checks that somebody may answer for with a reason instead of putting them right. */
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
  /** Left out where nothing further can be done about it here. */
  code?: OverridableCheck | 'name_long' | 'capitals'
  /** May be answered for with a reason. */
  overridable?: true
  /** Where in the class it is put right. */
  step?: 'attendance' | 'scores' | 'schedule'
  /** How the name is usually written. */
  proposal?: string
}

/** A check that was answered for when the paper was issued. */
export type IssueOverride = { message: string; reason: string; by: string; at: string }
/** superseded: another paper names it as the one it takes the place of · revoked: taken back for good. */
export type CertificateState = 'valid' | 'superseded' | 'revoked'

export type IssueCandidate = {
  enrolmentId: EnrolmentId
  traineeId: number
  position: number
  name: string
  /** The number that would be given now; null once issued. */
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
  /** Officials of any office in power on that day, who may sign a certificate beside the head of the centre. */
  acknowledgers: { id: OfficerId; words: string }[]
  /** Whether photos are printed, or their boxes left empty; null where the design has no place for one. */
  printPhoto: boolean | null
  checks: IssueCheck[]
  candidates: IssueCandidate[]
}

const issueDraft = z.strictObject({
  code: cohortCodeSchema,
  kind: z.enum(certificateKinds),
  issuedOn: plainDateSchema,
  officerId: officerId.nullable(),
  /** Who signs a certificate at the left, below "Mengetahui"; null for one signature. */
  acknowledgerId: officerId.nullable().default(null),
  /** false: the box of the photo stays empty, for one that is glued in; null: as the rules of the centre say. */
  printPhoto: z.boolean().nullable().default(null),
})

export const certificateContract = {
  /** Check before print: who would get which number, and what is still wrong. Uses up nothing. */
  prepare: query('certificate.see', issueDraft, output<IssuePreparation>()),
  /** The paper as it would look, marked as an example; uses up no number. */
  preview: task(
    'certificate.see',
    'Melihat contoh sertifikat',
    issueDraft.extend({ enrolmentId }),
    output<BinaryFile>(),
  ),
  /** Draws the papers, then takes the numbers and freezes the facts in one transaction. */
  issue: task(
    'certificate.issue',
    'Menerbitkan sertifikat',
    issueDraft.extend({
      officerId,
      enrolmentIds: z.array(enrolmentId).min(1).max(200),
      /** Of one person, or of the class (null) and then of every paper that is issued. */
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
    }),
    output<{ issued: { id: CertificateId; number: string; name: string }[] }>(),
  ),
  /** The line of the name as the certificate prints it, in its true size: for names that are too long. */
  nameSample: task('certificate.see', 'Melihat contoh baris nama', { enrolmentId }, output<BinaryFile>()),
  /** The bytes of the day of issue, unchanged. */
  file: task('certificate.print', 'Mencetak ulang sertifikat', { id: certificateId }, output<BinaryFile>()),
  /** All papers of one kind of a class in one PDF, for the printer. A size counts for statements; null: that of the day of issue. */
  cohortFile: task(
    'certificate.print',
    'Mencetak sertifikat satu kelas',
    { code: cohortCodeSchema, kind: z.enum(certificateKinds), size: z.enum(paperSizes).nullable().default(null) },
    output<BinaryFile>(),
  ),
}
