import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elementsOfResult, resultOfElements } from '../../../../shared/features/score/elements.ts'
import type { UnitJudgement } from '../../../../shared/features/score/score.ts'

const judgement = fc.constantFrom<UnitJudgement>('K', 'BK', null)
const elements = fc.array(judgement, { minLength: 1, maxLength: 20 })

describe('a unit and its elements', () => {
  it.each<[UnitJudgement[], UnitJudgement]>([
    [['K', 'K'], 'K'],
    [['K', null], null],
    [['BK', null], 'BK'],
    [['K', 'BK'], 'BK'],
    [[null, null], null],
    [[], null],
  ])('%j give %j for the unit', (results, unit) => {
    expect(resultOfElements(results)).toBe(unit)
  })

  it('the result as a whole and by elements never contradict each other', () => {
    fc.assert(
      fc.property(judgement, elements, (result, before) => {
        const after = elementsOfResult(result, before)
        expect(after).toHaveLength(before.length)
        const fromElements = resultOfElements(after)
        // If the elements give a result at all, it is that of the unit.
        if (after.some(element => element !== null)) expect(fromElements).toBe(result)
        if (result === 'K') expect(fromElements).toBe('K')
      }),
    )
  })

  it('keeps the element that was not achieved', () => {
    expect(elementsOfResult('BK', ['K', 'BK', null])).toEqual(['K', 'BK', null])
    expect(elementsOfResult('BK', ['K', 'K'])).toEqual([null, null])
    expect(elementsOfResult(null, ['K', 'BK'])).toEqual([null, null])
  })
})
