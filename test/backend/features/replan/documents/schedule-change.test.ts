import { expect, test } from 'vitest'
import { drawScheduleChange } from '../../../../../electron/backend/features/replan/documents/schedule-change.ts'
import { readPdf } from '../../../../papers/read-pdf.ts'
import { sampleChange } from '../../../../papers/samples/sample-change.ts'
import { sampleFacts } from '../../../../papers/samples/sample-facts.ts'

const facts = sampleFacts()
const textOf = async (change: Partial<ReturnType<typeof sampleChange>> = {}) => {
  const paper = drawScheduleChange({ ...facts, change: { ...sampleChange(facts), ...change } }, 'A4')
  return (await readPdf(paper.bytes)).pages
    .map(page => page.text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' '))
    .join(' ')
}

test('names decree, day, every old and new date, and both ends', async () => {
  const text = await textOf()
  expect(text).toContain('PEMBERITAHUAN PERUBAHAN JADWAL PELATIHAN')
  expect(text).toContain('Keputusan Wali Kota Tangerang Nomor 003/Kep.12/2024')
  expect(text).toContain('Kamis, 2 Januari 2025')
  expect(text).toContain('4 (empat) hari pelatihan')
  expect(text).toContain('15 Selasa, 7 Januari 2025 Rabu, 8 Januari 2025')
  expect(text).toContain('7 Januari 2025 berakhir pada 8 Januari 2025')
  expect(text).toContain('Tangerang, 27 Desember 2024')
})

test('a withdrawn holiday has the reverse text, and a missing decree leaves no gap', async () => {
  const text = await textOf({ action: 'withdraw', source: '' })
  expect(text).toContain('Diberitahukan bahwa hari Kamis, 2 Januari 2025 yang semula libur')
  expect(text).not.toContain('Berdasarkan')
})

test('a class moved by hand names the reason and both dates', async () => {
  const moves = sampleChange(facts, 1).moves
  const [first] = moves
  const text = await textOf({
    action: 'move',
    date: first?.to ?? '2025-01-02',
    name: 'Ruang diperbaiki.',
    source: '',
    moves,
  })
  expect(text).toContain('dipindah dan dimulai hari Senin, 16 Desember 2024. Alasan: Ruang diperbaiki. Jadwal untuk')
  expect(text).toContain('semula dimulai hari Minggu, 15 Desember 2024')
  expect(text).not.toContain('libur')
  expect(text).not.toContain('sudah dijalani')
})

test('sixty days take as many pages as they need, with head and signature in their places', async () => {
  const days = Array.from({ length: 60 }, (_, index) => ({ ...facts.days[0], n: index + 1, date: facts.days[0]?.date }))
  const change = {
    ...sampleChange(facts),
    moves: days.map(({ n }) => ({ n, from: '2025-01-02', to: '2025-01-03' }) as const),
  }
  const paper = drawScheduleChange({ ...facts, change }, 'A4')
  const { pages } = await readPdf(paper.bytes)
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.at(-1)?.text).toContain('AHMAD FAUZI RAHMAN')
  for (const page of pages) expect(page.text).toContain('Semula')
})
