import { z } from 'zod'
import { certificateId, cohortCodeSchema, type EnrolmentId, enrolmentId, type TraineeId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, whole } from '../../kernel/schema.ts'
import { type Joined, seenOf } from '../../kernel/seen.ts'
import { command, output, query } from '../../operation.ts'
import { fundingSources } from '../activity/funding-source.ts'
import { certificateKinds } from '../certificate/contract.ts'
import { type TradeCode, tradeCodes } from '../program/trades.ts'
import { type CollectablePaper, collectionDraft, takeBackReason } from './collection.ts'
import { type FollowUpDraft, type FollowUpMonth, followUpDraft, followUpMonths } from './follow-up.ts'

/** due: to be called now · unreached: called, but not reached · coming: due within 30 days · answered: an answer is recorded. */
export const followUpViews = ['due', 'unreached', 'coming', 'answered'] as const
export type FollowUpView = (typeof followUpViews)[number]

export type Answer = FollowUpDraft & { at: string; by: string }

export type FollowUpRow = {
  enrolmentId: EnrolmentId
  traineeId: TraineeId
  name: string
  maskedNik: string
  /** As stored: '62812…', or ''. */
  phone: string
  village: string | null
  trade: TradeCode
  program: string
  code: string
  cohort: string
  graduatedOn: PlainDate
  month: FollowUpMonth
  due: PlainDate
  answer: Answer | null
}

type FollowUpList = {
  /** The first rows, up to the limit. */
  rows: FollowUpRow[]
  /** Number of rows in the view that match the text. */
  total: number
  /** Independent of the text. */
  counts: Record<FollowUpView, number>
  centre: string
}

/** Situation of the graduates of a trade at one month. `due`: number of those whose turn has come, which includes the others. */
export type MonthFigures = {
  month: FollowUpMonth
  due: number
  asked: number
  employed: number
  selfEmployed: number
  studying: number
  homemaking: number
  notWorking: number
  unreached: number
  /** Tenths of a percent; null if nobody is due. */
  absorbed: number | null
}
export const resultFigures = [
  'graduated',
  'due',
  'asked',
  'employed',
  'selfEmployed',
  'studying',
  'homemaking',
  'notWorking',
  'unreached',
] as const
export type ResultFigure = (typeof resultFigures)[number]
export type TradeResult = { trade: TradeCode; graduated: number; months: MonthFigures[] }
export type Results = { rows: TradeResult[]; total: Omit<TradeResult, 'trade'>; years: number[] }

type ResultPeople = {
  rows: FollowUpRow[]
  /** People with frozen or anonymised data: counted, not shown. */
  hidden: number
}

const month = z.literal(followUpMonths)
const trade = z.enum(tradeCodes).nullable()
const resultScope = { year: whole(1990, 2200).nullable(), fundingSource: z.enum(fundingSources).nullable() }

export const alumniContract = {
  /** Valid papers of a class, by number. */
  papers: query(
    'certificate.see',
    { code: cohortCodeSchema, kind: z.enum(certificateKinds) },
    output<CollectablePaper[]>(),
  ),
  collect: command(
    'certificate.print',
    'Mencatat pengambilan sertifikat',
    collectionDraft,
    output<{ count: number }>(),
  ),
  undoCollection: command(
    'certificate.print',
    'Membatalkan pengambilan sertifikat',
    { certificateId, reason: takeBackReason },
    output<{ number: string }>(),
  ),
  /**
   * By due date, longest overdue first, without frozen and anonymised people. Limited to 500 by default, because ten years have tens of thousands.
   * Every word of the text must occur in name, class, code, program or kelurahan.
   */
  followUps: query(
    'trainee.see',
    {
      view: z.enum(followUpViews),
      trade,
      month: month.nullable(),
      text: line(80).optional(),
      limit: whole(1, 100_000).optional(),
    },
    output<FollowUpList>(),
  ),
  saveFollowUp: command(
    'trainee.change',
    'Mencatat kabar lulusan',
    /** `seen` is 'nothing' if there was no answer before. */
    { enrolmentId, month, answer: followUpDraft, ...seenOf(followUpDraft.or(z.literal('nothing'))) },
    output<Joined>(),
  ),
  /** By the year of the panel. */
  results: query('report.figures', resultScope, output<Results>()),
  resultPeople: query(
    'report.names',
    { ...resultScope, trade, month, figure: z.enum(resultFigures) },
    output<ResultPeople>(),
  ),
}
