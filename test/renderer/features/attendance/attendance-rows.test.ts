import { describe, expect, it } from 'vitest'
import { attendanceRows, formatCell, presentOn } from '../../../../renderer/features/attendance/attendance-rows.ts'
import { chosenDay } from '../../../../renderer/features/attendance/chosen-day.ts'
import { openDays } from '../../../../renderer/features/attendance/open-days.ts'
import type { AttendanceCell, AttendanceGrid, AttendanceRow } from '../../../../shared/features/attendance/contract.ts'
import { marks } from '../../../../shared/features/attendance/mark.ts'
import type { CohortDay } from '../../../../shared/features/cohort/contract.ts'
import { isMemberOn } from '../../../../shared/features/cohort/membership.ts'
import { enrolmentId } from '../../../../shared/ids.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'

const first: PlainDate = '2024-12-16'
const fifteen = Array.from(
  { length: 15 },
  (_, index): CohortDay => ({
    n: index + 1,
    date: addDays(first, index),
    hours: 8,
    topic: '',
    instructors: [],
    held: index < 8,
    complete: index < 8,
    closed: index < 7 ? { by: 'Rina', at: '2024-12-18T16:05' } : null,
    startTime: '08:00',
    endTime: '15:15',
    overrides: [],
  }),
)

/** 'HHA.' as cells; a dot is a day without a mark. */
function person(position: number, letters: string, rest: Partial<AttendanceRow> = {}): AttendanceRow {
  return {
    enrolmentId: enrolmentId.parse(position),
    position,
    name: `Orang ${position}`,
    joinedDay: 1,
    left: null,
    cells: fifteen.map((_, index): AttendanceCell => {
      const mark = marks.find(one => one === letters[index])
      return mark ? { mark, arrivedAt: null, note: '', corrected: false, letter: null } : null
    }),
    ...rest,
  }
}

function grid(rows: AttendanceRow[]): AttendanceGrid {
  return {
    code: 'TR-2024-03',
    today: '2024-12-24',
    minimumAttendance: 80,
    absenceAlarm: 3,
    days: fifteen,
    skipped: [],
    rows,
  }
}

describe('rows of the attendance grid', () => {
  it('counts against all planned days, and compares what is still possible with the limit', () => {
    const rows = attendanceRows(
      grid([person(1, 'HHHHHHHH'), person(2, 'HAASHIHH'), person(3, 'HHHSSHHI'), person(4, 'TTTTTTTTT')]),
    )
    expect(rows.map(row => [row.present, row.percent, row.outlook])).toEqual([
      [8, '53,33', { kind: 'can_miss', days: 3 }],
      [4, '26,67', { kind: 'out_of_reach', short: 1 }],
      [5, '33,33', { kind: 'must_attend_all' }],
      [9, '60,00', { kind: 'can_miss', days: 3 }],
    ])
  })

  it('includes what is being typed: exceptions as typed, everybody else without a mark as present', () => {
    const typed = { n: 9, marks: new Map([[1, 'A' as const]]) }
    const rows = attendanceRows(grid([person(1, 'HHHHHHAA'), person(2, 'HHHHHHHH'), person(3, 'HHHHHHHHS')]), typed)
    expect(rows.map(row => [row.present, row.percent, row.pending])).toEqual([
      [6, '40,00', true],
      [9, '60,00', false],
      [8, '53,33', false],
    ])
    expect(rows[0]?.absence).toEqual({ from: 7, until: 9, days: 3 })
    expect(attendanceRows(grid([person(1, 'HHHHHHAA')]))[0]?.absence).toBeNull()
  })

  it('says what can still be reached', () => {
    const [row] = attendanceRows(grid([person(1, 'HAASHIHH')]))
    expect(row).toMatchObject({ stillPossible: 11, outlook: { kind: 'out_of_reach', short: 1 } })
  })

  it('finds the waiting days, with their existing marks', () => {
    const rows = [person(1, 'HHHHHHHHH'), person(2, 'HHHHHHHA'), person(3, 'HHHHHHH', { joinedDay: 9 })]
    expect(openDays(grid(rows)).map(({ day, open, kept }) => [day.n, open, kept])).toEqual([[9, 2, 1]])
  })

  it('does not measure people who left', () => {
    const [row] = attendanceRows(grid([person(1, 'HHHHAAA', { left: { afterDay: 7, kind: 'withdrawn' } })]))
    expect(row).toMatchObject({ struck: true, present: 4, percent: '–', outlook: null })
  })

  it('knows on which days a person needs a mark', () => {
    const late = person(1, '', { joinedDay: 3, left: { afterDay: 7, kind: 'withdrawn' } })
    expect([2, 3, 7, 8].map(n => isMemberOn(late, n))).toEqual([false, true, true, false])
  })

  it('counts the present people of a day, including late ones, and nothing for a day without marks', () => {
    const rows = [person(1, 'HA'), person(2, 'TH'), person(3, 'HH', { joinedDay: 2 })]
    expect([1, 2, 3].map(n => presentOn(rows, n))).toEqual([2, 2, null])
  })

  it('describes a cell in words', () => {
    expect(formatCell(null)).toBe('belum diisi')
    expect(formatCell({ mark: 'T', arrivedAt: '08:30', note: 'ban bocor', corrected: true, letter: null })).toBe(
      'Terlambat, datang 08.30, catatan: ban bocor, pernah diubah',
    )
  })
})

describe('the day above the grid', () => {
  it('is the one in the address, else today', () => {
    expect(chosenDay(fifteen, '2024-12-24', 3)?.n).toBe(3)
    expect(chosenDay(fifteen, '2024-12-24', undefined)?.n).toBe(9)
    expect(chosenDay(fifteen, '2024-12-24', 99)?.n).toBe(9)
  })

  it('is the first waiting day if the class does not meet today', () => {
    expect(chosenDay(fifteen, '2025-02-01', undefined)?.n).toBe(8)
  })

  it('is the last day of a finished class, and the first of one that has not begun', () => {
    const closed = fifteen.map(day => ({ ...day, closed: { by: 'Rina', at: '2025-01-08T16:00' } }))
    expect(chosenDay(closed, '2025-02-01', undefined)?.n).toBe(15)
    expect(chosenDay(fifteen, '2024-12-01', undefined)?.n).toBe(1)
  })
})
