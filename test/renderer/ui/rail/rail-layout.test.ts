import { describe, expect, it } from 'vitest'
import type { RailDay, RailGap, RailGapKind } from '../../../../renderer/ui/rail/rail-day.ts'
import { daySentence, gapLabel, gapSentence } from '../../../../renderer/ui/rail/rail-format.ts'
import { railColumns, railRows, skippedDays } from '../../../../renderer/ui/rail/rail-layout.ts'
import { spanColumns } from '../../../../renderer/ui/rail/rail-span-columns.ts'
import { railTemplate } from '../../../../renderer/ui/rail/rail-template.ts'
import { addDays, daysFrom, type PlainDate, weekdayOf } from '../../../../shared/kernel/plain-date.ts'

const holidays: Record<string, [RailGapKind, string]> = {
  '2024-12-25': ['national_holiday', 'Hari Raya Natal'],
  '2024-12-26': ['joint_leave', 'Hari Raya Natal'],
  '2025-01-01': ['national_holiday', 'Tahun Baru 2025 Masehi'],
  '2025-03-28': ['joint_leave', 'Hari Suci Nyepi'],
  '2025-03-29': ['national_holiday', 'Hari Suci Nyepi Tahun Baru Saka 1947'],
  '2025-03-31': ['national_holiday', 'Idul Fitri 1446 H (1)'],
  '2025-04-01': ['national_holiday', 'Idul Fitri 1446 H (2)'],
  '2025-04-02': ['joint_leave', 'Idul Fitri'],
  '2025-04-03': ['joint_leave', 'Idul Fitri'],
  '2025-04-04': ['joint_leave', 'Idul Fitri'],
  '2025-04-07': ['joint_leave', 'Idul Fitri'],
}

/** A stored schedule, computed naively: working days without holidays, and every day between them. */
function schedule(first: PlainDate, length: number): { days: RailDay[]; gaps: RailGap[] } {
  const days: RailDay[] = []
  const gaps: RailGap[] = []
  for (const date of daysFrom(first, addDays(first, length * 4))) {
    if (days.length === length) break
    const holiday = holidays[date]
    if (holiday) gaps.push({ date, kind: holiday[0], name: holiday[1] })
    else if (weekdayOf(date) > 5) gaps.push({ date, kind: 'weekend', name: 'Akhir pekan' })
    else days.push({ n: days.length + 1, date, state: 'planned' })
  }
  return { days, gaps }
}

const pictured = schedule('2024-12-16', 15)
const columns = railColumns(pictured.days, pictured.gaps)
const lebaran = schedule('2025-03-17', 15)
const folded = railColumns(lebaran.days, lebaran.gaps)

describe('railColumns', () => {
  it('puts each weekend and each day off between its neighbouring days', () => {
    const shape = columns.map(column => (column.type === 'day' ? String(column.day.n) : column.width)).join(' ')
    expect(shape).toBe('1 2 3 4 5 weekend 6 7 off off 8 weekend 9 10 off 11 12 weekend 13 14 15')
  })

  it('is 870 wide in size L for the days of the picture', () => {
    const widths = { day: 50, weekend: 14, off: 26, fold: 46 }
    expect(columns.reduce((sum, column) => sum + widths[column.type === 'day' ? 'day' : column.width], 0)).toBe(870)
    expect(railTemplate(columns).match(/--rail-day\)/g)).toHaveLength(15)
  })

  it('folds four or more consecutive days off, weekends included', () => {
    const folds = folded.filter(column => column.type === 'gap' && column.width === 'fold')
    expect(folds).toHaveLength(1)
    const fold = folds[0]
    if (fold?.type !== 'gap') throw new Error('no fold')
    expect(fold.gaps.map(gap => gap.date)).toEqual(daysFrom('2025-03-28', '2025-04-07'))
    expect(gapLabel(fold, 'L')).toBe('28/3–7/4 Lebaran')
    expect(gapLabel(fold, 'S')).toBeNull()
  })

  it('does not fold three days, nor a weekend alone', () => {
    const gaps: RailGap[] = [
      { date: '2024-05-09', kind: 'national_holiday', name: 'Kenaikan Isa Almasih' },
      { date: '2024-05-11', kind: 'weekend', name: 'Akhir pekan' },
      { date: '2024-05-12', kind: 'weekend', name: 'Akhir pekan' },
    ]
    const days: RailDay[] = [
      { n: 1, date: '2024-05-08', state: 'closed' },
      { n: 2, date: '2024-05-13', state: 'today' },
    ]
    expect(railColumns(days, gaps).map(column => (column.type === 'day' ? 'day' : column.width))).toEqual([
      'day',
      'off',
      'weekend',
      'day',
    ])
  })

  it('leaves out days off after the last day', () => {
    const late: RailGap = { date: '2025-01-27', kind: 'national_holiday', name: 'Isra Mikraj' }
    expect(railColumns(pictured.days, [...pictured.gaps, late])).toEqual(columns)
  })
})

describe('railRows', () => {
  it('keeps fifteen days in one row and starts the next with the sixteenth', () => {
    expect(railRows(columns)).toHaveLength(1)
    const longer = schedule('2024-12-16', 20)
    const rows = railRows(railColumns(longer.days, longer.gaps))
    expect(rows.map(row => row.filter(column => column.type === 'day').length)).toEqual([15, 5])
    expect(rows[1]?.[0]).toMatchObject({ type: 'day', day: { n: 16 } })
  })
})

describe('spanColumns', () => {
  it('gives the grid lines of a span, gaps inside it included', () => {
    expect(spanColumns(columns, 1, 10)).toEqual({ start: 1, end: 15, cutStart: false, cutEnd: false })
    expect(spanColumns(columns, 11, 15)).toEqual({ start: 16, end: 22, cutStart: false, cutEnd: false })
  })

  it('cuts a span at the end of a row and is absent in rows without it', () => {
    const longer = schedule('2024-12-16', 20)
    const [upper = [], lower = []] = railRows(railColumns(longer.days, longer.gaps))
    expect(spanColumns(upper, 14, 17)).toMatchObject({ cutStart: false, cutEnd: true })
    expect(spanColumns(lower, 14, 17)).toMatchObject({ start: 1, end: 3, cutStart: true, cutEnd: false })
    expect(spanColumns(lower, 1, 3)).toBeNull()
  })
})

describe('labels of the rail', () => {
  it('name a day with number, date and state', () => {
    expect(daySentence({ n: 11, date: '2025-01-02', state: 'planned' }).replaceAll('\u00a0', ' ')).toBe(
      'Hari ke-11, Kamis 2 Januari 2025, belum berjalan',
    )
    expect(daySentence({ n: 8, date: '2025-01-02', state: 'moved', note: 'pindah dari 31 Desember' })).toContain(
      'pindah dari 31 Desember',
    )
  })

  it('name every skipped working day with its kind', () => {
    expect(skippedDays(pictured.gaps).map(gap => gap.date)).toEqual(['2024-12-25', '2024-12-26', '2025-01-01'])
    const labels = columns.flatMap(column => (column.type === 'gap' ? [gapLabel(column, 'L')] : []))
    expect(labels.filter(Boolean)).toEqual(['25 Natal', '26 Cuti b.', '1 Th. Baru'])
    const christmas = columns.find(column => column.type === 'gap' && column.width === 'off')
    if (christmas?.type !== 'gap') throw new Error('no day off')
    expect(gapSentence(christmas).replaceAll('\u00a0', ' ')).toBe(
      'Libur nasional, Rabu 25 Desember 2024: Hari Raya Natal',
    )
  })
})
