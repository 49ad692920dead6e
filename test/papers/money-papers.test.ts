import { expect, test } from 'vitest'
import { drawKeyedList } from '../../electron/backend/features/paper/draw-keyed-list.ts'
import { transfersOf } from '../../electron/backend/features/provision/documents/payments.ts'
import { realisedOf } from '../../electron/backend/features/provision/documents/realised.ts'
import { mealLines } from '../../electron/backend/features/provision/documents/receipt-meals-year.ts'
import { transportLines } from '../../electron/backend/features/provision/documents/transport-lines.ts'
import { honorariumLines } from '../../electron/backend/features/teaching/documents/honorarium-lines.ts'
import { moneyYears } from '../../electron/backend/paper-kit/money-paper.ts'
import type { ListFacts } from '../../shared/facts/list-facts.ts'
import { wasPresent } from '../../shared/features/attendance/mark.ts'
import { drawSampleList } from './every-paper.ts'
import { readPdf } from './read-pdf.ts'
import { sampleFacts } from './samples/sample-facts.ts'
import { sampleLists } from './samples/sample-lists.ts'

const facts = sampleLists(sampleFacts())
const sum = (values: readonly (number | null)[]) => values.reduce((all: number, value) => all + (value ?? 0), 0)
const textOf = async (key: Parameters<typeof drawSampleList>[0], of: ListFacts = facts) =>
  (await readPdf(drawSampleList(key, of, 'F4').bytes)).pages.map(page => page.text.replace(/\s+/g, ' '))

test('a class over New Year is paid from two budget years, whose sums add up to the total', () => {
  expect(moneyYears(facts).map(one => [one.year, one.from, one.to])).toEqual([
    [2024, '2024-12-16', '2024-12-31'],
    [2025, '2025-01-02', '2025-01-08'],
  ])
  for (const key of ['days', 'money'] as const) {
    const parts = [2024, 2025].map(year => sum(transportLines(facts, year).map(line => line[key])))
    expect(parts.every(part => part > 0)).toBe(true)
    expect(sum(parts)).toBe(sum(transportLines(facts).map(line => line[key])))
  }
  const hours = [2024, 2025].map(year => sum(honorariumLines(facts, year).map(line => line.hours)))
  expect(sum(hours)).toBe(sum(honorariumLines(facts).map(line => line.hours)))
})

test('one receipt for each budget year, each with its period and its account', async () => {
  const pages = await textOf('receipt-transport')
  expect(pages.some(page => page.includes('16 Desember 2024 s.d. 31 Desember 2024') && page.includes(': 2024'))).toBe(
    true,
  )
  expect(pages.some(page => page.includes('2 Januari 2025 s.d. 8 Januari 2025') && page.includes(': 2025'))).toBe(true)
  const all = pages.join(' ')
  for (const words of ['Setuju dibayar', 'Mengetahui', 'Lunas dibayar, tanggal']) expect(all).toContain(words)
  expect(all).toContain('Tangerang, 31 Desember 2024')
  expect(all).toContain('Tangerang, 8 Januari 2025')
})

test('meals have one sum per budget year, and the sums agree with all sheets', async () => {
  const priced: ListFacts = { ...facts, rates: { ...facts.rates, meal: 30_000 } }
  const portions = [2024, 2025].map(year => sum(mealLines(priced, year).map(line => line.portions)))
  const present = priced.trainees.flatMap(one => one.marks).filter(mark => wasPresent(mark)).length
  expect(sum(portions)).toBe(present)
  const { pages } = await readPdf(drawKeyedList('receipt-meals', priced, 'A4', priced.days).bytes)
  const recaps = pages
    .map(page => page.text.replace(/\s+/g, ' '))
    .filter(page => page.includes('REKAPITULASI KONSUMSI'))
  expect(recaps).toHaveLength(2)
  expect(recaps[0]).toContain('16 Desember 2024 s.d. 31 Desember 2024')
  expect(recaps[1]).toContain('2 Januari 2025 s.d. 8 Januari 2025')
  for (const [index, count] of portions.entries())
    expect(recaps[index]).toContain((count * 30_000).toLocaleString('id-ID'))
  // The sheet of a single day has no recap.
  const one = await readPdf(drawKeyedList('receipt-meals', priced, 'A4', priced.days.slice(0, 1)).bytes)
  expect(one.pages.map(page => page.text).join(' ')).not.toContain('REKAPITULASI')
})

test('tax and net are columns switched on by a setting', async () => {
  expect((await textOf('receipt-transport')).join(' ')).not.toContain('PPh 21')
  const taxed = { ...facts, rules: { ...facts.rules, taxColumns: true, transportTaxed: true } }
  const text = (await textOf('receipt-transport', taxed)).join(' ')
  expect(text).toContain('PPh 21')
  // Siti was present on ten days at 50.000 in 2024; the tax is 5 %.
  const [line] = transportLines(taxed, 2024).filter(one => one.money === 500_000)
  expect([line?.tax, line?.net]).toEqual([25_000, 475_000])
})

test('hours that are not closed are in no honorarium', () => {
  const closed = honorariumLines(facts)
  const open = { ...facts, teaching: facts.teaching.map(day => ({ ...day, closed: day.n <= 5 })) }
  expect(sum(honorariumLines(open).map(line => line.hours))).toBeLessThan(sum(closed.map(line => line.hours)))
  expect(honorariumLines({ ...facts, teaching: facts.teaching.map(day => ({ ...day, closed: false })) })).toEqual([])
})

test('without sub kegiatan or kode rekening the check before print is amber', () => {
  expect(drawSampleList('receipt-transport', facts, 'A4').warnings).toEqual([])
  const bare = { ...facts, budgetLines: [], budget: { ...facts.budget, subActivity: '', account: '' } }
  expect(drawSampleList('receipt-transport', bare, 'A4').warnings.join(' ')).toContain('sub kegiatan dan kode rekening')
})

test('the transfers equal the payments of the receipts', () => {
  for (const year of [2024, 2025]) {
    const paid = [...transportLines(facts, year), ...honorariumLines(facts, year)].map(line => line.net)
    expect(sum(transfersOf(facts, year).map(one => one.net))).toBe(sum(paid))
  }
})

test('the realisation of a line is computed from recorded amounts', () => {
  const line = facts.budgetLines.find(one => one.kind === 'TRANSPORT' && one.year === 2025)
  if (!line) throw new Error('no line')
  expect(realisedOf(facts, line)).toBe(sum(transportLines(facts, 2025).map(one => one.money)))
})
