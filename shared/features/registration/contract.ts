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
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing, paragraph, plainDateSchema, reason, whole } from '../../kernel/schema.ts'
import { type Saved, seenOf, seenRowsOf } from '../../kernel/seen.ts'
import { command, output, query, task } from '../../operation.ts'
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
  /** Whose place was taken, by name. */
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
  sex: 'L' | 'P'
  village: string | null
  district: string | null
  phone: string
  /** Of a kelurahan that is still without anyone. */
  fromEmptyVillage: boolean
  priority: Priority
  results: StageResults
  override: { decision: Outcome; reason: string } | null
  tieReason: string
  state: ApplicantState
  holdsPlace: boolean
  events: ApplicantEvent[]
  /** After which day somebody left the class. */
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
  /** Kelurahan of the city that are still without anyone; null while no place is kept. */
  emptyVillages: number | null
  /** In the order of the ranking. */
  applicants: Applicant[]
  ties: Tie[]
  /** What still keeps the result from being stipulated. */
  missing: string[]
  stipulation: Stipulation | null
  vacancies: { given: { id: ApplicantId; name: string; words: string }[]; next: ApplicantId | null; tooLate: boolean }
  reserveUntilDay: number
}

/** A place of a class that a reserve may take, for the page of the class. */
export type ReserveOffer = {
  registrationId: RegistrationId
  given: string
  applicantId: ApplicantId
  name: string
  reserve: number
}

/** What is left out stays as it is; null empties it. */
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

/** What staff write down about one person after the result; a withdrawal also before it. */
const recordedKinds = [
  'WITHDRAWN',
  'WITHDRAWAL_UNDONE',
  'RE_REGISTERED',
  'RE_REGISTRATION_UNDONE',
] as const satisfies readonly EventKind[]

export type RegistrationPaperRow = {
  key: RegistrationPaperKey
  title: string
  /** Why the paper cannot be made yet; null when it can. */
  waitsFor: string | null
}

const one = z.strictObject({ id: registrationId })
/** Why somebody who was trained already gets another place. */
const repeatReason = reason.nullable().default(null)

const shownDecision = z.strictObject({ applicantId, decision: z.enum(outcomes).nullable() })

export const registrationContract = {
  list: query('selection.see', nothing, output<RegistrationRow[]>()),
  get: query('selection.see', one, output<Registration>()),
  /** Once the result is stipulated nothing of it changes. */
  save: command(
    'selection.change',
    'Menyimpan pendaftaran',
    { id: registrationId.nullable(), registration: registrationDraft, ...seenOf(registrationDraft) },
    output<Saved<RegistrationId>>(),
  ),
  /** Takes people in as applicants, numbered in the order given. */
  apply: command(
    'selection.change',
    'Mencatat pendaftar',
    { id: registrationId, on: plainDateSchema, traineeIds: z.array(traineeId).min(1).max(500) },
    output<{ applied: number }>(),
  ),
  /** Takes an applicant off the list who was put there by mistake, while there is no result. */
  removeApplicant: command('selection.change', 'Menghapus pendaftar', { applicantId }),
  saveResults: command('selection.change', 'Mengisi hasil seleksi', {
    id: registrationId,
    entries: z.array(resultEntry).min(1).max(500),
    ...seenRowsOf(resultEntry, 500),
  }),
  /** Puts people whom no rule tells apart in order: all of the tie, the first one first. */
  decideTie: command('selection.change', 'Memutuskan urutan nilai sama', {
    id: registrationId,
    applicantIds: z.array(applicantId).min(2).max(500),
    reason: selectionReason,
  }),
  /** The word of the committee against the ranking; null goes back to it. */
  override: command('selection.change', 'Memutuskan lain dari peringkat', {
    applicantId,
    decision: z.enum(outcomes).nullable(),
    reason: selectionReason,
  }),
  /** Penetapan: freezes ranking and decisions under a decree. */
  stipulate: command(
    'selection.stipulate',
    'Menetapkan hasil seleksi',
    /** `seen`: what the page showed of everybody, so that nothing else is stipulated. */
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
  /** The first reserve takes a place that was given up; into the class at once where the one before was in it already. */
  promote: command(
    'selection.change',
    'Menaikkan cadangan',
    { applicantId, repeatReason },
    output<{ name: string; cohort: string | null }>(),
  ),
  /** Puts everybody who registered again into the class, all or nobody. */
  enrol: command(
    'selection.change',
    'Memasukkan pendaftar ke kelas',
    { id: registrationId, code: line(20, 1), repeatReason },
    output<{ enrolled: number; cohort: string }>(),
  ),
  reserveOffers: query('selection.see', { code: line(20, 1) }, output<ReserveOffer[]>()),
  papers: query('selection.see', one, output<RegistrationPaperRow[]>()),
  /** `traineeId` for one person only; `occasion` for what the invitation is to. `size` null: the size of the centre. */
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
