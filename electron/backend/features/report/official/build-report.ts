import { type FundingSource, fundingSources } from '../../../../../shared/features/activity/funding-source.ts'
import { officialReports, type ReportKey } from '../../../../../shared/features/report/official.ts'
import type { Period } from '../../../../../shared/features/report/period.ts'
import type { Report } from '../../../../../shared/features/report/report.ts'
import { formatCountedBy } from '../../../../../shared/features/report/report-setting.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import type { QueryScope } from '../../../scope.ts'
import { getCentre } from '../../centre/centre-store.ts'
import type { Scope } from '../measure/measure-store.ts'
import { getReportSetting } from '../report-setting-store.ts'
import {
  buildClassData,
  buildInstructorData,
  buildPeopleData,
  buildPlacementData,
  buildResultData,
} from './build-data-reports.ts'
import { buildBeneficiaries } from './build-list-reports.ts'
import {
  buildAccounts,
  buildIncentiveRealisation,
  buildMonths,
  buildRealisationWithBook,
} from './build-money-reports.ts'
import { buildAid, buildDistricts, buildProfile, buildTargets, buildVillages } from './build-people-reports.ts'
import type { Built } from './build-table.ts'
import { buildIndicators, buildTracer } from './build-tracer-reports.ts'
import {
  buildAttendance,
  buildCertificates,
  buildClassRecap,
  buildTeaching,
  buildTradeRecap,
} from './build-training-reports.ts'

export type ReportRequest = {
  key: ReportKey
  period: Period
  fundingSource: FundingSource | null
  fullNik: boolean
  /** Lists of names include decile and stunting. */
  restricted: boolean
}

/** Options of reports without names. */
export const onlyFigures = { fullNik: false, restricted: false } as const

const builders: Record<ReportKey, (db: ReadDatabase, scope: Scope, request: ReportRequest) => Built> = {
  'realisasi-dif': buildIncentiveRealisation,
  'realisasi-dana': (db, scope) => buildRealisationWithBook(db, scope, sourcesOf(scope)),
  'realisasi-rekening': buildAccounts,
  'serapan-bulanan': buildMonths,
  'rekap-pelatihan': (db, scope) => buildTradeRecap(db, scope, getReportSetting(db)),
  'rekap-kelas': (db, scope) => buildClassRecap(db, scope, getReportSetting(db)),
  sasaran: (db, scope) => buildTargets(db, scope, getReportSetting(db)),
  kelurahan: (db, scope) => buildVillages(db, scope, getReportSetting(db), getCentre(db).regencyCode),
  kecamatan: (db, scope) => buildDistricts(db, scope, getReportSetting(db), getCentre(db).regencyCode),
  'profil-peserta': (db, scope) => buildProfile(db, scope, getReportSetting(db)),
  indikator: (db, scope) => buildIndicators(db, scope, getReportSetting(db)),
  instruktur: buildTeaching,
  kehadiran: buildAttendance,
  sertifikat: buildCertificates,
  tracer: buildTracer,
  'modal-kerja': buildAid,
  'penerima-manfaat': buildBeneficiaries,
  'data-peserta': buildPeopleData,
  'data-kelas': buildClassData,
  'data-hasil': buildResultData,
  'data-instruktur': buildInstructorData,
  'data-penempatan': buildPlacementData,
}

function sourcesOf({ filters }: Scope): FundingSource[] {
  return fundingSources.filter(source => filters.source === undefined || filters.source.includes(source))
}

type Moment = Pick<QueryScope, 'db' | 'at' | 'today'>

/** A report of this moment, calculated from the rows each time. */
export function buildReport(moment: Moment, request: ReportRequest): Report {
  return buildReportOfPeople(moment, request).report
}

/** The same with the ids of people in it. */
export function buildReportOfPeople(
  { db, at, today }: Moment,
  request: ReportRequest,
): { report: Report; people: readonly number[] } {
  const { countedBy } = getReportSetting(db)
  const { key, period, fundingSource } = request
  // This report has fixed sources; a filter would silently drop rows.
  const filters = fundingSource === null || key === 'realisasi-dif' ? {} : { source: [fundingSource] }
  const { people = [], ...built } = builders[key](
    db,
    { period, filters, today: today as PlainDate, countedBy },
    request,
  )
  const report = {
    key,
    title: officialReports[key].title,
    period,
    asOf: at,
    fundingSource,
    countedBy: formatCountedBy(countedBy),
    ...built,
  }
  return { report, people }
}
