import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPart } from '../../../../renderer/features/letter/changed-part.ts'
import { openToken } from '../../../../renderer/features/letter/open-token.ts'

describe('changedPart', () => {
  it('together with the common parts gives the line, and the same common parts give the other one', () => {
    const line = fc.array(fc.constantFrom('satu', 'dua', 'tiga')).map(words => words.join(' '))
    fc.assert(
      fc.property(line, line, (one, other) => {
        const mine = changedPart(one, other)
        const theirs = changedPart(other, one)
        expect(mine.before + mine.changed + mine.after).toBe(one)
        expect([theirs.before, theirs.after]).toEqual([mine.before, mine.after])
      }),
    )
  })

  it('marks only the inserted words', () => {
    expect(changedPart('Ditutup di {kota} kemarin.', 'Ditutup kemarin.')).toEqual({
      before: 'Ditutup ',
      changed: 'di {kota} ',
      after: 'kemarin.',
    })
  })
})

describe('openToken', () => {
  it.each([
    ['a {', { from: 2, typed: '' }],
    ['a {jum', { from: 2, typed: 'jum' }],
    ['{a} {b', { from: 4, typed: 'b' }],
    ['a {{jum', null],
    ['a {{{jum', { from: 4, typed: 'jum' }],
    ['a {jum}', null],
    ['a {jum lah', null],
    ['', null],
  ])('%s', (text, open) => {
    expect(openToken(text, text.length)).toEqual(open)
  })
})
