import { z } from 'zod'
import { type ActivityId, activityId, type SpendingId, spendingId, type TraineeId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, nothing } from '../../kernel/schema.ts'
import { command, output, query, saving, task } from '../../operation.ts'
import type { Attachment } from '../attachment/attachment.ts'
import {
  type ActivityDraft,
  activityDraft,
  budgetYear,
  reversalReason,
  type SpendingDraft,
  type SpendingPlan,
  type Sums,
  spendingDraft,
  spendingPlan,
} from './activity.ts'
import { type FundingSource, fundingSources } from './funding-source.ts'

export type ActivityRow = ActivityDraft &
  Sums & {
    id: ActivityId
    /** Classes not cancelled; `decided` are those decided by the panel. */
    cohorts: number
    decided: number
    /** Members of these classes who have not left. */
    people: number
    entries: number
  }

type ActivityTitle = Pick<ActivityRow, 'id' | 'title'>

export type SourceSums = Sums & { fundingSource: FundingSource; activities: number; cohorts: number; decided: number }

/** A class in the dialog that assigns it to an activity. */
export type CohortOfYear = { code: string; title: string; start: PlainDate; end: PlainDate }

export type ActivityYear = {
  year: number
  rows: ActivityRow[]
  /** Only sources with an activity, in the usual order. */
  sources: SourceSums[]
  total: Sums
  /** Lowest free number of this year; null if all are used. */
  nextNumber: number | null
  /** Classes of this year without an activity. */
  unassigned: CohortOfYear[]
}

export type Spending = SpendingDraft & {
  id: SpendingId
  /** The entry that this one reverses; its amount is negative. */
  reverses: SpendingId | null
  reversedBy: SpendingId | null
  /** The scanned evidence. */
  file: Attachment | null
  recordedBy: string
}

export type Activity = ActivityRow & {
  /** Only months with an amount. */
  plan: SpendingPlan
  /** Newest first. */
  spending: Spending[]
  classes: (CohortOfYear & { people: number; decided: boolean })[]
  /** Classes of the same year that can still be assigned. */
  unassigned: CohortOfYear[]
}

export type BoardActivity = {
  id: ActivityId
  number: number
  title: string
  fundingSource: FundingSource
  /** People placed, from any place. */
  people: number
}
export type BoardDistrict = { code: string; name: string; villages: { code: string; name: string }[] }

/** People placed by activity and kelurahan: enrolled in a class that is not cancelled, and not left. */
export type Board = {
  year: number
  regency: { code: string; name: string }
  districts: BoardDistrict[]
  activities: BoardActivity[]
  /** Only cells above zero. */
  cells: { activityId: ActivityId; village: string; people: number }[]
  /** People placed from another city or an unknown kelurahan. */
  elsewhere: number
  unknown: number
}

export type PlacedPerson = {
  traineeId: TraineeId
  name: string
  maskedNik: string
  sex: 'L' | 'P'
  phone: string
  village: string | null
  district: string | null
  /** Null for a candidate. */
  cohort: { code: string; title: string } | null
  activity: { number: number; title: string } | null
}

const villageCode = z.string().regex(/^\d{10}$/, { error: 'Kode kelurahan 10 angka.' })
const boardScope = { year: budgetYear, fundingSource: z.enum(fundingSources).nullable() }

export const activityContract = {
  /** Years with an activity, newest first. */
  years: query('everyone', nothing, output<number[]>()),
  list: query('money.see', { year: budgetYear }, output<ActivityYear>()),
  /** Activities to choose from, for people who may not see money. */
  titles: query('selection.see', { year: budgetYear }, output<ActivityTitle[]>()),
  get: query('money.see', { id: activityId }, output<Activity>()),
  save: saving('money.change', 'Menyimpan kegiatan', activityId, { activity: activityDraft }),
  saveSpending: command(
    'money.change',
    'Mencatat realisasi',
    { activityId, spending: spendingDraft },
    output<{ id: SpendingId }>(),
  ),
  /** Replaces the plan; the months may not exceed the budget. */
  savePlan: command('money.change', 'Menyimpan rencana serapan', { activityId, plan: spendingPlan }),
  /** Reverses an entry by one of the opposite amount, dated today; both stay. */
  reverseSpending: command(
    'money.change',
    'Membatalkan realisasi',
    { id: spendingId, reason: reversalReason },
    output<{ id: SpendingId }>(),
  ),
  /** A PDF or JPEG of at most 5 MB; replaces an earlier one. Not for a reversal, which shares that of its entry. */
  attachEvidence: task('money.change', 'Melampirkan bukti realisasi', { id: spendingId, file: z.file() }),
  removeEvidence: command('money.change', 'Menghapus berkas bukti realisasi', { id: spendingId }),
  evidence: query('money.see', { id: spendingId }, output<{ file: BinaryFile }>()),
  /** Assigns a class to an activity of its start year, or to none. */
  assign: command('cohort.change', 'Memasukkan kelas ke kegiatan', {
    code: line(20, 1),
    activityId: activityId.nullable(),
  }),
  board: query('report.figures', boardScope, output<Board>()),
  /** The people behind a figure of the board; null conditions are ignored. */
  people: query(
    'report.names',
    { ...boardScope, activityId: activityId.nullable(), village: villageCode.nullable() },
    output<PlacedPerson[]>(),
  ),
  /** Registered people of a kelurahan who were not placed in that year. */
  candidates: query('report.names', { year: budgetYear, village: villageCode }, output<PlacedPerson[]>()),
  /** All kabupaten and kota with their Kemendagri code of four digits. */
  regencies: query('open', nothing, output<{ code: string; name: string }[]>()),
}
