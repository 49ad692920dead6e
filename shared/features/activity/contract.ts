import { z } from 'zod'
import { type ActivityId, activityId, type SpendingId, spendingId, type TraineeId } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, nothing } from '../../kernel/schema.ts'
import { type Saved, seenOf } from '../../kernel/seen.ts'
import { command, output, query, task } from '../../operation.ts'
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
    /** Classes that were not cancelled; `decided` are those whose panel has spoken. */
    cohorts: number
    decided: number
    /** People of these classes who have not left. */
    people: number
    entries: number
  }

type ActivityTitle = Pick<ActivityRow, 'id' | 'title'>

export type SourceSums = Sums & { fundingSource: FundingSource; activities: number; cohorts: number; decided: number }

/** A class as the choice of an activity sees it. */
export type CohortOfYear = { code: string; title: string; start: PlainDate; end: PlainDate }

export type ActivityYear = {
  year: number
  rows: ActivityRow[]
  /** Only sources that have an activity, in their usual order. */
  sources: SourceSums[]
  total: Sums
  /** The lowest number not yet given in this year; null when all are. */
  nextNumber: number | null
  /** Classes that start in this year and belong to no activity yet. */
  unassigned: CohortOfYear[]
}

export type Spending = SpendingDraft & {
  id: SpendingId
  /** The entry that this one takes back; its amount is below zero. */
  reverses: SpendingId | null
  reversedBy: SpendingId | null
  /** The evidence as a scan. */
  file: Attachment | null
  recordedAt: string
  recordedBy: string
}

export type Activity = ActivityRow & {
  /** Months without money are not there. */
  plan: SpendingPlan
  /** Newest first. */
  spending: Spending[]
  classes: (CohortOfYear & { people: number; decided: boolean })[]
  /** Classes of the same year that could still be put in. */
  unassigned: CohortOfYear[]
}

export type BoardActivity = {
  id: ActivityId
  number: number
  title: string
  fundingSource: FundingSource
  /** Everybody placed, wherever they live. */
  people: number
}
export type BoardDistrict = { code: string; name: string; villages: { code: string; name: string }[] }

/** Who was placed by which activity, by kelurahan: enrolled in a class that stands, and not gone from it. */
export type Board = {
  year: number
  regency: { code: string; name: string }
  districts: BoardDistrict[]
  activities: BoardActivity[]
  /** Only those above zero. */
  cells: { activityId: ActivityId; village: string; people: number }[]
  /** Placed people who live in another city, or whose kelurahan is not known. */
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
  /** Years that have an activity, the latest first. */
  years: query('everyone', nothing, output<number[]>()),
  list: query('money.see', { year: budgetYear }, output<ActivityYear>()),
  /** What an activity is chosen by, for those who see no money. */
  titles: query('selection.see', { year: budgetYear }, output<ActivityTitle[]>()),
  get: query('money.see', { id: activityId }, output<Activity>()),
  save: command(
    'money.change',
    'Menyimpan kegiatan',
    { id: activityId.nullable(), activity: activityDraft, ...seenOf(activityDraft) },
    output<Saved<ActivityId>>(),
  ),
  /** Answers by how much the budget is now overspent, 0 when it is not. */
  saveSpending: command(
    'money.change',
    'Mencatat realisasi',
    { activityId, spending: spendingDraft },
    output<{ id: SpendingId; overspent: number }>(),
  ),
  /** In place of what was planned before; the months may not add to more than the budget. */
  savePlan: command('money.change', 'Menyimpan rencana serapan', { activityId, plan: spendingPlan }),
  /** Takes an entry back by one of the opposite amount, dated today; both stay. */
  reverseSpending: command(
    'money.change',
    'Membatalkan realisasi',
    { id: spendingId, reason: reversalReason },
    output<{ id: SpendingId }>(),
  ),
  /** A PDF or JPEG of at most five megabytes, in place of an earlier one; not for a reversal, which has that of its entry. */
  attachEvidence: task('money.change', 'Melampirkan bukti realisasi', { id: spendingId, file: z.file() }),
  removeEvidence: command('money.change', 'Menghapus berkas bukti realisasi', { id: spendingId }),
  evidence: query('money.see', { id: spendingId }, output<{ file: BinaryFile }>()),
  /** Puts a class into an activity of the year in which it starts, or out of any. */
  assign: command('cohort.change', 'Memasukkan kelas ke kegiatan', {
    code: line(20, 1),
    activityId: activityId.nullable(),
  }),
  board: query('report.figures', boardScope, output<Board>()),
  /** The people behind a figure of the board; each condition that is null is none. */
  people: query(
    'report.names',
    { ...boardScope, activityId: activityId.nullable(), village: villageCode.nullable() },
    output<PlacedPerson[]>(),
  ),
  /** Registered people of a kelurahan who were not placed by any activity of that year. */
  candidates: query('report.names', { year: budgetYear, village: villageCode }, output<PlacedPerson[]>()),
  /** Every kabupaten and kota with its Kemendagri code of four digits, for the setting of the board. */
  regencies: query('open', nothing, output<{ code: string; name: string }[]>()),
}
