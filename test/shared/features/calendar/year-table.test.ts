import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTableCells, tableCells } from '../../../../shared/features/calendar/year-table.ts'
import { addDays, dayOf, monthName, monthOf, plainDate } from '../../../../shared/kernel/plain-date.ts'

const dates = fc
  .record({
    year: fc.integer({ min: 2000, max: 2100 }),
    offset: fc.oneof(fc.integer({ min: 0, max: 364 }), fc.constantFrom(0, 1, 363, 364)),
  })
  .map(({ year, offset }) => ({ year, date: addDays(plainDate(year, 1, 1), offset) }))

test('a date is read in every spelling that a table may have, without a year in the year of the table', () => {
  fc.assert(
    fc.property(dates, ({ year, date }) => {
      const day = dayOf(date)
      const month = monthOf(date)
      for (const text of [date, `${day}/${month}`, `${day}/${month}/${year}`, `${day} ${monthName(month)}`]) {
        expect(readTableCells([text, 'LN', 'Libur', '', ''], year)).toMatchObject({ date })
      }
    }),
  )
})

test.each(['senin', 'besok', '+3', '-1', '', 'hari ini', '31/2', '2028-02-30', '46023'])('“%s” is no date', text => {
  expect(readTableCells([text, 'LN', 'Libur', '', ''], 2028)).toBe(
    text === '' ? 'Tanggal kosong.' : `“${text}” bukan tanggal.`,
  )
})

test('an exported line is imported unchanged', () => {
  const day = { date: '2028-02-26', kind: 'joint_leave', name: 'Cuti bersama', source: 'SKB', certain: false } as const
  expect(readTableCells(tableCells(day), 2028)).toEqual(day)
})
