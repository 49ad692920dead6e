import { describe, expect, it } from 'vitest'
import {
  isClockTime,
  minutesOf,
  readTime,
  showTime,
  timeOfMinutes,
  timeRange,
  zoneAbbreviation,
} from '../../../shared/kernel/time.ts'

it('accepts every minute of a day and nothing else', () => {
  for (let minutes = 0; minutes < 1440; minutes += 1) {
    const time = timeOfMinutes(minutes)
    expect(isClockTime(time)).toBe(true)
    expect(minutesOf(time)).toBe(minutes)
    expect(readTime(showTime(time))).toBe(time)
  }
  for (const wrong of ['24:00', '08:60', '8:00', '08.00', '0800', '', null, 800]) expect(isClockTime(wrong)).toBe(false)
  expect(() => minutesOf('24:00')).toThrow(RangeError)
  expect(() => timeOfMinutes(1440)).toThrow(RangeError)
  expect(() => showTime('8:00')).toThrow(RangeError)
})

describe('readTime', () => {
  it.each([
    ['8.30', '08:30'],
    ['08:30', '08:30'],
    ['830', '08:30'],
    [' 0830 ', '08:30'],
    ['8', null],
    ['8.3', null],
    ['25.00', null],
    ['12.60', null],
    ['pagi', null],
  ])('%s', (text, time) => {
    expect(readTime(text)).toBe(time)
  })
})

it('shows times with a dot and the zone of the centre', () => {
  expect(timeRange('08:00', '15:15', 'WIB')).toBe('08.00–15.15\u00a0WIB')
  expect(timeRange('08:00', '15:15')).toBe('08.00–15.15')
  expect(
    ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/Paris'].map(zoneAbbreviation),
  ).toEqual(['WIB', 'WIB', 'WITA', 'WIT', null])
})
