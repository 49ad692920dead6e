import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlightParts } from '../../../../renderer/ui/table/highlight-parts.ts'

describe('highlightParts', () => {
  it('marks words that begin with a word of the query, in any order', () => {
    expect(highlightParts('Siti Rahayu · Kel. Larangan', 'lar rahayu')).toEqual([
      { text: 'Siti ', hit: false },
      { text: 'Rahayu', hit: true },
      { text: ' · Kel. ', hit: false },
      { text: 'Lar', hit: true },
      { text: 'angan', hit: false },
    ])
  })

  it('does not mark inside a word', () => {
    expect(highlightParts('Wulandari', 'dari')).toEqual([{ text: 'Wulandari', hit: false }])
  })

  it('never loses or adds a letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 6 }), (text, query) => {
        expect(
          highlightParts(text, query)
            .map(part => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
