import { fundingSources, isIncentive } from '../../../../shared/features/activity/funding-source.ts'
import { whyOff } from '../../../../shared/features/cohort/working-days.ts'
import type { BudgetNote, homeContract, OpenTask } from '../../../../shared/features/home/contract.ts'
import { shortDay } from '../../../../shared/kernel/date-format.ts'
import { addDays, daysBetween, weekdayOf, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { Handlers, QueryScope } from '../../scope.ts'
import { sumsOfYear, unassignedCohorts, yearsWithActivities } from '../activity/activity-store.ts'
import { cohortAttention } from '../attendance/read-attention.ts'
import { holidayYears } from '../calendar/calendar-store.ts'
import { getRules, requiredKinds } from '../centre/centre-store.ts'
import { type DayRecord, daysOfCohort } from '../cohort/cohort-day-store.ts'
import { cohortProgress } from '../cohort/cohort-progress-store.ts'
import { allCohorts, type CohortRecord, cohortListRow } from '../cohort/cohort-store.ts'
import { workCalendar } from '../cohort/plan-cohort.ts'
import { listInstructors } from '../instructor/instructor-store.ts'
import { expiringCredentials } from './expiring-credentials.ts'
import { search } from './search-store.ts'

export const homeHandlers: Handlers<typeof homeContract> = {
  overview(scope) {
    const { db, today } = scope
    const cohorts = allCohorts(db).filter(cohort => !cohort.cancelled)
    const rows = cohorts.map(cohort => {
      const days = daysOfCohort(db, cohort.id)
      return { cohort, days, row: cohortListRow(db, cohort, days) }
    })
    const calendar = workCalendar(db, today, { week: 6, jointLeave: 'off' })
    const monday = addDays(today, 1 - weekdayOf(today))
    const crossing = rows.filter(
      ({ row }) => row.status !== 'decided' && row.start <= today && row.end > today && yearOf(row.end) > yearOf(today),
    )
    return {
      today,
      dayOff: whyOff(today, calendar)?.reason ?? null,
      nextCohortDay:
        rows.flatMap(({ row }) => row.days.map(day => day.date).filter(date => date > today)).sort()[0] ?? null,
      counts: {
        running: rows.filter(({ row }) => row.start <= today && today <= row.end).length,
        waitingPanel: rows.filter(({ row }) => row.status === 'finished').length,
        startingSoon: rows.filter(({ row }) => row.start > today && daysBetween(today, row.start) <= 31).length,
        cohorts: rows.length,
      },
      week: [0, 1, 2, 3, 4, 5].map(offset => {
        const date = addDays(monday, offset)
        const off = calendar.daysOff.find(day => day.date === date)
        return {
          date,
          off: off ? { kind: off.kind, name: off.name } : null,
          classes: rows.filter(({ row }) => row.days.some(day => day.date === date)).length,
        }
      }),
      openTasks: openTasks(scope, rows),
      expiring: expiringCredentials(listInstructors(db, today), requiredKinds(db), today),
      budget: budgetNote(
        db,
        yearOf(today),
        crossing.map(({ row }) => row.title),
      ),
    }
  },

  search: ({ db }, { text }) => search(db, text),
}

function budgetNote(db: ReadDatabase, year: number, crossing: string[]): BudgetNote | null {
  const sums = sumsOfYear(db, year, fundingSources.filter(isIncentive))
  const money = sums.budget > 0 ? { name: 'Insentif Fiskal', ...sums } : null
  return crossing.length === 0 && money === null ? null : { year, crossing, money }
}

/** What waits to be finished, the most pressing first. */
function openTasks(
  { db, today }: QueryScope,
  classes: readonly { cohort: CohortRecord; days: DayRecord[] }[],
): OpenTask[] {
  const tasks: OpenTask[] = []
  const { absenceAlarm } = getRules(db)
  const years = new Set(holidayYears(db).map(row => row.year))
  for (const year of [yearOf(today), yearOf(today) + 1]) {
    if (years.has(year) || (year > yearOf(today) && today.slice(5) < '10-01')) continue
    tasks.push({
      kind: 'calendar',
      title: `Kalender ${year} belum ada`,
      detail: 'Tanpa kalender, angkatan tahun itu tidak dapat disimpan',
      action: 'Isi kalender',
      path: `/kalender/${year}`,
    })
  }
  for (const year of yearsWithActivities(db).filter(one => one >= yearOf(today))) {
    const unpaid = unassignedCohorts(db, year)
    if (unpaid.length === 0) continue
    tasks.push({
      kind: 'activity',
      title: `${unpaid.length} kelas ${year} belum berkegiatan`,
      detail: unpaid.map(row => row.title).join(', '),
      action: 'Pilih kegiatan',
      path: `/kegiatan?tahun=${year}`,
    })
  }
  for (const { cohort, days } of classes) {
    const missed = days.filter(day => day.date < today && !day.complete)
    if (!cohort.decided && missed.length > 0) {
      tasks.push({
        kind: 'attendance',
        title: `Kehadiran ${cohort.title} belum lengkap`,
        detail: `Hari ke-${missed.map(day => day.n).join(', ')} belum diisi`,
        action: 'Isi',
        path: `/angkatan/${cohort.code}/kehadiran`,
      })
    }
    const attention = cohort.decided ? [] : cohortAttention(db, cohort, days, { today, absenceAlarm })
    if (attention.length > 0) {
      tasks.push({
        kind: 'absence',
        title: `${attention.length} peserta ${cohort.title} perlu perhatian`,
        detail: attention.map(({ name, words }) => `${name}: ${words}`).join(' · '),
        action: 'Lihat',
        path: `/angkatan/${cohort.code}/kehadiran`,
      })
    }
    const withoutTeacher = days.filter(day => day.date >= today && day.instructors.length === 0)
    if (!cohort.decided && withoutTeacher.length > 0) {
      tasks.push({
        kind: 'instructor',
        title: `${cohort.title} belum punya instruktur`,
        detail: `${withoutTeacher.length} hari, mulai ${shortDay(withoutTeacher[0]?.date ?? today)}`,
        action: 'Pilih',
        path: `/angkatan/${cohort.code}/jadwal`,
      })
    }
    const progress = cohortProgress(db, cohort, days)
    if (progress.attendance && !cohort.decided) {
      tasks.push({
        kind: 'panel',
        title: `Sidang kelulusan ${cohort.title}`,
        detail: progress.scores ? 'Semua hari dan nilai lengkap' : 'Semua hari ditutup, nilai belum lengkap',
        action: progress.scores ? 'Buka sidang' : 'Isi nilai',
        path: `/angkatan/${cohort.code}/${progress.scores ? 'kelulusan' : 'nilai'}`,
      })
    }
    if (cohort.decided && !progress.certificates) {
      tasks.push({
        kind: 'certificates',
        title: `Terbitkan sertifikat ${cohort.title}`,
        detail: 'Hasil sidang sudah ditetapkan',
        action: 'Periksa',
        path: `/angkatan/${cohort.code}/sertifikat`,
      })
    }
  }
  return tasks
}
