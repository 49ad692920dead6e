import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawContinuedTitle } from '../../../electron/backend/pdf/page/paper-title.ts'
import { Sheet } from '../../../electron/backend/pdf/sheet.ts'
import { cellLeading, fitCell } from '../../../electron/backend/pdf/table/cell-text.ts'
import {
  countParagraphLines,
  drawParagraph,
  type ParagraphStyle,
} from '../../../electron/backend/pdf/text/paragraph.ts'
import {
  balancedLines,
  cutText,
  fitSize,
  type TextStyle,
  textWidth,
  wrapText,
} from '../../../electron/backend/pdf/text/text-measure.ts'
import { readPdf } from '../../papers/read-pdf.ts'

const style: TextStyle = { face: 'arimo', size: 10 }
const names = fc
  .array(fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJ'), minLength: 1, maxLength: 30 }), {
    minLength: 1,
    maxLength: 8,
  })
  .map(words => words.join(' '))

test('width grows with size, and tracking counts the gaps between letters', () => {
  expect(textWidth('NAMA', { ...style, size: 20 })).toBeCloseTo(2 * textWidth('NAMA', style), 6)
  const tracked = textWidth('NAMA', { ...style, tracking: 1 })
  expect(tracked - textWidth('NAMA', style)).toBeCloseTo((3 * 25.4) / 72, 6)
})

test('a fitted text is as large as the width allows', () => {
  fc.assert(
    fc.property(names, fc.double({ min: 10, max: 120, noNaN: true }), (text, width) => {
      const size = fitSize(text, style, 6, width)
      expect(size % 0.25).toBe(0)
      if (size > 6) expect(textWidth(text, { ...style, size })).toBeLessThanOrEqual(width + 1e-9)
      if (size < 10) expect(textWidth(text, { ...style, size: size + 0.25 })).toBeGreaterThan(width)
    }),
  )
})

test('wrapped lines fit and lose no letter', () => {
  fc.assert(
    fc.property(names, fc.double({ min: 8, max: 90, noNaN: true }), (text, width) => {
      const lines = wrapText(text, style, width)
      for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(width + 1e-9)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      expect(balancedLines(text, style, width)).toHaveLength(lines.length)
    }),
  )
})

test('a single last word gets a second one on its line', () => {
  const text = 'Kepala Dinas Ketenagakerjaan dan Transmigrasi Kota Tangerang'
  const [first = '', second = ''] = balancedLines(text, style, textWidth(text, style) - 3)
  expect(Math.abs(textWidth(first, style) - textWidth(second, style))).toBeLessThan(25)
})

test('non-breaking spaces do not break', () => {
  expect(wrapText('16\u00a0Desember\u00a02024 sampai', style, 34)).toEqual(['16\u00a0Desember\u00a02024', 'sampai'])
})

test('a cut text ends with an ellipsis and fits', () => {
  const cut = cutText('R. AYU RETNO KUSUMANINGRUM', style, 30)
  expect(cut).toMatch(/^R\. AYU .*…$/)
  expect(textWidth(cut, style)).toBeLessThanOrEqual(30)
  expect(cutText('AYU', style, 30)).toBe('AYU')
})

test('a cell takes sixty letters in three lines of 58 mm without cutting, not below 7.5 pt', () => {
  const fitted = fitCell('R. AYU RETNO KUSUMANINGRUM WIDYADHANI PRAMESWARI HADININGRAT', style, 54.8, 10)
  expect(fitted).toMatchObject({ isCut: false })
  expect(fitted.lines.length).toBeLessThanOrEqual(3)
  expect(fitted.size).toBeGreaterThanOrEqual(7.5)
})

test('a cell never overflows, whatever its text', () => {
  fc.assert(
    fc.property(
      names,
      fc.double({ min: 12, max: 80, noNaN: true }),
      fc.double({ min: 6, max: 20, noNaN: true }),
      (text, width, height) => {
        const { lines, size, isCut } = fitCell(text, style, width, height)
        for (const line of lines) expect(textWidth(line, { ...style, size })).toBeLessThanOrEqual(width + 1e-9)
        expect((lines.length - 1) * cellLeading(size)).toBeLessThanOrEqual(height)
        expect(lines.join('').endsWith('…')).toBe(isCut)
      },
    ),
  )
})

test('words are broken only where nothing else helps', () => {
  expect(fitCell('Mengundurkan diri', { face: 'arimo', size: 8.5 }, 20, 6.6).lines).toEqual(['Mengundurkan', 'diri'])
})

test('a justified paragraph ends every line but the last at its right edge, bold words included', async () => {
  const sheet = new Sheet({
    width: 120,
    height: 100,
    margins: { left: 10, right: 10, top: 10, bottom: 10 },
    title: 'Paragraf',
    author: 'Balai',
    createdOn: '2025-01-09',
    watermark: null,
  })
  sheet.addPage()
  const paragraph: ParagraphStyle = { face: 'arimo', size: 11, leading: 6, justify: true }
  const spans = [
    'telah mengikuti Pelatihan kejuruan ',
    { text: 'Tata Rias (Make Up Artist)', face: 'arimo-bold' as const },
    ' Angkatan\u00a0III yang diselenggarakan pada tanggal 16\u00a0Desember\u00a02024 sampai dengan 8\u00a0Januari\u00a02025.',
  ]
  const lines = countParagraphLines(100, spans, paragraph)
  expect(lines).toBeGreaterThan(2)
  expect(drawParagraph(sheet, 10, 20, 100, spans, paragraph)).toBe(20 + (lines - 1) * 6)
  const [page] = (await readPdf(sheet.finish().bytes)).pages
  for (let line = 0; line < lines; line += 1) {
    const own = page?.items.filter(item => Math.abs(item.bottom - (20 + line * 6)) < 0.5) ?? []
    const end = Math.max(...own.map(item => item.right))
    if (line < lines - 1) expect(end).toBeCloseTo(110, 0)
    else expect(end).toBeLessThan(109)
  }
  expect(page?.text.replaceAll('\n', ' ').replace(/ +/g, ' ')).toContain(
    'kejuruan Tata Rias (Make Up Artist) Angkatan III',
  )
})

test('the head of a continued page has room for both sides, however long they are', async () => {
  const open = () =>
    new Sheet({
      width: 210,
      height: 60,
      margins: { left: 20, right: 15, top: 12, bottom: 14 },
      title: 'Lanjutan',
      author: 'Balai',
      createdOn: '2025-01-09',
      watermark: null,
    })
  const title = 'DAFTAR HADIR PESERTA PELATIHAN – MINGGU KE-1'
  const course = 'Teknik Pendingin: Teknisi Refrigerasi Domestik dan Tata Udara Level III (Kulkas, Freezer, AC)'
  for (const subject of ['Las – Angkatan III', 'Tata Rias (Make Up Artist) – Angkatan III Tahun 2024', course]) {
    const sheet = open()
    sheet.addPage()
    drawContinuedTitle(sheet, 20, 180, title, subject)
    const [page] = (await readPdf(sheet.finish().bytes)).pages
    const [left, right] = page?.items ?? []
    expect(left?.text).toBe(`${title} (lanjutan)`)
    expect((right?.left ?? 0) - (left?.right ?? 0)).toBeGreaterThan(3)
    expect(right?.right).toBeCloseTo(180, 0)
    if (subject !== course) expect(right?.text).toBe(subject)
  }
})
