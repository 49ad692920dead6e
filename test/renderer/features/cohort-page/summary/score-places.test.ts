import { describe, expect, it } from 'vitest'
import { namePlace, scoreStrips } from '../../../../../renderer/features/cohort-page/summary/score-places.ts'
import type { ScoreGrid } from '../../../../../shared/features/score/contract.ts'

const limit = 7000

function dotsOf(...values: number[]) {
  const rows = values.map((theory, index) => ({
    enrolmentId: index + 1,
    name: `Peserta ${index + 1}`,
    theory,
    practice: null,
    final: null,
    left: null,
  })) as unknown as ScoreGrid['rows']
  return scoreStrips({ rows, passMark: limit })[0]?.dots ?? []
}

describe('names below the pass mark', () => {
  it('stand left of the lowest dot, where no other dot is', () => {
    expect(namePlace(dotsOf(6800, 7100), limit)).toEqual({ side: 'left', at: 36, room: 36 })
    expect(namePlace(dotsOf(6000, 6100, 6200), limit)).toEqual({ side: 'left', at: 20, room: 20 })
  })

  it('stand right of a dot near the edge, up to the next dot or the pass mark', () => {
    expect(namePlace(dotsOf(4000, 6000, 8000), limit)).toEqual({ side: 'right', at: 0, room: 20 })
    expect(namePlace(dotsOf(5200, 8000), limit)).toEqual({ side: 'right', at: 4, room: 36 })
  })

  it('are not shown where everybody passes', () => {
    expect(namePlace(dotsOf(7000, 8000), limit)).toBeNull()
    expect(namePlace(dotsOf(), limit)).toBeNull()
  })
})
