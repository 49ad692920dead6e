import { fundingSources, isIncentive } from '../../../../shared/features/activity/funding-source.ts'
import { whyOff } from '../../../../shared/features/cohort/working-days.ts'
import type { BudgetNote, homeContract, OpenTask } from '../../../../shared/features/home/contract.ts'
import { shortDay } from '../../../../shared/kernel/date-format.ts'
import { addDays, type PlainDate, weekdayOf, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { Handlers, QueryScope } from '../../scope.ts'
import { sumsOfYear, unassignedCohorts, yearsWithActivities } from '../activity/activity-store.ts'
import { readAttention } from '../attendance/read-attention.ts'
import { holidayYears } from '../calendar/calendar-store.ts'
import { getRules, requiredKinds } from '../centre/centre-store.ts'
import { type DayRecord, daysOfCohorts } from '../cohort/cohort-day-store.ts'
import { decidedWithoutPapers, scoredCohorts } from '../cohort/cohort-progress-store.ts'
import { type CohortRecord, undecidedCohorts } from '../cohort/cohort-store.ts'
import { countCohorts, meetingsBetween, nextMeeting } from '../cohort/meeting-store.ts'
import { workCalendar } from '../cohort/plan-cohort.ts'
import { listInstructors } from '../instructor/instructor-store.ts'
import { expiringCredentials } from './expiring-credentials.ts'
import { search } from './search-store.ts'

export const homeHandlers: Handlers<typeof homeContract> = {
  overview(scope) {
    const { db, today } = scope
    const undecided = undecidedCohorts(db)
    const days = daysOfCohorts(
      db,
      undecided.map(cohort => cohort.id),
    )
    const classes = undecided.map(cohort => ({ cohort, days: days.get(cohort.id) ?? [] }))
    const calendar = workCalendar(db, today, { week: 6, jointLeave: 'off' })
    const monday = addDays(today, 1 - weekdayOf(today))
    const meetings = meetingsBetween(db, monday, addDays(monday, 5))
    const crossing = classes.filter(({ days }) => {
      const [start, end] = [days[0]?.date ?? today, days.at(-1)?.date ?? today]
      return start <= today && end > today && yearOf(end) > yearOf(today)
    })
    return {
      today,
      dayOff: whyOff(today, calendar)?.reason ?? null,
      nextCohortDay: nextMeeting(db, today),
      counts: {
        ...countCohorts(db, today, addDays(today, 31)),
        waitingPanel: classes.filter(one => one.days.length > 0 && one.days.every(day => day.closed !== null)).length,
      },
      week: [0, 1, 2, 3, 4, 5].map(offset => {
        const date = addDays(monday, offset)
        const off = calendar.daysOff.find(day => day.date === date)
        return {
          date,
          off: off ? { kind: off.kind, name: off.name } : null,
          classes: meetings.get(date) ?? 0,
        }
      }),
      openTasks: openTasks(scope, classes),
      expiring: expiringCredentials(listInstructors(db, today, today), requiredKinds(db), today),
      budget: budgetNote(
        db,
        yearOf(today),
        crossing.map(({ cohort }) => cohort.title),
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
  const attentions = readAttention(db, classes, { today, absenceAlarm })
  const scored = scoredCohorts(
    db,
    classes.map(({ cohort }) => cohort.id),
  )
  const waiting = classes.map(one => ({
    ...one.cohort,
    tasks: tasksOfClass(one, today, attentions.get(one.cohort.id) ?? [], scored.has(one.cohort.id)),
  }))
  const papers = decidedWithoutPapers(db).map(cohort => ({ ...cohort, tasks: [papersTask(cohort)] }))
  return [...tasks, ...[...waiting, ...papers].toSorted(latestFirst).flatMap(one => one.tasks)]
}

function tasksOfClass(
  { cohort, days }: { cohort: CohortRecord; days: readonly DayRecord[] },
  today: PlainDate,
  attention: readonly { name: string; words: string }[],
  scored: boolean,
): OpenTask[] {
  const tasks: OpenTask[] = []
  const missed = days.filter(day => day.date < today && !day.complete)
  if (missed.length > 0)
    tasks.push({
      kind: 'attendance',
      title: `Kehadiran ${cohort.title} belum lengkap`,
      detail: `Hari ke-${missed.map(day => day.n).join(', ')} belum diisi`,
      action: 'Isi',
      path: `/angkatan/${cohort.code}/kehadiran`,
    })
  if (attention.length > 0)
    tasks.push({
      kind: 'absence',
      title: `${attention.length} peserta ${cohort.title} perlu perhatian`,
      detail: attention.map(({ name, words }) => `${name}: ${words}`).join(' · '),
      action: 'Lihat',
      path: `/angkatan/${cohort.code}/kehadiran`,
    })
  const withoutTeacher = days.filter(day => day.date >= today && day.instructors.length === 0)
  if (withoutTeacher.length > 0)
    tasks.push({
      kind: 'instructor',
      title: `${cohort.title} belum punya instruktur`,
      detail: `${withoutTeacher.length} hari, mulai ${shortDay(withoutTeacher[0]?.date ?? today)}`,
      action: 'Pilih',
      path: `/angkatan/${cohort.code}/jadwal`,
    })
  if (days.every(day => day.closed !== null))
    tasks.push({
      kind: 'panel',
      title: `Sidang kelulusan ${cohort.title}`,
      detail: scored ? 'Semua hari dan nilai lengkap' : 'Semua hari ditutup, nilai belum lengkap',
      action: scored ? 'Buka sidang' : 'Isi nilai',
      path: `/angkatan/${cohort.code}/${scored ? 'kelulusan' : 'nilai'}`,
    })
  return tasks
}

function papersTask({ title, code }: { title: string; code: string }): OpenTask {
  return {
    kind: 'certificates',
    title: `Terbitkan sertifikat ${title}`,
    detail: 'Hasil sidang sudah ditetapkan',
    action: 'Periksa',
    path: `/angkatan/${code}/sertifikat`,
  }
}

/** The order of the list of classes. */
function latestFirst(a: { year: number; code: string }, b: { year: number; code: string }): number {
  return b.year - a.year || (a.code < b.code ? -1 : Number(a.code > b.code))
}
