import type { calendarContract } from '../../../../shared/features/calendar/contract.ts'
import { readTableCells, type TableReading, type TableRow } from '../../../../shared/features/calendar/year-table.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { Handlers } from '../../scope.ts'
import { dayOffOn, daysOffOfYear, deleteDayOff, insertDayOff, saveYear, updateDayOff } from './calendar-store.ts'
import { type NumberedCells, readTableFile, writeTableFile } from './convert-table-file.ts'

type TableOperations = Pick<typeof calendarContract, 'readTable' | 'saveTable' | 'exportTable'>

export const yearTableHandlers: Handlers<TableOperations> = {
  async readTable({ read }, { year, file }) {
    const lines = await readTableFile(file.name, new Uint8Array(await file.arrayBuffer()), year)
    return read(({ db }) => compare(db, year, lines))
  },

  saveTable({ db, record }, { year, source, days, removeOthers }) {
    const before = daysOffOfYear(db, year)
    const dates = new Set(days.map(day => day.date))
    const gone = removeOthers ? before.filter(day => !dates.has(day.date)) : []
    for (const day of gone) deleteDayOff(db, day.id)
    for (const day of days) {
      const known = dayOffOn(db, day.date)
      if (known) updateDayOff(db, known.id, day)
      else insertDayOff(db, day)
    }
    saveYear(db, year, source)
    record('holiday_year', year, { days: before }, { source, days: daysOffOfYear(db, year) })
    return {
      saved: days.length,
      removed: gone.length,
      meeting: meetingOn(
        db,
        days.map(day => day.date),
      ),
    }
  },

  async exportTable({ read }, { year, format }) {
    return writeTableFile(
      year,
      read(({ db }) => daysOffOfYear(db, year)),
      format,
    )
  },
}

function compare(db: ReadDatabase, year: number, lines: readonly NumberedCells[]): TableReading {
  const known = new Map(daysOffOfYear(db, year).map(day => [day.date, day]))
  const seen = new Set<PlainDate>()
  const rows = lines.map(({ row, cells, problem }): TableRow => {
    const text = cells.filter(cell => cell.trim() !== '').join(' · ')
    const day = problem ?? readTableCells(cells, year)
    const told = { row, text }
    if (typeof day === 'string') return { ...told, day: null, problem: day, status: 'problem' }
    if (seen.has(day.date)) return { ...told, day: null, problem: 'Tanggal ini sudah ada di atas.', status: 'problem' }
    seen.add(day.date)
    const old = known.get(day.date)
    if (!old) return { ...told, day, problem: null, status: 'new' }
    const fields = ['kind', 'name', 'source', 'certain'] as const
    const same = fields.every(field => old[field] === day[field])
    return { ...told, day, problem: null, status: same ? 'same' : 'changed' }
  })
  return {
    year,
    rows,
    missing: [...known.values()].filter(day => !seen.has(day.date)).map(({ date, name }) => ({ date, name })),
    meeting: meetingOn(
      db,
      rows.flatMap(row => (row.day && row.status === 'new' ? row.day.date : [])),
    ),
  }
}

/** Classes whose stored days lie on these dates: a table never moves them by itself. */
function meetingOn(db: ReadDatabase, dates: readonly PlainDate[]): TableReading['meeting'] {
  const rows = db.all<{ date: PlainDate; title: string }>(
    `SELECT cohort_day.date, cohort.title FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE cohort.cancelled_at IS NULL AND cohort_day.date IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM held_day WHERE held_day.day_id = cohort_day.id)
     ORDER BY cohort_day.date, cohort.code`,
    [JSON.stringify(dates)],
  )
  return [...Map.groupBy(rows, row => row.date)].map(([date, classes]) => ({
    date,
    cohorts: classes.map(row => row.title),
  }))
}
