import { describe, expect, it } from 'vitest'
import {
  countMarks,
  formatMarkCount,
  type LineTrainee,
  readExceptions,
} from '../../../../renderer/features/attendance/exception-reading.ts'
import type { Mark } from '../../../../shared/features/attendance/mark.ts'
import { enrolmentId } from '../../../../shared/ids.ts'

function trainee(position: number, mark: Mark | null = null): LineTrainee {
  return { enrolmentId: enrolmentId.parse(100 + position), position, name: `Orang ${position}`, mark }
}

const sixteen = Array.from({ length: 16 }, (_, index) => trainee(index + 1))

describe('readExceptions', () => {
  it('reads an empty line as everybody present', () => {
    const reading = readExceptions('', sixteen)
    expect(reading).toMatchObject({ exceptions: [], kept: [], rest: 16, problem: null })
    expect(formatMarkCount(reading.counts)).toBe('16 hadir')
  })

  it('names the people of a line and leaves the rest present', () => {
    const reading = readExceptions('3s 7i 12 14t8.30', sixteen)
    expect(reading.exceptions.map(({ trainee, mark, arrivedAt }) => [trainee.position, mark, arrivedAt])).toEqual([
      [3, 'S', null],
      [7, 'I', null],
      [12, 'A', null],
      [14, 'T', '08:30'],
    ])
    expect(reading.rest).toBe(12)
    expect(formatMarkCount(reading.counts)).toBe('12 hadir, 1 sakit, 1 izin, 1 alpa, 1 terlambat')
  })

  it('keeps earlier S, I, A and T of people who are not named, and only those', () => {
    const marked = [trainee(1, 'S'), trainee(2, 'A'), trainee(3, 'H'), trainee(4, 'T'), trainee(5)]
    const reading = readExceptions('2h', marked)
    expect(reading.kept.map(one => one.position)).toEqual([1, 4])
    expect(reading.counts).toEqual({ H: 3, S: 1, I: 0, A: 0, T: 1 })
  })

  it('refuses a number that is not on the list of that day', () => {
    const without = sixteen.filter(one => one.position !== 9)
    expect(readExceptions('9s', without).problem).toBe('Nomor 9 tidak ikut kelas pada hari itu.')
    expect(readExceptions('17', sixteen).problem).toBe('Nomor 17 tidak ada, kelas ini 16 orang.')
    expect(readExceptions('12x', sixteen).problem).toBe(
      '“12x” tidak dikenal. Pakai s sakit, i izin, a alpa, t terlambat.',
    )
  })
})

describe('countMarks', () => {
  it('counts marks and ignores days without one', () => {
    expect(countMarks(['H', 'H', null, 'T'])).toEqual({ H: 2, S: 0, I: 0, A: 0, T: 1 })
  })
})
