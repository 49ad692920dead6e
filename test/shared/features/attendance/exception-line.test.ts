import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatLineProblem,
  type LineProblem,
  readExceptionLine,
} from '../../../../shared/features/attendance/exception-line.ts'

function spell(line: string, size = 16): string {
  const { marks, problems } = readExceptionLine(line, size)
  expect(problems).toEqual([])
  return [...marks].map(([n, { mark, arrivedAt }]) => `${n}${mark}${arrivedAt ? `@${arrivedAt}` : ''}`).join(' ')
}

describe('readExceptionLine', () => {
  it.each([
    ['3s 7i 12', '3S 7I 12A'],
    ['3-5s', '3S 4S 5S'],
    ['', ''],
    ['   ', ''],
    ['3S,7I;12A', '3S 7I 12A'],
    ['12t', '12T'],
    ['12t08.30', '12T@08:30'],
    ['12t8.30 1t0815 2T09:05', '12T@08:30 1T@08:15 2T@09:05'],
    ['3 s 7 i 12', '3S 7I 12A'],
    ['12 t 08.30 4', '12T@08:30 4A'],
    ['3 - 5 s', '3S 4S 5S'],
    ['3–4', '3A 4A'],
    ['9h', '9H'],
    ['16-16i', '16I'],
  ])('%s', (line, expected) => {
    expect(spell(line)).toBe(expected)
  })

  it.each<[string, LineProblem, string]>([
    ['17', { code: 'unknown_number', number: 17, size: 16 }, 'Nomor 17 tidak ada, kelas ini 16 orang.'],
    ['0s', { code: 'unknown_number', number: 0, size: 16 }, 'Nomor 0 tidak ada, kelas ini 16 orang.'],
    ['15-20s', { code: 'unknown_number', number: 20, size: 16 }, 'Nomor 20 tidak ada, kelas ini 16 orang.'],
    ['12x', { code: 'unknown_text', text: '12x' }, '“12x” tidak dikenal. Pakai s sakit, i izin, a alpa, t terlambat.'],
    [
      'siti',
      { code: 'unknown_text', text: 'siti' },
      '“siti” tidak dikenal. Pakai s sakit, i izin, a alpa, t terlambat.',
    ],
    [
      '12s08.30',
      { code: 'unknown_text', text: '12s08.30' },
      '“12s08.30” tidak dikenal. Pakai s sakit, i izin, a alpa, t terlambat.',
    ],
    [
      '12ss',
      { code: 'unknown_text', text: '12ss' },
      '“12ss” tidak dikenal. Pakai s sakit, i izin, a alpa, t terlambat.',
    ],
    ['5-3s', { code: 'backward_range', text: '5-3s' }, '“5-3s” terbalik. Tulis nomor kecil dulu.'],
    ['12t25.00', { code: 'not_a_time', text: '25.00' }, '“25.00” bukan jam. Tulis seperti 08.30.'],
  ])('reports %s and takes no mark from it', (line, problem, words) => {
    const { marks, problems } = readExceptionLine(`1s ${line}`, 16)
    expect(problems).toEqual([problem])
    expect([...marks.keys()]).toEqual([1])
    expect(formatLineProblem(problem)).toBe(words)
  })

  it('keeps the first mark of a number that is written twice', () => {
    const { marks, problems } = readExceptionLine('3s 2-4i', 16)
    expect(problems).toEqual([{ code: 'twice', number: 3 }])
    expect(formatLineProblem({ code: 'twice', number: 3 })).toBe('Nomor 3 ditulis dua kali.')
    expect([...marks].map(([n, { mark }]) => `${n}${mark}`)).toEqual(['3S', '2I', '4I'])
  })

  it('reads back any set of exceptions, in any order and spelling', () => {
    const exceptions = fc.uniqueArray(
      fc.record({ n: fc.integer({ min: 1, max: 40 }), letter: fc.constantFrom('s', 'I', 'a', 'T', 'h', '') }),
      { selector: ({ n }) => n, maxLength: 40 },
    )
    const separator = fc.constantFrom(' ', ', ', ';', '   ')
    fc.assert(
      fc.property(exceptions, separator, (written, between) => {
        const { marks, problems } = readExceptionLine(written.map(({ n, letter }) => `${n}${letter}`).join(between), 40)
        expect(problems).toEqual([])
        expect(marks).toEqual(new Map(written.map(({ n, letter }) => [n, { mark: letter.toUpperCase() || 'A' }])))
      }),
    )
  })

  it('never marks anybody outside the class, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 -,.sixtah:'), maxLength: 30 }), line => {
        const { marks, problems } = readExceptionLine(line, 16)
        for (const n of marks.keys()) expect(n >= 1 && n <= 16).toBe(true)
        for (const problem of problems) expect(formatLineProblem(problem)).toMatch(/\.$/)
        if (line.trim() !== '' && !/^[ ,]*$/.test(line)) expect(marks.size + problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })
})
