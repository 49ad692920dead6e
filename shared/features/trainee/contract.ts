import { z } from 'zod'
import {
  type CertificateId,
  cohortCodeSchema,
  consentId,
  type EvidenceId,
  evidenceId,
  type FileId,
  fileId,
  type TraineeId,
  ticket,
  traineeId,
} from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, nothing, reason, whole } from '../../kernel/schema.ts'
import { type Saved, seenOf } from '../../kernel/seen.ts'
import { askingPassword, command, opening, output, query, task } from '../../operation.ts'
import { pictureDataUrl } from '../centre/contract.ts'
import { defaultExportColumns, exportColumns } from './export-columns.ts'
import { type RestrictedDraft, restrictedDraft } from './restricted.ts'
import { type OpenTarget, targetEvidenceDraft } from './target-evidence.ts'
import type { Training } from './trained-before.ts'
import { type TraineeDraft, traineeDraft } from './trainee.ts'
import { type FileKind, fileKinds } from './trainee-file.ts'
import {
  byName,
  everybody,
  type FilterChoices,
  type TraineeState,
  traineeFilter,
  traineeOrder,
} from './trainee-filter.ts'

/** FROZEN: at the person's request. ANONYMOUS: without name, for good. */
export type PersonState = 'OPEN' | 'FROZEN' | 'ANONYMOUS'

export type TraineeRow = {
  id: TraineeId
  name: string
  /** Middle hidden: 367113******0003. */
  maskedNik: string
  sex: 'L' | 'P'
  birthDate: PlainDate
  village: string | null
  district: string | null
  phone: string
  cohort: { code: string; title: string; status: string } | null
  state: PersonState
}

export type Trainee = TraineeDraft & {
  id: TraineeId
  state: PersonState
  village: string | null
  district: string | null
  homeVillage: string | null
  homeDistrict: string | null
  photo: string | null
  cohorts: {
    code: string
    title: string
    start: PlainDate
    end: PlainDate
    outcome: string | null
    certificate: string | null
    certificateId: CertificateId | null
    /** The name on the valid paper if the person's name has changed. */
    nameOnPaper: string | null
    /** The target group at admission. */
    target: OpenTarget | null
    /** Why a person who was trained before got this place; otherwise ''. */
    repeatReason: string
  }[]
  /** Latest first. */
  evidence: Evidence[]
  files: TraineeFile[]
}

export type Evidence = OpenTarget & { id: EvidenceId; fileId: FileId | null; at: string; by: string }
export type TraineeFile = {
  id: FileId
  kind: FileKind
  type: 'application/pdf' | 'image/jpeg' | 'image/png'
  size: number
  at: string
  by: string
}

/** Output of `showRestricted`. */
export type Restricted = RestrictedDraft & {
  evidence: { id: EvidenceId; stunting: boolean; decile: number | null }[]
  admissions: { cohort: string; stunting: boolean; decile: number | null }[]
}

/** The person who has a NIK, and what is against enrolling. */
export type KnownTrainee = {
  id: TraineeId
  name: string
  /** A class that the person is in today. */
  cohort: string | null
  /** A class that meets at the same time as the given one. */
  overlap: { cohort: string; until: PlainDate } | null
  /** An earlier training that requires a reason. */
  trained: Training | null
}

export type TraineeChange = {
  at: string
  by: string
  operation: string
  /** Changed fields, as in the audit. */
  fields: string[]
  /** Old and new value of fields that are printed on certificates. */
  values: { field: string; before: string; after: string }[]
  /** Values not chosen when two people had changed the same field. NIK and No. KK come without `value` because they are masked. */
  unchosen: { field: string; words: string; value?: unknown }[]
}

/** Enrolment together with the registration. */
const admission = z.strictObject({ code: cohortCodeSchema, repeatReason: reason.nullable() })

export type NikPlace = { province: string | null; regency: string | null; district: string | null }
export type Village = { code: string; village: string; district: string; regency: string }

const listQuestion = z.strictObject({
  search: line(100),
  filter: traineeFilter.default(everybody),
  order: traineeOrder.default(byName),
})

export const traineeContract = {
  list: query(
    'trainee.see',
    listQuestion.extend({ limit: whole(1, 1000), offset: whole(0, 10_000_000) }),
    output<{ rows: TraineeRow[]; total: number }>(),
  ),
  /** Numbers by state for the chips, independent of the chosen state. */
  listCounts: query('trainee.see', listQuestion, output<Record<TraineeState, number>>()),
  /** Ids of all matches in order, to select all or a range. */
  listIds: query('trainee.see', listQuestion, output<TraineeId[]>()),
  /** Existing kelurahan, programs and years. */
  filterChoices: query('everyone', nothing, output<FilterChoices>()),
  get: opening('trainee.see', 'Membuka data peserta', { id: traineeId }, output<Trainee>()),
  /** The person who already has this NIK, and the running class of that person. */
  byNik: opening(
    'trainee.change',
    'Mencari peserta dengan NIK',
    { nik: line(16, 16), code: cohortCodeSchema.nullable().default(null) },
    output<KnownTrainee | null>(),
  ),
  /** Saves the whole form, all or nothing. Null parts are unchanged. */
  save: command(
    'trainee.change',
    'Menyimpan peserta',
    {
      id: traineeId.nullable(),
      trainee: traineeDraft,
      evidence: targetEvidenceDraft.nullable().default(null),
      restricted: restrictedDraft.nullable().default(null),
      admission: admission.nullable().default(null),
      /** Reason of a correction that the person requested. */
      correction: reason.nullable().default(null),
      ...seenOf(traineeDraft),
      /** Fields decided by choice between two people. */
      decided: z.array(line(40, 1)).max(60).default([]),
    },
    output<Saved<TraineeId> & { evidenceId: EvidenceId | null }>(),
  ),
  /** Reads restricted data, and records who read whose. */
  showRestricted: command('restricted.open', 'Melihat data terbatas', { id: traineeId }, output<Restricted>()),
  /** Adds a scan; with `evidenceId` the proof of an evidence, with `consentId` a signed sheet. */
  addFile: task(
    'trainee.change',
    'Menyimpan berkas peserta',
    {
      id: traineeId,
      kind: z.enum(fileKinds),
      file: z.file(),
      evidenceId: evidenceId.nullable().default(null),
      consentId: consentId.nullable().default(null),
    },
    output<{ fileId: FileId }>(),
  ),
  /** Also deletes the file from the disk. */
  removeFile: task('trainee.change', 'Menghapus berkas peserta', { fileId }),
  /** Opens a scan, and records who opened whose, because a scan reveals more than any field. */
  openFile: task('trainee.change', 'Membuka berkas peserta', { fileId }, output<{ file: BinaryFile }>()),
  history: query('trainee.see', { id: traineeId }, output<TraineeChange[]>()),
  setPhoto: command('trainee.change', 'Mengganti pas foto', { id: traineeId, photo: pictureDataUrl.nullable() }),
  /** Which of these people have a photo, and the person of each picture file by its name; null if none or several match. */
  matchPhotos: query(
    'trainee.change',
    { ids: z.array(traineeId).max(60), files: z.array(line(300)).max(500) },
    output<{ having: TraineeId[]; matches: (TraineeId | null)[] }>(),
  ),
  /** Stores photos of several people, all or none. */
  setPhotos: command(
    'trainee.change',
    'Menyimpan pas foto beberapa peserta',
    {
      photos: z
        .array(z.strictObject({ id: traineeId, photo: pictureDataUrl }))
        .min(1)
        .max(20),
    },
    output<{ count: number }>(),
  ),
  /** Place where a NIK was first issued, from its first two, four or six digits; not the place of residence. */
  nikPlace: query('everyone', { digits: z.string().regex(/^(\d{2}){1,3}$/) }, output<NikPlace>()),
  villages: query('everyone', { search: line(60), limit: whole(1, 50) }, output<Village[]>()),
  /** Creates many people from samples; known people are unchanged. Returns ids in the order of the rows. */
  importRows: command(
    'trainee.change',
    'Mendaftarkan banyak peserta',
    { fileName: line(200, 1), rows: z.array(traineeDraft).min(1).max(20_000) },
    output<{ created: TraineeId[]; matched: TraineeId[]; all: TraineeId[] }>(),
  ),
  /** Exports the list, or selected people, as .xlsx; recorded with the people in it. */
  exportList: askingPassword(
    task(
      'report.names',
      'Mengekspor daftar peserta',
      listQuestion.extend({
        columns: z
          .array(z.enum(exportColumns))
          .min(1, { error: 'Pilih paling sedikit satu kolom.' })
          .default([...defaultExportColumns]),
        /** Files are passed on without control, so NIKs are masked by default. Only full NIKs can be imported again. */
        fullNik: z.boolean().default(false),
        ids: z.array(traineeId).min(1).max(1_000_000).nullable().default(null),
        /** For progress and cancel. */
        ticket: ticket.nullable().default(null),
      }),
      output<BinaryFile>(),
    ),
    ({ columns }) => columns.includes('nik'),
  ),
  exportProgress: query('report.names', z.strictObject({ ticket }), output<{ done: number; total: number } | null>()),
  cancelExport: task('report.names', 'Menghentikan ekspor peserta', z.strictObject({ ticket }), output<void>()),
}
