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
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing, reason, whole } from '../../kernel/schema.ts'
import { command, opening, output, query, task } from '../../operation.ts'
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

/** Frozen on request, or without a name for ever. */
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
    /** The name that the valid paper says, where the person's is another one now. */
    nameOnPaper: string | null
    /** What held on the day of admission. */
    target: OpenTarget | null
    /** Why the place was given although the person had been trained before; else ''. */
    repeatReason: string
  }[]
  /** The latest first. */
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

/** What `showRestricted` hands out, once, to whoever asked. */
export type Restricted = RestrictedDraft & {
  evidence: { id: EvidenceId; stunting: boolean; decile: number | null }[]
  admissions: { cohort: string; stunting: boolean; decile: number | null }[]
}

/** Who holds a NIK, and what stands against a place in a class. */
export type KnownTrainee = {
  id: TraineeId
  name: string
  /** A class that keeps the person today. */
  cohort: string | null
  /** A class that meets at the same time as the one asked about. */
  overlap: { cohort: string; until: PlainDate } | null
  /** The training for which a place now needs a reason. */
  trained: Training | null
}

export type TraineeChange = {
  at: string
  by: string
  operation: string
  /** Names of the fields that changed, as the audit holds them. */
  fields: string[]
  /** Old and new value of those that stand on a certificate. */
  values: { field: string; before: string; after: string }[]
}

/** A place in a class, given with the registration. */
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
  /** For the chips: how many in each state, whatever state is asked for. */
  listCounts: query('trainee.see', listQuestion, output<Record<TraineeState, number>>()),
  /** Everybody who fits, in order: to choose them all, or from one row to another. */
  listIds: query('trainee.see', listQuestion, output<TraineeId[]>()),
  /** Kelurahan, programs and years that somebody has. */
  filterChoices: query('everyone', nothing, output<FilterChoices>()),
  get: opening('trainee.see', 'Membuka data peserta', { id: traineeId }, output<Trainee>()),
  /** Who holds this NIK already, and which running class keeps the person. */
  byNik: opening(
    'trainee.change',
    'Mencari peserta dengan NIK',
    { nik: line(16, 16), code: cohortCodeSchema.nullable().default(null) },
    output<KnownTrainee | null>(),
  ),
  /** The whole form at once: all of it or nothing. What is left null stays as it is. */
  save: command(
    'trainee.change',
    'Menyimpan peserta',
    {
      id: traineeId.nullable(),
      trainee: traineeDraft,
      evidence: targetEvidenceDraft.nullable().default(null),
      restricted: restrictedDraft.nullable().default(null),
      admission: admission.nullable().default(null),
      /** Why the data of somebody registered is corrected, where the person asked for it. */
      correction: reason.nullable().default(null),
      /** What the form was opened on: what others changed since is joined or asked. */
      seen: traineeDraft.nullable().default(null),
      /** Fields that were chosen between two people. */
      decided: z.array(line(40, 1)).max(60).default([]),
    },
    output<{ id: TraineeId; evidenceId: EvidenceId | null; joined: string[] }>(),
  ),
  /** Reads what is restricted, and writes down who has read whose. */
  showRestricted: command('restricted.open', 'Melihat data terbatas', { id: traineeId }, output<Restricted>()),
  /** A scan; with `evidenceId` the paper that proves it, with `consentId` the sheet that was signed. */
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
  /** The file goes from the disk too. */
  removeFile: task('trainee.change', 'Menghapus berkas peserta', { fileId }),
  /** Opens a scan, and writes down who has opened whose: a scan says more about somebody than any field. */
  openFile: task('trainee.change', 'Membuka berkas peserta', { fileId }, output<{ file: BinaryFile }>()),
  history: query('trainee.see', { id: traineeId }, output<TraineeChange[]>()),
  setPhoto: command('trainee.change', 'Mengganti pas foto', { id: traineeId, photo: pictureDataUrl.nullable() }),
  /** Who of these people has a photo, and whose each picture file is by its name; null where it says nobody or more than one. */
  matchPhotos: query(
    'trainee.change',
    { ids: z.array(traineeId).max(60), files: z.array(line(300)).max(500) },
    output<{ having: TraineeId[]; matches: (TraineeId | null)[] }>(),
  ),
  /** Photos of several people, all or none. */
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
  /** Where a NIK was first given out, from its first two, four or six digits; says nothing about where somebody lives. */
  nikPlace: query('everyone', { digits: z.string().regex(/^(\d{2}){1,3}$/) }, output<NikPlace>()),
  villages: query('everyone', { search: line(60), limit: whole(1, 50) }, output<Village[]>()),
  /** Many people at once, as samples bring them; who is known stays as is. Answers ids in the order of the rows. */
  importRows: command(
    'trainee.change',
    'Mendaftarkan banyak peserta',
    { fileName: line(200, 1), rows: z.array(traineeDraft).min(1).max(20_000) },
    output<{ created: TraineeId[]; matched: TraineeId[]; all: TraineeId[] }>(),
  ),
  /** The list, or the chosen people of it, as .xlsx; written down with who is in it. */
  exportList: task(
    'report.names',
    'Mengekspor daftar peserta',
    listQuestion.extend({
      columns: z
        .array(z.enum(exportColumns))
        .min(1, { error: 'Pilih paling sedikit satu kolom.' })
        .default([...defaultExportColumns]),
      /** A file is passed on unseen: without being asked for, the middle of a NIK is hidden. An import reads back whole ones only. */
      fullNik: z.boolean().default(false),
      ids: z.array(traineeId).min(1).max(1_000_000).nullable().default(null),
      /** By which the page asks how far it is and can stop it. */
      ticket: ticket.nullable().default(null),
    }),
    output<BinaryFile>(),
  ),
  exportProgress: query('report.names', z.strictObject({ ticket }), output<{ done: number; total: number } | null>()),
  cancelExport: task('report.names', 'Menghentikan ekspor peserta', z.strictObject({ ticket }), output<void>()),
}
