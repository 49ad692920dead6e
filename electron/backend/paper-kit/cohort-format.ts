import type { CohortFacts, DayFacts, TraineeFacts } from '../../../shared/facts/cohort-facts.ts'
import { attendancePercent, daysNeeded } from '../../../shared/features/attendance/attendance.ts'
import type { LeaveKind } from '../../../shared/features/cohort/cohort.ts'
import type { Decision } from '../../../shared/features/graduation/contract.ts'
import type { Reason } from '../../../shared/features/graduation/graduation.ts'
import { hundredths, roman, spellNumber } from '../../../shared/kernel/number-format.ts'
import { dayNumber, type PlainDate, shortDate, weekdayName } from '../../../shared/kernel/plain-date.ts'
import { timeRange } from '../../../shared/kernel/time.ts'

const nbsp = '\u00a0'

type Course = { trade: string; program: string }

/** 'Tata Rias (MUA)', or 'Las: Pengelasan SMAW 3G' if the program does not begin with its trade. */
export function courseName({ trade, program }: Course): string {
  return isNamedAfterTrade(trade, program) ? program : `${trade}: ${program}`
}

/** 'kejuruan Tata Rias (MUA)', or 'kejuruan Las program Pengelasan SMAW 3G'. */
export function formatCourse({ trade, program }: Course): string {
  return isNamedAfterTrade(trade, program) ? `kejuruan ${program}` : `kejuruan ${trade} program ${program}`
}

export function isNamedAfterTrade(trade: string, program: string): boolean {
  return program.toLowerCase().startsWith(trade.toLowerCase())
}

/** 'Angkatan III Tahun 2024' */
export function formatBatch({ number, year }: { number: number; year: number }): string {
  return `Angkatan${nbsp}${roman(number)} Tahun${nbsp}${year}`
}

/** 'Tata Rias (MUA) – Angkatan III Tahun 2024' */
export function cohortTitle(cohort: CohortFacts['cohort']): string {
  return `${courseName(cohort)} – ${formatBatch(cohort)}`
}

/** 'UPT Balai Latihan Kerja Kota Tangerang', from a letterhead that begins with 'Pemerintah Kota Tangerang'. */
export function officeOfRegion(lines: readonly string[]): string {
  const office = lines.at(-1) ?? ''
  const region = /^pemerintah (.+)$/i.exec(lines[0] ?? '')?.[1] ?? ''
  return region === '' || office.toLowerCase().includes(region.toLowerCase()) ? office : `${office} ${region}`
}

/**
 * '08.00–15.15 WIB', and if some days differ '08.00–15.15 WIB (Jumat 08.00–16.00 WIB)': by weekday if all such days have the same times, else by
 * dates.
 */
export function formatClock(days: readonly Pick<DayFacts, 'date' | 'startTime' | 'endTime'>[], zone: string): string {
  const words = (day: Pick<DayFacts, 'startTime' | 'endTime'>) => timeRange(day.startTime, day.endTime, zone)
  const groups = [...Map.groupBy(days, words)].toSorted(([, a], [, b]) => b.length - a.length)
  const [usual, ...others] = groups
  if (!usual) return ''
  const exceptions = others.map(([hours, own]) => {
    const names = [...new Set(own.map(day => weekdayName(day.date)))]
    const isWhole = (name: string) => days.every(day => weekdayName(day.date) !== name || own.includes(day))
    const when = names.every(isWhole) ? names.join(', ') : own.map(day => shortDate(day.date)).join(', ')
    return `${when}${nbsp}${hours}`
  })
  return exceptions.length === 0 ? usual[0] : `${usual[0]} (${exceptions.join('; ')})`
}

/** The activity, below the title of a paper; '' if not entered. */
export function cohortSubtitle({ activity, fundingSource }: CohortFacts['cohort']): string {
  return activity === '' ? fundingSource : activity
}

/** '15 (lima belas)' */
export function formatCount(count: number): string {
  return `${count} (${spellNumber(count)})`
}

/** '93,33%' */
export function formatPercent(value: number): string {
  return `${hundredths(value)}%`
}

/** Blank space for an unknown value. */
export const blank = '....................'

/** '14 dari 15 hari (93,33%)' */
export function formatAttendance(attendance: { present: number; planned: number } | null): string {
  if (attendance === null) return blank
  const { present, planned } = attendance
  return `${present} dari ${planned} hari (${formatPercent(attendancePercent(present, planned))})`
}

/** 'Batas kehadiran 80% = 12 dari 15 hari' */
export function formatMinimum({ cohort, days }: CohortFacts): string {
  const needed = daysNeeded(cohort.minimumAttendance, days.length)
  return `Batas kehadiran ${cohort.minimumAttendance}% = ${needed} dari ${days.length} hari`
}

export const formatLeave: Record<LeaveKind, string> = {
  withdrawn: 'Mengundurkan diri',
  expelled: 'Dikeluarkan',
}

/** Days off within the class, without weekends. */
export function holidaysOf({ skipped }: CohortFacts): CohortFacts['skipped'] {
  return skipped.filter(day => day.kind !== 'weekend')
}

/** 'Hari Raya Natal', 'cuti bersama Hari Raya Natal' */
export function holidayReason({ kind, reason }: CohortFacts['skipped'][number]): string {
  const isNamed = reason.toLowerCase().includes('cuti bersama')
  return kind === 'joint_leave' && !isNamed ? `cuti bersama ${reason}` : reason
}

/** 'Rabu 25 Des (Hari Raya Natal) dan Rabu 1 Jan (…) bukan hari pelatihan.'; '' without holidays. */
export function holidayNote(facts: CohortFacts): string {
  const parts = holidaysOf(facts).map(
    day => `${weekdayName(day.date)}${nbsp}${shortDate(day.date)} (${holidayReason(day)})`,
  )
  const last = parts.pop()
  if (last === undefined) return ''
  const joined = parts.length === 0 ? last : `${parts.join(', ')}${parts.length > 1 ? ',' : ''} dan ${last}`
  return `${joined} bukan hari pelatihan.`
}

/** Instructors of the class by their first day, without duplicates. */
export function instructorNames({ days }: Pick<CohortFacts, 'days'>): string[] {
  return [...new Set(days.flatMap(day => day.instructors.map(instructor => instructor.name)))]
}

/** Indexes of the last days of calendar weeks that are followed by another one. */
export function weekEnds(days: readonly { date: PlainDate }[]): Set<number> {
  const ends = new Set<number>()
  days.forEach((day, index) => {
    const next = days[index + 1]
    if (next && weekOf(day.date) !== weekOf(next.date)) ends.add(index)
  })
  return ends
}

/** Number of the week, Monday to Sunday. */
function weekOf(date: PlainDate): number {
  return Math.floor((dayNumber(date) + 3) / 7)
}

const words: Record<Decision, string> = {
  passed: 'LULUS',
  failed: 'TIDAK LULUS',
  withdrawn: formatLeave.withdrawn,
  expelled: formatLeave.expelled,
}

type Decided = Pick<TraineeFacts, 'decision' | 'left'>

/** The decision of the panel; people who left count as such even before it. */
export function decisionOf({ decision, left }: Decided): Decision | null {
  return decision ?? left?.kind ?? null
}

/** 'LULUS', 'Mengundurkan diri'; '' before the decision. */
export function formatDecision(trainee: Decided): string {
  const decision = decisionOf(trainee)
  return decision ? words[decision] : ''
}

/** The failed rule as in minutes: 'kehadiran di bawah 80%'. */
export function formatFailedRule(rule: Reason['rule'], { cohort }: Pick<CohortFacts, 'cohort'>): string {
  switch (rule) {
    case 'attendance':
    case 'attendance_missing':
      return `kehadiran di bawah ${cohort.minimumAttendance}%`
    case 'score':
    case 'score_missing':
      return `nilai akhir di bawah ${hundredths(cohort.passMark)}`
    case 'unit':
    case 'unit_missing':
      return 'unit wajib belum tercapai'
  }
}
