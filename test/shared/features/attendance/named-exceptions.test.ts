import { describe, expect, it } from 'vitest'
import { formatLineProblem, readExceptionLine } from '../../../../shared/features/attendance/exception-line.ts'

const people = [
  { position: 1, name: 'Siti Aminah' },
  { position: 2, name: 'Rina Sari' },
  { position: 3, name: 'Rina Wulandari' },
  { position: 4, name: 'Éka Puspitasari' },
  { position: 5, name: "Nur'aini" },
  { position: 6, name: 'Rahmat' },
  { position: 7, name: 'Rahmat Hidayat' },
]

function read(line: string) {
  const { marks, problems } = readExceptionLine(line, 7, people)
  return { marks: [...marks].map(([n, { mark, arrivedAt }]) => `${n}${mark}${arrivedAt ?? ''}`), problems }
}

describe('a name typed in the exceptions line', () => {
  it.each([
    ['siti s', ['1S']],
    ['Siti', ['1A']],
    ['rina w s', ['3S']],
    ['rina sar i 7a', ['2I', '7A']],
    ['eka t 08.30, nur i', ['4T08:30', '5I']],
    ['eka t08.30 1s', ['4T08:30', '1S']],
    ['3s siti i', ['3S', '1I']],
    ['siti, rina w', ['1A', '3A']],
    ['rahmat s', ['6S']],
    ['rahmat hid s', ['7S']],
    ["nur'aini a", ['5A']],
  ])('%s', (line, marks) => {
    expect(read(line)).toEqual({ marks, problems: [] })
  })

  it('asks for the number if several people have the name, and marks nobody', () => {
    const { marks, problems } = read('rina s')
    expect(marks).toEqual([])
    expect(problems.map(formatLineProblem)).toEqual([
      '“rina” cocok dengan 2 orang: 2 Rina Sari, 3 Rina Wulandari. Tulis nomornya.',
    ])
  })

  it('reports an unknown name', () => {
    expect(read('budi s').problems.map(formatLineProblem)).toEqual(['Tidak ada peserta bernama “budi” pada hari itu.'])
  })

  it('does not read a single letter as a name: a typing error marks nobody', () => {
    expect(read('3s e').problems.map(formatLineProblem)).toEqual([
      '“e” tidak dikenal. Pakai s sakit, i izin, a alpa, t terlambat.',
    ])
  })

  it('reports a person named twice, also once as a number', () => {
    expect(read('1i siti s').problems.map(formatLineProblem)).toEqual(['Nomor 1 ditulis dua kali.'])
  })
})
