import { describe, expect, it } from 'vitest'
import { readInstructors } from '../../../../../renderer/features/cohort-page/schedule/read-instructors.ts'
import { instructorId } from '../../../../../shared/ids.ts'

const people = [
  { id: instructorId.parse(1), name: 'Rina Marliana, S.Pd.' },
  { id: instructorId.parse(2), name: 'Sari Dewi' },
  { id: instructorId.parse(3), name: 'Sari Wulandari, A.Md., M.Pd.' },
  { id: instructorId.parse(4), name: "Ma'ruf Hidayat" },
]

describe('names of instructors typed into a day', () => {
  it('accepts the beginning of a name if it fits one person', () => {
    expect(readInstructors('rina', people)).toEqual({ ids: [1], problems: [] })
    expect(readInstructors('sari wul', people)).toEqual({ ids: [3], problems: [] })
    expect(readInstructors('maruf', people)).toEqual({ ids: [4], problems: [] })
  })

  it('accepts several, separated by semicolon or comma, in order and once each', () => {
    expect(readInstructors('sari dewi; rina', people).ids).toEqual([2, 1])
    expect(readInstructors('rina, maruf, rina', people).ids).toEqual([1, 4])
  })

  it('reads back what a cell shows, including degrees', () => {
    const shown = people.map(person => person.name).join('; ')
    expect(readInstructors(shown, people)).toEqual({ ids: [1, 2, 3, 4], problems: [] })
  })

  it('reports unknown and ambiguous names', () => {
    expect(readInstructors('budi; sari', people)).toEqual({
      ids: [],
      problems: ['Tidak ada instruktur “budi”', '“sari” cocok dengan Sari Dewi dan Sari Wulandari, A.Md., M.Pd.'],
    })
  })

  it('reads an empty cell as nobody', () => {
    expect(readInstructors('  ', people)).toEqual({ ids: [], problems: [] })
  })
})
