import {
  type NumberedCells,
  readTableCells,
  type TableReading,
  type TableRow,
} from '../../../../shared/features/calendar/year-table.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { cohortsStillMeeting, daysOffOfYear } from './calendar-store.ts'

export function compareTable(db: ReadDatabase, year: number, lines: readonly NumberedCells[]): TableReading {
  const known = new Map(daysOffOfYear(db, year).map(day => [day.date, day]))
  const seen = new Set<PlainDate>()
  const rows = lines.map(({ row, cells, problem }): TableRow => {
    const text = cells.filter(cell => cell.trim() !== '').join(' · ')
    const day = problem ?? readTableCells(cells, year)
    const base = { row, text }
    if (typeof day === 'string') return { ...base, day: null, problem: day, status: 'problem' }
    if (seen.has(day.date)) return { ...base, day: null, problem: 'Tanggal ini sudah ada di atas.', status: 'problem' }
    seen.add(day.date)
    const old = known.get(day.date)
    if (!old) return { ...base, day, problem: null, status: 'new' }
    const fields = ['kind', 'name', 'source', 'certain'] as const
    const same = fields.every(field => old[field] === day[field])
    return { ...base, day, problem: null, status: same ? 'same' : 'changed' }
  })
  return {
    year,
    rows,
    missing: [...known.values()].filter(day => !seen.has(day.date)).map(({ date, name }) => ({ date, name })),
    meeting: cohortsStillMeeting(
      db,
      rows.flatMap(row => (row.day && row.status === 'new' ? row.day.date : [])),
    ),
  }
}
