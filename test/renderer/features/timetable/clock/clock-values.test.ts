import { describe, expect, test } from 'vitest'
import {
  type ClockValues,
  clockValues,
  fastingOffer,
  hoursOfKind,
  previewRows,
  readClock,
} from '../../../../../renderer/features/timetable/clock/clock-values.ts'
import { usualClock } from '../../../../../shared/features/cohort/day-clock.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'

const days = [
  { date: '2024-12-19' as PlainDate, hours: 8 },
  { date: '2024-12-20' as PlainDate, hours: 6 },
]
const usual = () => clockValues(usualClock('08:00', 45))
const changed = (change: (values: ClockValues) => void) => {
  const values = usual()
  change(values)
  return readClock(values, days)
}

describe('the typed values', () => {
  test('are the clock when nothing is wrong, its breaks in the order of the day', () => {
    const read = changed(values => values.ordinary.breaks.reverse())
    expect(read.clock).toEqual(usualClock('08:00', 45))
    expect(read.errors.size).toBe(0)
  })

  test('report a wrong field on the line where it was typed', () => {
    const read = changed(values => {
      values.ordinary.breaks.reverse()
      values.ordinary.breaks = values.ordinary.breaks.map((pause, index) =>
        index === 0 ? { ...pause, minutes: 2 } : pause,
      )
      values.friday.startTime = ''
    })
    expect(read.clock).toBeNull()
    expect([...read.errors.keys()].toSorted()).toEqual(['friday.startTime', 'ordinary.breaks.0.minutes'])
  })

  test('report two breaks at one hour, and require both ends of the fasting month', () => {
    expect(
      changed(values => {
        values.ordinary.breaks = values.ordinary.breaks.map(pause => ({ ...pause, after: 3 }))
      }).errors.get('ordinary.breaks'),
    ).toBe('Istirahat berurutan menurut JP.')
    expect(
      changed(values => {
        values.fasting.from = '2024-12-19'
      }).errors.has('fasting.until'),
    ).toBe(true)
  })

  test('are refused like by the command: prayer and midnight', () => {
    const prayer = changed(values => {
      values.friday.breaks = []
    })
    expect(prayer).toMatchObject({ clock: null, refused: expect.stringContaining('salat Jumat') })
    const late = changed(values => {
      values.ordinary.startTime = '20:00'
    })
    expect(late).toMatchObject({ clock: null, refused: expect.stringContaining('tengah malam') })
  })
})

test('the preview waits while a day cannot be computed', () => {
  const { friday } = usual()
  expect(previewRows(friday, 6)?.at(-1)).toMatchObject({ name: 'JP 6', end: '14:30' })
  expect(previewRows({ ...friday, startTime: '' }, 6)).toBeNull()
  expect(previewRows({ ...friday, minutesPerHour: null }, 6)).toBeNull()
  expect(previewRows({ ...friday, startTime: '22:00' }, 6)).toBeNull()
})

test('the preview is as long as the longest day of its kind', () => {
  expect(hoursOfKind(days, 'friday')).toBe(6)
  expect(hoursOfKind(days, 'ordinary')).toBe(8)
  expect(hoursOfKind(days.slice(0, 1), 'friday')).toBe(8)
})

test('the fasting month is proposed from Idul Fitri in the calendar, if it overlaps the class', () => {
  const feast = { date: '2025-03-31' as PlainDate, name: 'Hari Raya Idul Fitri 1446 H', kind: 'national_holiday' }
  const period = { start: '2025-03-10' as PlainDate, end: '2025-04-10' as PlainDate }
  expect(fastingOffer([feast], period)).toEqual({ feast: '2025-03-31', from: '2025-03-01', until: '2025-03-30' })
  expect(fastingOffer([feast], { start: '2025-04-08' as PlainDate, end: '2025-04-28' as PlainDate })).toBeNull()
  expect(fastingOffer([{ ...feast, kind: 'joint_leave' }], period)).toBeNull()
})
