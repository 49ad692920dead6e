import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate, known, optional, textOfSpans } from '../../../../shared/features/letter/fill-template.ts'
import { escapeTemplate } from '../../../../shared/kernel/tokens.ts'

const nbsp = '\u00a0'
const values = {
  nama: known('Siti {x} **Aminah**'),
  jumlah: known('16'),
  gelar: known('Rina, S.Pd.'),
  kosong: known(''),
  boleh: optional(''),
}

describe('fillTemplate', () => {
  it('inserts a value unchanged, whatever braces and stars it contains', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), text => {
        const { spans, missing } = fillTemplate('{x}', { x: known(text) })
        expect([textOfSpans(spans), missing]).toEqual([text, []])
      }),
    )
  })

  it('leaves an escaped text without tokens unchanged, except for non-breaking spaces', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const { spans } = fillTemplate(escapeTemplate(text), {})
        expect(textOfSpans(spans).replaceAll(nbsp, ' ')).toBe(text.replaceAll(nbsp, ' '))
      }),
    )
  })

  it('draws a dotted line for a missing value and names it once', () => {
    const { spans, missing } = fillTemplate('a {kosong} b {kosong}{boleh}', values)
    expect(missing).toEqual(['kosong'])
    expect(spans).toEqual([{ text: 'a ', bold: false }, { blank: 40 }, { text: ' b ', bold: false }, { blank: 40 }])
  })

  it('makes a value bold if the token is bold', () => {
    expect(fillTemplate('**{jumlah} orang** saja', values).spans).toEqual([
      { text: `16${nbsp}orang`, bold: true },
      { text: ' saja', bold: false },
    ])
  })

  it.each([
    ['Undang-Undang Nomor 13 Tahun 2003', `Undang-Undang Nomor${nbsp}13 Tahun${nbsp}2003`],
    ['Nomor {jumlah} tentang', `Nomor${nbsp}16 tentang`],
    ['selama {jumlah} ({jumlah}) hari kerja', `selama 16 (16)${nbsp}hari kerja`],
    ['huruf a dan huruf b', `huruf${nbsp}a dan huruf${nbsp}b`],
    ['Tahun Anggaran {jumlah}', `Tahun Anggaran${nbsp}16`],
    ['yaitu {gelar}.', 'yaitu Rina, S.Pd.'],
    ['yaitu {gelar}. Lalu', 'yaitu Rina, S.Pd. Lalu'],
  ])('%s', (line, words) => {
    expect(textOfSpans(fillTemplate(line, values).spans)).toBe(words)
  })
})
