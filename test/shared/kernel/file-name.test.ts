import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameKey, safeFileName } from '../../../shared/kernel/file-name.ts'

describe('safeFileName', () => {
  it.each([
    ['Sertifikat Siti Nur’aini.pdf', 'Sertifikat Siti Nur’aini.pdf'],
    ['500.15/0007/BLK/XII/2024.pdf', '500.15-0007-BLK-XII-2024.pdf'],
    ['José "Pepe" <x>.pdf', 'José -Pepe- -x-.pdf'],
    ['Jose\u0301.pdf', 'José.pdf'],
    ['  Rina  Marliana, S.Pd. ', 'Rina Marliana, S.Pd'],
    ['a\nb\tc', 'a b c'],
    ['CON', '_CON'],
    ['nul.pdf', '_nul.pdf'],
    ['Com1.tar.pdf', '_Com1.tar.pdf'],
    ['LPT².txt', '_LPT².txt'],
    ['aux .pdf', '_aux.pdf'],
    ['CONSUL.pdf', 'CONSUL.pdf'],
    ['', 'berkas'],
    [' .. ', 'berkas'],
    ['.pdf', 'berkas.pdf'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['???', '---'],
  ])('%s', (text, name) => {
    expect(safeFileName(text)).toBe(name)
  })

  it('keeps the extension when it shortens, and never cuts a character in half', () => {
    expect(safeFileName(`${'a'.repeat(200)}.pdf`)).toBe(`${'a'.repeat(116)}.pdf`)
    expect(safeFileName(`${'a'.repeat(115)}😀😀.pdf`)).toBe(`${'a'.repeat(115)}.pdf`)
    expect(safeFileName(`${'a'.repeat(115)} b c.pdf`)).toBe(`${'a'.repeat(115)}.pdf`)
  })

  it('numbers duplicates, ignoring case, and remembers earlier names', () => {
    const taken = new Set([fileNameKey('SITI.PDF')])
    expect(safeFileName('Siti.pdf', taken)).toBe('Siti (2).pdf')
    expect(safeFileName('siti.pdf', taken)).toBe('siti (3).pdf')
    expect(safeFileName('siti (3).pdf', taken)).toBe('siti (3) (2).pdf')
    expect(safeFileName('Rina Marliana, S.Kom', taken)).toBe('Rina Marliana, S.Kom')
    expect(safeFileName('Rina Marliana, S.Kom', taken)).toBe('Rina Marliana, S.Kom (2)')
    expect(taken.size).toBe(6)
  })
})

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom('a', 'A', '.', ' ', '/', 'é', 'e\u0301', '😀', '\u0000'), maxLength: 8 }),
  fc.constantFrom('con', 'NUL.txt', 'com1 .x', 'a'.repeat(119), `${'b'.repeat(130)}.pdf`),
)

it('gives only names that Windows accepts, for any text', () => {
  fc.assert(
    fc.property(name, text => {
      const safe = safeFileName(text)
      expect(safe.length).toBeGreaterThan(0)
      expect(safe.length).toBeLessThanOrEqual(120)
      expect(safe).not.toMatch(/[<>:"/\\|?*]|\p{C}/u)
      expect(safe).not.toMatch(/^[ .]|[ .]$/)
      expect(safe.split('.')[0]?.trim()).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i)
      expect(safe.isWellFormed()).toBe(true)
      expect(safe.normalize('NFC')).toBe(safe)
      if (safe.length < 110) expect(safeFileName(safe)).toBe(safe)
    }),
    { numRuns: 3000 },
  )
})

it('gives a different name each time', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), texts => {
      const taken = new Set<string>()
      const names = texts.map(text => safeFileName(text, taken))
      expect(new Set(names.map(given => given.normalize('NFC').toLowerCase())).size).toBe(texts.length)
      expect(taken).toEqual(new Set(names.map(fileNameKey)))
      for (const given of names) expect(given.length).toBeLessThanOrEqual(120)
    }),
  )
})
