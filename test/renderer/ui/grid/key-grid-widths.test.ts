import { describe, expect, it } from 'vitest'
import { leftEdges, sumOfWidths } from '../../../../renderer/ui/grid/key-grid.tsx'

describe('widths of a grid', () => {
  it('adds all columns, with a minimum for those without a width', () => {
    expect(sumOfWidths([{ width: '2rem' }, {}, { width: '37px' }])).toBe('calc(2rem + 8rem + 37px)')
    expect(sumOfWidths([])).toBe('0px')
  })

  it('puts each sticky column after the ones before it', () => {
    expect(leftEdges([{ width: '2rem' }, { width: '11rem' }, {}])).toEqual(['0px', 'calc(2rem)', 'calc(2rem + 11rem)'])
  })
})
