import { expect, test } from 'vitest'
import { Sheet } from '../../../electron/backend/pdf/sheet.ts'
import { advance, faceParts } from '../../../electron/backend/pdf/text/fonts.ts'
import { printableText } from '../../../electron/backend/pdf/text/printable-text.ts'
import { readPdf } from '../../papers/read-pdf.ts'

function draw(...texts: string[]): Uint8Array {
  const sheet = new Sheet({
    width: 200,
    height: 100,
    margins: { left: 10, right: 10, top: 10, bottom: 10 },
    title: 'Huruf',
    author: 'Balai',
    createdOn: '2025-01-09',
    watermark: null,
  })
  sheet.addPage()
  texts.forEach((text, index) => {
    sheet.text(text, 10, 20 + index * 10, { face: 'garamond-semibold', size: 12 })
  })
  return sheet.finish().bytes
}

// Must be the first test of this file: the letters must be new to the process.
test('a letter first seen as part of another one keeps its own meaning', async () => {
  draw('ĆÉ')
  const [page] = (await readPdf(draw('CE'))).pages
  expect(page?.text).toBe('CE')
})

test('bytes do not depend on earlier drawings', () => {
  const before = Buffer.from(draw('16\u00a0Mei 2025', 'fi ffi', 'X Y'))
  draw('A B\u00a0C Ÿ Ǎ ﬁ 1\u00a02')
  expect(before.equals(draw('16\u00a0Mei 2025', 'fi ffi', 'X Y'))).toBe(true)
})

test('a font is parsed once', () => {
  expect(faceParts('arimo').font).toBe(faceParts('arimo').font)
})

test('a file with a rare letter shows it beside the usual ones', async () => {
  const [page] = (await readPdf(draw('Ćosić Ñuñez', 'Ćosić biasa', 'x̧ m̃ã'))).pages
  expect(page?.text).toContain('Ćosić Ñuñez')
  expect(page?.text).toContain('Ćosić biasa')
  const [plain] = (await readPdf(draw('biasa fi'))).pages
  expect(plain?.text).toBe('biasa fi')
})

test('words are measured as they are drawn, one by one', () => {
  expect(advance('arimo', 'Nama')).toBeGreaterThan(2000)
  expect(advance('arimo', 'AV AV')).toBeCloseTo(advance('arimo', 'AV ') + advance('arimo', 'AV'), 6)
  expect(advance('arimo', '')).toBe(0)
  expect(advance('arimo', '  ')).toBeCloseTo(2 * advance('arimo', ' '), 6)
})

test('a text stays in its font, or moves completely to Arimo when that has more of its letters', () => {
  expect(printableText('Andréa Ćosić', 'garamond')).toEqual({ text: 'Andréa Ćosić', face: 'garamond', missing: '' })
  expect(printableText('Shalom שלום', 'garamond-semibold')).toEqual({
    text: 'Shalom שלום',
    face: 'arimo-bold',
    missing: '',
  })
  expect(printableText('王小明 A', 'garamond')).toEqual({ text: '??? A', face: 'garamond', missing: '王小明' })
})

test('emoji of several parts become one question mark, invisible letters nothing', () => {
  expect(printableText('A👍🏽B', 'arimo').text).toBe('A?B')
  expect(printableText('A\u200b\u00adB\ufe0f', 'arimo')).toEqual({ text: 'AB', face: 'arimo', missing: '' })
  expect(printableText('A\nB\tC', 'arimo').text).toBe('A B C')
  expect(printableText('e\u0301', 'arimo').text).toBe('é')
  expect(printableText('\ud800A', 'arimo').text).toBe('?A')
})
