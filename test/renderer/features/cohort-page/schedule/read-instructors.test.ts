import { describe, expect, it } from 'vitest'
import { readInstructors } from '../../../../../renderer/features/cohort-page/schedule/read-instructors.ts'
import { instructorId } from '../../../../../shared/ids.ts'

const people = [
  { id: instructorId.parse(1), name: 'Rina Marliana, S.Pd.' },
  { id: instructorId.parse(2), name: 'Sari Dewi' },
  { id: instructorId.parse(3), name: 'Sari Wulandari, A.Md., M.Pd.' },
  { id: instructorId.parse(4), name: "Ma'ruf Hidayat" },
]

describe('names of instructors as they are typed into a day', () => {
  it('takes the beginning of a name while it fits one person', () => {
    expect(readInstructors('rina', people)).toEqual({ ids: [1], problems: [] })
    expect(readInstructors('sari wul', people)).toEqual({ ids: [3], problems: [] })
    expect(readInstructors('maruf', people)).toEqual({ ids: [4], problems: [] })
  })

  it('takes several, parted by a semicolon or a comma, in their order and once each', () => {
    expect(readInstructors('sari dewi; rina', people).ids).toEqual([2, 1])
    expect(readInstructors('rina, maruf, rina', people).ids).toEqual([1, 4])
  })

  it('reads back what a cell shows, degrees and all', () => {
    const shown = people.map(person => person.name).join('; ')
    expect(readInstructors(shown, people)).toEqual({ ids: [1, 2, 3, 4], problems: [] })
  })

  it('says who is meant by nothing, or by too much', () => {
    expect(readInstructors('budi; sari', people)).toEqual({
      ids: [],
      problems: ['Tidak ada instruktur “budi”', '“sari” cocok dengan Sari Dewi dan Sari Wulandari, A.Md., M.Pd.'],
    })
  })

  it('takes an empty cell for nobody', () => {
    expect(readInstructors('  ', people)).toEqual({ ids: [], problems: [] })
  })
})
