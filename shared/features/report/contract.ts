import { z } from 'zod'
import {
  activityId,
  type OfficerId,
  officerId,
  type SavedReportId,
  type SettledReportId,
  savedReportId,
  settledReportId,
} from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, nothing, plainDateSchema, whole } from '../../kernel/schema.ts'
import { command, longTask, opening, output, query, task } from '../../operation.ts'
import { type FundingSource, fundingSources } from '../activity/funding-source.ts'
import { paperSizes } from '../centre/centre.ts'
import type { TradeCode } from '../program/trades.ts'
import { type MeasureKey, measureKeys } from './measure.ts'
import { figureKeys, namedKeys, type ReportKey } from './official.ts'
import { isGuarded, type OwnReport, type OwnTable, ownReport, rowFilters } from './own-report.ts'
import { periodSchema } from './period.ts'
import type { Report, ReportDifference, SettledReport } from './report.ts'
import { type ReportSetting, reportSetting } from './report-setting.ts'

export type ListedReport = {
  key: ReportKey
  title: string
  what: string
  /** Lists of people are for work only and cannot be settled. */
  named: boolean
  data: boolean
}

/** A line behind a figure: a person, a class, an entry. */
export type BehindRow = {
  key: string
  name: string
  detail: string
  /** Contribution to the figure; rows add up to it, unless it counts distinct people. */
  figure: number
  path: string
}
type Behind = {
  measure: MeasureKey
  rows: BehindRow[]
  /** Total number; `rows` are the first. */
  count: number
  /** People with frozen or anonymised data: counted, not named. */
  hidden: number
}

/** Something due, with the page where it is done. */
export type DueItem = {
  key: string
  kind: 'report' | 'class' | 'follow-up' | 'credential' | 'certificate'
  title: string
  detail: string
  due: PlainDate
  /** Negative if late. */
  daysLeft: number
  action: string
  path: string
}

export type TradeYear = {
  trade: TradeCode
  label: string
  participants: number
  graduates: number
  failed: number
  /** Withdrawn or expelled. */
  left: number
  running: number
  /** Hundredths of a percent. */
  share: number | null
}
type SourceYear = {
  source: FundingSource
  label: string
  budget: number
  spent: number
  share: number | null
}
export type DistrictYear = {
  code: string
  name: string
  people: number
  villages: { code: string; name: string; people: number; graduates: number }[]
}

export type ReportYear = {
  year: number
  /** Years with a class or activity, latest first. */
  years: number[]
  asOf: string
  classes: number
  applicants: number
  participants: number
  graduates: number
  failed: number
  withdrawn: number
  expelled: number
  running: number
  employed: number
  selfEmployed: number
  /** Graduates who are due to be asked, and those who answered. */
  askable: number
  reached: number
  /** Share of graduates who are due, in hundredths of a percent. */
  workingShare: number | null
  trades: TradeYear[]
  /** Both undefined for people who may not see money. */
  sources: SourceYear[]
  money: { budget: number; spent: number; share: number | null } | null
  /** Elapsed part of the year in hundredths of a percent. */
  elapsed: number
  districts: DistrictYear[]
  villagesReached: number
  elsewhere: number
  due: DueItem[]
}

export type CashRow = {
  id: number
  date: PlainDate
  description: string
  amount: number
  evidence: string
  accountCode: string
  fileName: string | null
  recordedBy: string
}
/** One activity: cumulative months, and the entries of the period. */
export type Cash = {
  activityId: number
  year: number
  title: string
  budget: number
  /** Twelve of each, cumulative since January; spending of coming months is null. */
  months: { month: number; planned: number; spent: number | null }[]
  hasPlan: boolean
  entries: CashRow[]
}

type SettleForm = { officers: { id: OfficerId; words: string; valid: boolean }[] }

const fundingSource = z.enum(fundingSources).nullable()
/** Reports of figures; reports with names need another right. */
const figures = { key: z.enum(figureKeys), period: periodSchema, fundingSource }
const names = { key: z.enum(namedKeys), period: periodSchema, fundingSource }
const format = z.enum(['xlsx', 'pdf', 'csv'])
const size = z.enum(paperSizes).nullable()
const measure = z.enum(measureKeys as [MeasureKey, ...MeasureKey[]])
const openChoice = ownReport.refine(choice => !isGuarded(choice), {
  path: ['rows'],
  error: 'Data terbatas hanya untuk petugas yang boleh membukanya.',
})
const made = output<{ file: BinaryFile; warnings: string[] }>()

export const reportContract = {
  list: query('report.figures', nothing, output<ListedReport[]>()),
  get: query('report.figures', figures, output<Report>()),
  getNames: opening('report.names', 'Membuka daftar nama', names, output<Report>()),
  file: longTask('report.figures', 'Membuat berkas laporan', { ...figures, format, size }, made),
  fileNames: longTask('report.names', 'Membuat berkas daftar nama', { ...names, format, size }, made),
  /** NIK in full. */
  fileFullNik: longTask('nik.open', 'Membuat berkas daftar dengan NIK lengkap', { ...names, format, size }, made),
  year: query('report.figures', { year: whole(2000, 2100) }, output<ReportYear>()),
  cash: query('money.see', { activityId, period: periodSchema }, output<Cash>()),
  /** People or things behind a figure, by name; pages of `limit`. */
  behind: opening(
    'report.names',
    'Membuka orang di balik angka',
    { measure, period: periodSchema, filters: rowFilters, limit: whole(1, 500), offset: whole(0, 1_000_000) },
    output<Behind>(),
  ),
  own: query('report.figures', { choice: openChoice }, output<OwnTable>()),
  /** Divided by sensitive data; small cells are hidden. */
  ownGuarded: query('restricted.open', { choice: ownReport }, output<OwnTable>()),
  ownFile: longTask(
    'report.figures',
    'Membuat berkas laporan sendiri',
    { name: line(120, 1), choice: openChoice, format },
    made,
  ),
  ownGuardedFile: longTask(
    'restricted.open',
    'Membuat berkas laporan data terbatas',
    { name: line(120, 1), choice: ownReport, format },
    made,
  ),
  /** Filter values of a dimension that occur in a period, with their names. */
  values: query(
    'report.figures',
    { measure, dimension: ownReport.shape.rows, period: periodSchema },
    output<{ key: string | number; label: string }[]>(),
  ),
  saved: query(
    'report.figures',
    nothing,
    output<{ id: SavedReportId; name: string; unit: string; choice: OwnReport }[]>(),
  ),
  /** Overwrites a report with the same name. */
  saveOwn: command(
    'report.figures',
    'Menyimpan laporan sendiri',
    { name: line(120, 1), choice: ownReport },
    output<{ id: SavedReportId }>(),
  ),
  removeOwn: command('report.figures', 'Menghapus laporan sendiri', { id: savedReportId }),
  settled: query('report.figures', nothing, output<SettledReport[]>()),
  settleForm: query('report.figures', { date: plainDateSchema }, output<SettleForm>()),
  settle: task(
    'report.names',
    'Menetapkan laporan',
    { ...figures, number: line(80, 1), settledOn: plainDateSchema, officerId },
    output<{ id: SettledReportId }>(),
  ),
  settledFile: query(
    'report.figures',
    { id: settledReportId, format: z.enum(['pdf', 'xlsx']) },
    output<{ file: BinaryFile }>(),
  ),
  /** The report as handed in, and what it would be now for the same day. */
  differences: query(
    'report.figures',
    { id: settledReportId },
    output<{ settled: SettledReport; report: Report; differences: ReportDifference[] }>(),
  ),
  due: query('report.figures', nothing, output<DueItem[]>()),
  /** The same as an .ics file. */
  calendar: query('report.figures', nothing, output<{ file: BinaryFile }>()),
  setting: query('setting.see', nothing, output<ReportSetting>()),
  saveSetting: command('setting.change', 'Menyimpan aturan laporan', { setting: reportSetting }),
}
