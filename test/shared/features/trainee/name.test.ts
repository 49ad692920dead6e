import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkName, foldName, readName } from '../../../../shared/features/trainee/name/name.ts'

describe('readName', () => {
  it('keeps a name as typed except for extra spaces', () => {
    expect(readName('  SITI   Nur’aini \n')).toEqual({ ok: true, name: 'SITI Nur’aini' })
    expect(readName('Mas\u00a0Agus')).toEqual({ ok: true, name: 'Mas Agus' })
    expect(readName('O')).toEqual({ ok: true, name: 'O' })
    expect(readName('Ć'.repeat(100))).toEqual({ ok: true, name: 'Ć'.repeat(100) })
  })

  it('refuses what cannot be printed or misleads', () => {
    expect(readName('   ')).toEqual({ ok: false, problem: { code: 'empty' } })
    expect(readName('a'.repeat(101))).toEqual({ ok: false, problem: { code: 'too_long', length: 101 } })
    for (const hidden of ['\u0000', '\t', '\n', '\u007f', '\u202e', '\u2066', '\u200b', '\u2028', '\ud800']) {
      expect(readName(`Si${hidden}ti`)).toEqual({ ok: false, problem: { code: 'control_character', position: 3 } })
    }
  })

  it('accepts its own result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), text => {
        const reading = readName(text)
        expect(checkName(text)).toEqual(reading.ok ? null : reading.problem)
        if (!reading.ok) return
        expect(readName(reading.name)).toEqual(reading)
        expect(reading.name).not.toMatch(/^\s|\s$|\s\s|\p{Cc}/u)
      }),
    )
  })
})

describe('foldName', () => {
  it.each([
    ['SITI NUR’AINI', 'siti nuraini'],
    ["Siti  Nur'aini ", 'siti nuraini'],
    ['José', 'jose'],
    ['Jose\u0301', 'jose'],
    ['Ibrāhīm al-Ḥakīm', 'ibrahim al-hakim'],
    ['Ｓｉｔｉ', 'siti'],
    ['Nur`aini´', 'nuraini'],
  ])('%s', (name, folded) => {
    expect(foldName(name)).toBe(folded)
  })

  it('is stable, and ignores case, form of accents and outer spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
        const folded = foldName(text)
        expect(foldName(folded)).toBe(folded)
        expect(foldName(` ${text.normalize('NFD')}  `)).toBe(folded)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ' ]{0,30}$/), text => {
        fc.pre(!text.includes('ß'))
        expect(foldName(text.toUpperCase())).toBe(foldName(text.toLowerCase()))
      }),
    )
  })
})
