import { describe, expect, test } from 'vitest'
import {
  drawRecertificationLetter,
  type RecertificationFacts,
} from '../../../../../electron/backend/features/instructor/documents/recertification-letter.ts'
import { readPdf } from '../../../../papers/read-pdf.ts'
import { sampleFacts } from '../../../../papers/samples/sample-facts.ts'

const facts: RecertificationFacts = {
  centre: sampleFacts().centre,
  head: {
    prefix: '',
    title: 'Kepala UPT Balai Latihan Kerja',
    name: 'Drs. H. Ahmad Fauzi Rahman, M.Si.',
    rank: '',
    nip: '',
  },
  instructor: { name: 'Rina Marliana, S.Pd.', nip: '', institution: '' },
  credential: {
    number: '96022 5142 3 0000417 2022',
    registration: '',
    lsp: '',
    licence: '',
    scheme: 'Penata Rias Wajah',
    trades: ['TR'],
    issued: '2022-01-10',
    validUntil: '2025-01-10',
  },
  writtenOn: '2024-12-30',
  printedAt: '2024-12-30T08:00',
}

const long: RecertificationFacts = {
  ...facts,
  instructor: {
    name: 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat Sastrowardoyo Kertonegoro, S.Tr.Par., M.Par.',
    nip: '198002292005012001',
    institution:
      'Lembaga Pelatihan Kerja dan Sertifikasi Profesi Nusantara Mandiri Sejahtera Bersama Kota Tangerang Selatan',
  },
  credential: {
    ...facts.credential,
    registration: 'KCT.0417.00021.2022',
    lsp: 'Lembaga Sertifikasi Profesi Tata Kecantikan, Tata Busana, Perhotelan dan Pariwisata Nusantara Mandiri Sejahtera',
    licence: 'BNSP-LSP-0417-ID',
    scheme:
      'KKNI Level IV pada Kompetensi Keahlian Tata Kecantikan Kulit dan Rambut bagi Instruktur Pelatihan Berbasis Kompetensi di Balai Latihan Kerja Pemerintah Daerah',
    trades: ['TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM'],
  },
}

describe.each([
  ['plain', facts],
  ['with everything as long as it may be', long],
])('the letter to the LSP, %s', (_, letter) => {
  test.each(['A4', 'F4'] as const)(
    'fits one page of %s, inside its edges, each line below the one before',
    async size => {
      const { bytes, warnings } = drawRecertificationLetter(letter, size)
      expect(warnings).toEqual([])
      const { pages } = await readPdf(bytes)
      expect(pages).toHaveLength(1)
      const [page] = pages
      if (!page) throw new Error('no page')
      const { items, width, height } = page
      expect(items.filter(one => one.left < 20 || one.right > width - 15 || one.bottom > height - 5)).toEqual([])
      // The text of the letter must not run into its footer.
      const footer = items.find(one => one.text.startsWith('Dicetak'))
      const above = items.filter(one => one.bottom < (footer?.top ?? 0))
      expect(Math.max(...above.map(one => one.bottom))).toBeLessThan(height - 20)
      const atLeft = above.filter(one => Math.abs(one.left - 30) < 1).map(one => one.bottom)
      expect(
        atLeft.every(
          (bottom, index) => index === 0 || bottom >= (atLeft[index - 1] ?? 0) + 3 || bottom === atLeft[index - 1],
        ),
      ).toBe(true)
      expect(page.text).toContain('AHMAD FAUZI RAHMAN')
      expect(page.text).not.toMatch(/\bkompeten\b/i)
    },
  )
})
