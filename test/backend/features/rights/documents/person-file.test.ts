import { expect, test } from 'vitest'
import {
  drawPersonFile,
  type PersonFileFacts,
} from '../../../../../electron/backend/features/rights/documents/person-file.ts'
import { readPdf } from '../../../../papers/read-pdf.ts'
import { sampleFacts } from '../../../../papers/samples/sample-facts.ts'

const long = 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat Sastrowardoyo Kertonegoro'
const columns = ['Waktu', 'Petugas', 'Tindakan', 'Isian'].map((head, index) => ({ head, share: 20 + index * 10 }))
const facts: PersonFileFacts = {
  centre: sampleFacts().centre,
  name: long,
  operator: 'Wulan Sari',
  sections: [
    {
      title: 'Data diri',
      facts: Array.from({ length: 60 }, (_, n) => ({ label: `Isian ${n}`, value: n % 2 ? long : '' })),
    },
    { title: 'Berkas', columns, rows: [] },
    {
      title: 'Riwayat penggunaan data',
      columns,
      rows: Array.from({ length: 120 }, (_, n) => [
        `10 Desember 2024 08.${n}`,
        long,
        'Menyimpan peserta',
        `${long}, ${long}`,
      ]),
    },
  ],
  printedAt: '2024-12-30T08:00',
}

test.each(['A4', 'F4'] as const)('contains everything, with numbered pages, %s', async size => {
  const { bytes, pages, warnings } = drawPersonFile(facts, size)
  expect(warnings).toEqual([])
  const read = await readPdf(bytes)
  expect(read.pages).toHaveLength(pages)
  for (const [index, page] of read.pages.entries()) {
    expect(page.text).toContain(`Halaman ${index + 1} dari ${pages}`)
    expect(page.text).toContain('RAHASIA: hanya untuk')
  }
  const text = read.pages.map(page => page.text).join(' ')
  expect(text).toContain('tidak ada')
  expect(text).toContain('Isian 59')
  expect(text).toContain('08.119')
})
