import type { calendarContract } from '../../../../shared/features/calendar/contract.ts'
import { type DayOffDraft, dayOffDraft } from '../../../../shared/features/calendar/day-off.ts'
import type { TableFormat } from '../../../../shared/features/calendar/year-table.ts'
import { dayOffId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { DomainError, found } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import type { Handlers } from '../../scope.ts'
import { joinForm, joinList } from '../desk/join-record.ts'
import {
  cohortDaysBetween,
  cohortsStillMeeting,
  dayOffOn,
  daysOffOfYear,
  deleteDayOff,
  findDayOff,
  holidayYears,
  insertDayOff,
  saveYear,
  updateDayOff,
} from './calendar-store.ts'
import { compareTable } from './compare-table.ts'

const mostTableBytes = 2 * 1024 * 1024
const types: Record<TableFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  ics: 'text/calendar',
}

export const calendarHandlers: Handlers<typeof calendarContract> = {
  years: ({ db }) => holidayYears(db),

  year({ db }, { year }) {
    const rows = cohortDaysBetween(db, `${year}-01-01` as PlainDate, `${year}-12-31` as PlainDate)
    const cohorts = [...Map.groupBy(rows, row => row.code).values()].flatMap(days => {
      const [first] = days
      const last = days.at(-1)
      if (!first || !last) return []
      const { code, title, date: start } = first
      return [{ code, title, start, end: last.date, dates: days.map(day => day.date) }]
    })
    const source = holidayYears(db).find(row => row.year === year)?.source ?? null
    return { year, source, days: daysOffOfYear(db, year), cohorts }
  },

  saveYear({ db, record }, { year, source }) {
    const before = holidayYears(db).find(row => row.year === year) ?? null
    saveYear(db, year, source)
    record('holiday_year', year, before, { year, source })
  },

  saveDay({ db, record }, { id, day: mine, seen }) {
    const stored = id === null ? null : found(findDayOff(db, id), 'day_off')
    const form = { entity: 'day_off', id, schema: dayOffDraft, seen, stored, mine }
    const { values: day, joined } = joinForm(db, form)
    const taken = dayOffOn(db, day.date)
    if (taken && taken.id !== id) throw new DomainError({ code: 'day_off_taken', date: day.date, name: taken.name })
    // Days of classes are not moved; the page lists the classes that still meet.
    const plannedCohorts = cohortDaysBetween(db, day.date, day.date).map(row => row.title)
    const saved = id ?? dayOffId.parse(insertDayOff(db, day))
    if (id !== null) updateDayOff(db, id, day)
    record('day_off', saved, stored, day)
    return { id: saved, plannedCohorts, joined }
  },

  removeDay({ db, record }, { id }) {
    const before = found(findDayOff(db, id), 'day_off')
    deleteDayOff(db, id)
    record('day_off', id, before, null)
  },

  async readTable(scope, { year, file }) {
    if (file.size > mostTableBytes) throw new DomainError({ code: 'table_unreadable', file: file.name })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const lines = await drawOnThread(scope, 'read-calendar', { name: file.name, bytes, year })
    return scope.read(({ db }) => compareTable(db, year, lines))
  },

  saveTable(scope, { year, source, days: listed, removeOthers, seen, chosen }) {
    const { db, record } = scope
    const before = daysOffOfYear(db, year)
    const theirs = before.map(({ id: _, ...day }): DayOffDraft => day)
    // The new year: days missing in the file stay as seen.
    const others = removeOthers ? [] : (seen ?? theirs).filter(day => !listed.some(one => one.date === day.date))
    const history = [{ entity: 'holiday_year', id: year }, ...before.map(({ id }) => ({ entity: 'day_off', id }))]
    const list = { history, seen, theirs, mine: [...listed, ...others], chosen }
    const { rows: days, joined } = joinList(scope, { ...list, nameOf: day => day.date })
    const dates = days.map(day => day.date)
    for (const day of before) if (!dates.includes(day.date)) deleteDayOff(db, day.id)
    for (const day of days) {
      const known = dayOffOn(db, day.date)
      if (known) updateDayOff(db, known.id, day)
      else insertDayOff(db, day)
    }
    saveYear(db, year, source)
    const listedDates = listed.map(day => day.date)
    record('holiday_year', year, { days: before }, { source, days: daysOffOfYear(db, year) })
    return { joined, saved: listed.length, meeting: cohortsStillMeeting(db, listedDates) }
  },

  async exportTable(scope, { year, format }) {
    const days = scope.read(({ db }) => daysOffOfYear(db, year))
    const written = await drawOnThread(scope, 'write-calendar', { year, days, format })
    return new File([written], `hari-libur-${year}.${format}`, { type: types[format] })
  },
}
