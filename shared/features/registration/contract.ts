import { z } from 'zod'
import { type RegistrationPaperKey, registrationPaperKeys } from '../../facts/paper-key.ts'
import {
  type ActivityId,
  type ApplicantId,
  applicantId,
  officerId,
  type RegistrationId,
  registrationId,
  type TraineeId,
  traineeId,
} from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, nothing, paragraph, plainDateSchema, reason, whole } from '../../kernel/schema.ts'
import { seenRowsOf } from '../../kernel/seen.ts'
import { command, output, query, saving, task } from '../../operation.ts'
import { paperSizes } from '../centre/centre.ts'
import type { TradeCode } from '../program/trades.ts'
import type { ApplicantState, EventKind } from './applicant-state.ts'
import type { Ranked, StageResults, Tie } from './ranking.ts'
import {
  type Outcome,
  occasions,
  outcomes,
  type Priority,
  priorities,
  type RegistrationDraft,
  registrationDraft,
} from './registration.ts'

/** coming: not open yet · open · closed: waits for the decision · decided: stipulated · placed: people are in the class. */
export type RegistrationStatus = 'coming' | 'open' | 'closed' | 'decided' | 'placed'

export type RegistrationRow = {
  id: RegistrationId
  title: string
  program: string
  trade: TradeCode
  year: number
  opens: PlainDate
  closes: PlainDate
  quota: number
  status: RegistrationStatus
  applicants: number
  accepted: number
  reRegistered: number
  cohort: { code: string; title: string } | null
}

type ApplicantEvent = {
  kind: EventKind
  reason: string
  /** Name of the person whose place was taken. */
  replaces: string | null
  at: string
  by: string
}

export type Applicant = Ranked & {
  id: ApplicantId
  traineeId: TraineeId
  number: number
  registeredOn: PlainDate
  name: string
  maskedNik: string
  village: string | null
  district: string | null
  phone: string
  /** From a kelurahan without anybody placed yet. */
  fromEmptyVillage: boolean
  priority: Priority
  results: StageResults
  override: { decision: Outcome; reason: string } | null
  tieReason: string
  state: ApplicantState
  holdsPlace: boolean
  events: ApplicantEvent[]
  /** The day after which the person left the class. */
  leftCohort: { kind: 'withdrawn' | 'expelled'; afterDay: number } | null
}

export type Stipulation = {
  decreeNumber: string
  decreeDate: PlainDate
  officer: string
  at: string
  by: string
}

export type Registration = RegistrationDraft & {
  id: RegistrationId
  program: string
  trade: TradeCode
  status: RegistrationStatus
  cohort: { code: string; title: string; start: PlainDate; status: string } | null
  keptActivity: { id: ActivityId; title: string } | null
  /** Number of kelurahan without anybody placed yet; null if no place is reserved for them. */
  emptyVillages: number | null
  /** By rank. */
  applicants: Applicant[]
  ties: Tie[]
  /** What prevents the stipulation. */
  missing: string[]
  stipulation: Stipulation | null
  vacancies: { given: { id: ApplicantId; name: string; words: string }[]; next: ApplicantId | null; tooLate: boolean }
  reserveUntilDay: number
}

/** A free place of a class that a reserve may take. */
export type ReserveOffer = {
  registrationId: RegistrationId
  given: string
  applicantId: ApplicantId
  name: string
  reserve: number
}

/** Missing fields are unchanged; null clears. */
const resultEntry = z.strictObject({
  applicantId,
  priority: z.enum(priorities).optional(),
  administration: z.boolean().nullable().optional(),
  /** Hundredths. */
  test: whole(0, 10_000).nullable().optional(),
  interview: whole(0, 10_000).nullable().optional(),
})
export type ResultEntry = z.infer<typeof resultEntry>

export const selectionReason = paragraph(300, 10)

export const stipulationDraft = z.strictObject({
  decreeNumber: line(80, 1),
  decreeDate: plainDateSchema,
  officerId,
})

/** Events recorded after the result; a withdrawal also before. */
const recordedKinds = [
  'WITHDRAWN',
  'WITHDRAWAL_UNDONE',
  'RE_REGISTERED',
  'RE_REGISTRATION_UNDONE',
] as const satisfies readonly EventKind[]

export type RegistrationPaperRow = {
  key: RegistrationPaperKey
  title: string
  /** Why the paper cannot be made yet; null if it can. */
  waitsFor: string | null
}

const one = z.strictObject({ id: registrationId })
/** Why a person who was trained already gets another place. */
const repeatReason = reason.nullable().default(null)

const shownDecision = z.strictObject({ applicantId, decision: z.enum(outcomes).nullable() })

export const registrationContract = {
  list: query('selection.see', nothing, output<RegistrationRow[]>()),
  get: query('selection.see', one, output<Registration>()),
  /** After stipulation the result cannot change. */
  save: saving('selection.change', 'Menyimpan pendaftaran', registrationId, { registration: registrationDraft }),
  /** Registers people as applicants, numbered in the given order. */
  apply: command(
    'selection.change',
    'Mencatat pendaftar',
    { id: registrationId, on: plainDateSchema, traineeIds: z.array(traineeId).min(1).max(500) },
    output<{ applied: number }>(),
  ),
  /** Removes an applicant who was added by mistake, while there is no result. */
  removeApplicant: command('selection.change', 'Menghapus pendaftar', { applicantId }),
  saveResults: command('selection.change', 'Mengisi hasil seleksi', {
    id: registrationId,
    entries: z.array(resultEntry).min(1).max(500),
    ...seenRowsOf(resultEntry, 500),
  }),
  /** Orders people whom no rule distinguishes: everybody in the tie, first one first. */
  decideTie: command('selection.change', 'Memutuskan urutan nilai sama', {
    id: registrationId,
    applicantIds: z.array(applicantId).min(2).max(500),
    reason: selectionReason,
  }),
  /** Decision of the committee against the ranking; null returns to the ranking. */
  override: command('selection.change', 'Memutuskan lain dari peringkat', {
    applicantId,
    decision: z.enum(outcomes).nullable(),
    reason: selectionReason,
  }),
  /** Penetapan: freezes ranking and decisions under a decree. */
  stipulate: command(
    'selection.stipulate',
    'Menetapkan hasil seleksi',
    /** `seen`: the decisions shown on the page, to detect changes. */
    { id: registrationId, stipulation: stipulationDraft, ...seenRowsOf(shownDecision, 2000) },
    output<{ accepted: number; reserves: number; rejected: number }>(),
  ),
  /** Only while nobody has registered again. */
  reopen: command('selection.stipulate', 'Membuka kembali penetapan', { id: registrationId, reason: selectionReason }),
  record: command('selection.change', 'Mencatat daftar ulang', {
    applicantId,
    kind: z.enum(recordedKinds),
    reason: paragraph(300),
  }),
  /** The first reserve takes a free place, and joins the class at once if the previous person was already in it. */
  promote: command(
    'selection.change',
    'Menaikkan cadangan',
    { applicantId, repeatReason },
    output<{ name: string; cohort: string | null }>(),
  ),
  /** Enrols everybody who registered again, all or none. */
  enrol: command(
    'selection.change',
    'Memasukkan pendaftar ke kelas',
    { id: registrationId, code: line(20, 1), repeatReason },
    output<{ enrolled: number; cohort: string }>(),
  ),
  reserveOffers: query('selection.see', { code: line(20, 1) }, output<ReserveOffer[]>()),
  papers: query('selection.see', one, output<RegistrationPaperRow[]>()),
  /** `traineeId` for one person only; `occasion` is the event of an invitation. `size` null: that of the centre. */
  makePaper: task(
    'selection.see',
    'Membuat surat seleksi',
    {
      id: registrationId,
      key: z.enum(registrationPaperKeys),
      size: z.enum(paperSizes).nullable(),
      traineeId: traineeId.nullable(),
      occasion: z.enum(occasions).nullable(),
    },
    output<{ file: BinaryFile; title: string; warnings: string[] }>(),
  ),
}
