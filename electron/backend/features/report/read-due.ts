import { seesMoney } from '../../../../shared/features/access/access-matrix.ts'
import { fundingSources, isIncentive } from '../../../../shared/features/activity/funding-source.ts'
import { dueOn, followUpMonths } from '../../../../shared/features/alumni/follow-up.ts'
import { redDays } from '../../../../shared/features/instructor/credential.ts'
import { credentialKindName } from '../../../../shared/features/instructor/credential-format.ts'
import type { DueItem } from '../../../../shared/features/report/contract.ts'
import { type Period, periodName, periodOf, yearPeriod } from '../../../../shared/features/report/period.ts'
import type { ReportSetting } from '../../../../shared/features/report/report-setting.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  monthOf,
  type PlainDate,
  plainDate,
  shortDay,
  yearOf,
} from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { QueryScope } from '../../scope.ts'
import { sumsOfYear } from '../activity/activity-store.ts'
import { endingCredentials } from '../instructor/expiry-calendar.ts'
import { listTeachers } from '../instructor/instructor-store.ts'
import { classesWithoutReport, meetsBetween, unaskedGraduates, uncollectedCertificates } from './due-store.ts'
import { lastDue } from './measure/measure-store.ts'
import { getReportSetting } from './report-setting-store.ts'
import { isSettled, isSettledBetween } from './settled-store.ts'

/** Days ahead that something is shown, and days that it stays when late. */
const ahead = 45
const behind = 90
/** Days after which an uncollected certificate is listed. */
const collectDays = 30

type Planned = Omit<DueItem, 'daysLeft'>

/** Everything due: reports, classes without report, graduates to ask, credentials, certificates; late first, then by date. */
export function readDue({ db, today, operator }: Pick<QueryScope, 'db' | 'today' | 'operator'>): DueItem[] {
  const setting = getReportSetting(db)
  const planned = [
    ...reportsDue(db, today, setting),
    ...(seesMoney(operator) ? incentivesDue(db, today, setting) : []),
    ...classesDue(db, today, setting),
    ...followUpsDue(db, today),
    ...credentialsDue(db, today),
    ...certificatesDue(db, today),
  ]
  return planned
    .map(item => ({ ...item, daysLeft: daysBetween(today, item.due) }))
    .filter(({ daysLeft }) => daysLeft <= ahead)
    .toSorted((a, b) => a.daysLeft - b.daysLeft || (a.key < b.key ? -1 : 1))
}

function reportsDue(db: ReadDatabase, today: PlainDate, { monthlyDay, yearlyDay }: ReportSetting): Planned[] {
  const first = plainDate(yearOf(today), monthOf(today), 1)
  const months = [2, 1, 0].map(back => {
    const day = addMonths(first, -back)
    return periodOf('month', yearOf(day), monthOf(day))
  })
  const monthly = months.map(period =>
    reportItem(period, addDays(addMonths(period.from, 1), monthlyDay - 1), 'bulanan'),
  )
  const years = [yearOf(today) - 1, yearOf(today)].map(yearPeriod)
  const yearly = years.map(period => reportItem(period, onDay(yearOf(period.from) + 1, yearlyDay), 'tahunan'))
  return [...monthly, ...yearly].flatMap(({ period, item }) => {
    const late = daysBetween(item.due, today)
    if (late > behind || !meetsBetween(db, period.from, period.to) || isSettled(db, 'rekap-pelatihan', period))
      return []
    return [item]
  })
}

function reportItem(period: Period, due: PlainDate, word: string): { period: Period; item: Planned } {
  const item: Planned = {
    key: `rekap-pelatihan ${period.from} ${period.to}`,
    kind: 'report',
    title: `Laporan ${word} ${periodName(period)}`,
    detail: `ke Dinas · ${shortDay(due)}`,
    due,
    action: 'Tetapkan',
    path: reportPath('rekap-pelatihan', period),
  }
  return { period, item }
}

function reportPath(key: string, { from, to }: Period): string {
  return `/laporan/resmi/${key}?dari=${from}&sampai=${to}`
}

function incentivesDue(db: ReadDatabase, today: PlainDate, { incentiveDays }: ReportSetting): Planned[] {
  const year = yearOf(today)
  if (sumsOfYear(db, year, fundingSources.filter(isIncentive)).budget === 0) return []
  const days = incentiveDays.map(day => onDay(year, day)).toSorted()
  return days.flatMap((due, index): Planned[] => {
    const before = days[index - 1] ?? addDays(plainDate(year, 1, 1), -1)
    if (daysBetween(due, today) > behind || isSettledBetween(db, 'realisasi-dif', before, addDays(due, behind)))
      return []
    const period = { from: plainDate(year, 1, 1), to: due }
    return [
      {
        key: `realisasi-dif ${due}`,
        kind: 'report',
        title: `Realisasi DIF s.d. ${shortDay(due)}`,
        detail: `ke BPKD · ${shortDay(due)}`,
        due,
        action: 'Siapkan',
        path: reportPath('realisasi-dif', period),
      },
    ]
  })
}

function classesDue(db: ReadDatabase, today: PlainDate, { classDays }: ReportSetting): Planned[] {
  const waiting = classesWithoutReport(db, addDays(today, -behind - classDays))
  return waiting.map(({ code, title, heldOn }) => {
    const due = addDays(heldOn, classDays)
    return {
      key: `kelas ${code}`,
      kind: 'class',
      title: `Laporan ${title}`,
      detail: `ke Kepala Dinas · ${shortDay(due)}`,
      due,
      action: 'Susun',
      path: `/angkatan/${code}/berkas`,
    }
  })
}

function followUpsDue(db: ReadDatabase, today: PlainDate): Planned[] {
  const monthEnd = plainDate(yearOf(today), monthOf(today), daysInMonth(yearOf(today), monthOf(today)))
  return followUpMonths.flatMap((month): Planned[] => {
    const { people, first } = unaskedGraduates(
      db,
      month,
      lastDue(addDays(today, -behind), month),
      lastDue(monthEnd, month),
    )
    if (people === 0 || first === null) return []
    const due = dueOn(first, month)
    return [
      {
        key: `kabar ${month}`,
        kind: 'follow-up',
        title: `${people} lulusan dihubungi, ${month} bulan`,
        detail: `mulai ${shortDay(due)}`,
        due,
        action: `Hubungi ${people}`,
        path: `/laporan/penelusuran?bulan=${month}`,
      },
    ]
  })
}

function credentialsDue(db: ReadDatabase, today: PlainDate): Planned[] {
  return endingCredentials(listTeachers(db), today)
    .filter(({ daysLeft }) => daysLeft <= redDays)
    .map(({ instructorId, name, credential }) => ({
      key: `sertifikat ${credential.id}`,
      kind: 'credential',
      title: `Sertifikat BNSP ${name}`,
      detail: `${credentialKindName(credential.kind)} berakhir ${shortDay(credential.validUntil)}`,
      due: credential.validUntil,
      action: 'Perpanjang',
      path: `/instruktur/${instructorId}`,
    }))
}

function certificatesDue(db: ReadDatabase, today: PlainDate): Planned[] {
  const { papers, first } = uncollectedCertificates(db, addDays(today, -365), addDays(today, -collectDays))
  if (papers === 0 || first === null) return []
  return [
    {
      key: 'belum diambil',
      kind: 'certificate',
      title: `${papers} sertifikat belum diambil`,
      detail: `sejak ${shortDay(first, { year: true })}`,
      // Due this month, however long it has been waiting.
      due: plainDate(yearOf(today), monthOf(today), daysInMonth(yearOf(today), monthOf(today))),
      action: 'Kabari',
      path: '/sertifikat',
    },
  ]
}

/** 'MM-DD' in a year; 29 February becomes the 28th if necessary. */
function onDay(year: number, monthDay: string): PlainDate {
  const [month = 1, day = 1] = monthDay.split('-').map(Number)
  return plainDate(year, month, Math.min(day, daysInMonth(year, month)))
}
