import { describe, expect, test } from 'vitest'
import { drawCohortLetter } from '../../../../../electron/backend/features/letter/draw-cohort-letter.ts'
import { drawPersonPaper } from '../../../../../electron/backend/features/letter/draw-person-paper.ts'
import { cohortTokens } from '../../../../../electron/backend/paper-kit/cohort-tokens.ts'
import { cohortLetterKeys } from '../../../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { bodyProblems } from '../../../../../shared/features/letter/letter-body.ts'
import { builtInBody } from '../../../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../../../shared/features/letter/letter-forms.ts'
import { tokensOf } from '../../../../../shared/features/letter/letter-tokens.ts'
import { collisions, textNearEdges } from '../../../../papers/placed-text.ts'
import { readPdf } from '../../../../papers/read-pdf.ts'
import { sampleFacts, sampleFactsOf } from '../../../../papers/samples/sample-facts.ts'
import { emptyLetter, sampleLetter } from '../../../../papers/samples/sample-letters.ts'
import { samplePersonFacts } from '../../../../papers/samples/sample-registration.ts'

const facts = sampleFacts()
type Drawn = ReturnType<typeof drawCohortLetter>

/** The text of every page, with plain single spaces. */
async function wordsOf(drawn: Drawn): Promise<string[]> {
  const { pages } = await readPdf(drawn.bytes)
  return pages.map(page => page.text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' '))
}

test.each(cohortLetterKeys)('%s knows a value for each of its tokens', key => {
  const tokens = cohortTokens(sampleLetter(facts, key))
  for (const { name } of tokensOf(letterForm(key).tokens)) expect(tokens[name], name).toBeDefined()
})

describe.each(cohortLetterKeys)('%s of a class without data', key => {
  test.each(['A4', 'F4'] as const)('is a form to fill in by hand on %s, and names what is missing', async size => {
    const drawn = drawCohortLetter(emptyLetter(facts, key), size)
    expect(drawn.warnings[0]).toMatch(/^Belum diisi, dicetak sebagai garis titik-titik: /)
    const { pages } = await readPdf(drawn.bytes)
    for (const page of pages) {
      expect(page.text).not.toMatch(/undefined|null|NaN|\{/)
      expect(textNearEdges(page)).toEqual([])
      expect(collisions(page)).toEqual([])
    }
  })
})

test('a decree names its legal basis, lists its decisions in order, and is signed in its place', async () => {
  const [first = '', second = '', annex = ''] = await wordsOf(
    drawCohortLetter(sampleLetter(facts, 'decree-training'), 'A4'),
  )
  expect(first).toContain('KEPUTUSAN KEPALA UPT BALAI LATIHAN KERJA KOTA TANGERANG NOMOR 800.2/148-BLK/2024 TENTANG')
  expect(first).toContain('Menimbang : a. bahwa untuk meningkatkan kompetensi')
  expect(first).toContain(
    'perlu menetapkan Keputusan Kepala UPT Balai Latihan Kerja Kota Tangerang tentang Penyelenggaraan Pelatihan Berbasis Kompetensi kejuruan Tata Rias (MUA) Angkatan III Tahun 2024;',
  )
  expect(first).toContain('Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan')
  const all = `${first} ${second}`
  const order = [
    'Menimbang',
    'Mengingat',
    'MEMUTUSKAN:',
    'Menetapkan',
    'KESATU :',
    'KEDUA :',
    'KELIMA :',
    'Ditetapkan di Tangerang',
    'Tembusan:',
  ]
  const places = order.map(word => all.indexOf(word))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
  expect(all).toContain(
    'selama 15 (lima belas) hari kerja atau 120 (seratus dua puluh) jam pelatihan, terhitung mulai tanggal 16 Desember 2024 sampai dengan tanggal 8 Januari 2025',
  )
  expect(second).toContain(
    'Ditetapkan di Tangerang pada tanggal 9 Desember 2024 Kepala UPT Balai Latihan Kerja, Drs. H. AHMAD FAUZI RAHMAN, M.Si.',
  )
  expect(annex).toContain(
    'Lampiran : Keputusan Kepala UPT Balai Latihan Kerja Kota Tangerang Nomor : 800.2/148-BLK/2024',
  )
  expect(annex).toContain('RINCIAN PENYELENGGARAAN PELATIHAN')
})

test('an acting official signs with the prefix, but the decree is of the office', async () => {
  const letter = sampleLetter(facts, 'decree-participants')
  const signatory = { ...letter.letter.values.signatory, prefix: 'Plt.' }
  const acting = { ...letter, letter: { ...letter.letter, values: { ...letter.letter.values, signatory } } }
  const text = (await wordsOf(drawCohortLetter(acting, 'F4'))).join(' ')
  expect(text).toContain('KEPUTUSAN KEPALA UPT BALAI LATIHAN KERJA')
  expect(text).toContain('Plt. Kepala UPT Balai Latihan Kerja,')
})

test('a decree of the head of the agency has the letterhead of the agency', async () => {
  const letter = sampleLetter(facts, 'decree-participants')
  const signatory = { prefix: '', title: 'Kepala Dinas Ketenagakerjaan Kota Tangerang', name: '', rank: '', nip: '' }
  const drawn = drawCohortLetter(
    { ...letter, letter: { ...letter.letter, values: { ...letter.letter.values, signatory } } },
    'A4',
  )
  const [first = ''] = await wordsOf(drawn)
  expect(first).toContain('PEMERINTAH KOTA TANGERANG DINAS KETENAGAKERJAAN Jalan Contoh Raya')
  expect(first).toContain('KEPUTUSAN KEPALA DINAS KETENAGAKERJAAN KOTA TANGERANG NOMOR')
  expect(drawn.warnings).toEqual(['Nama penanda tangan belum diketahui. Pilih pejabatnya.'])
})

test('the committee comes before the instructors in the decree about them', async () => {
  const pages = await wordsOf(drawCohortLetter(sampleLetter(facts, 'decree-instructors'), 'A4'))
  const annex = pages.at(-1) ?? ''
  expect(annex).toContain('1 Endang Sulistyowati, S.T., M.M. 19780302 200501 2 003 Ketua panitia')
  expect(annex).toContain('3 Ir. Slamet Riyadi – Anggota 4 Rina Marliana, S.Pd. – Instruktur')
})

test('minutes of an opening have the date in words', async () => {
  const [text = ''] = await wordsOf(drawCohortLetter(sampleLetter(facts, 'opening-minutes'), 'A4'))
  expect(text).toContain(
    'Pada hari ini Senin tanggal enam belas bulan Desember tahun dua ribu dua puluh empat (16-12-2024), pukul 09.00 WIB, bertempat di Aula UPT Balai Latihan Kerja, telah dibuka secara resmi',
  )
  expect(text).toContain('oleh Kepala Dinas Ketenagakerjaan Kota Tangerang, dengan keterangan sebagai berikut:')
  expect(text).toContain('yaitu Rina Marliana, S.Pd. dan Sri Wahyuni, S.Tr. 4.')
})

test('minutes of a closing count who passed', async () => {
  const [text = ''] = await wordsOf(drawCohortLetter(sampleLetter(facts, 'closing-minutes'), 'A4'))
  const passed = facts.trainees.filter(trainee => trainee.decision === 'passed').length
  const failed = facts.trainees.filter(trainee => trainee.decision === 'failed').length
  expect([passed, failed]).toEqual([13, 2])
  expect(text).toContain(
    'lulus berjumlah 13 (tiga belas) orang dan yang dinyatakan tidak lulus berjumlah 2 (dua) orang',
  )
})

test('an invitation sets off day, time and place', async () => {
  const [text = ''] = await wordsOf(drawCohortLetter(sampleLetter(facts, 'panel-invitation'), 'A4'))
  expect(text).toContain('Nomor : 500.15/0009/UND-BLK/I/2025 Sifat : Penting')
  expect(text).toContain(
    'Hari, tanggal : Kamis, 9 Januari 2025 Waktu : pukul 09.00 WIB s.d. selesai Tempat : Ruang Rapat',
  )
})

test('texts of the office replace the built-in ones, with bold and braces', async () => {
  const body = { ...builtInBody(letterForm('opening-minutes')), penutup: 'Ditulis di **{kota}** {{asli}} {*}{*}.' }
  const drawn = drawCohortLetter(sampleLetter(facts, 'opening-minutes', body), 'A4')
  const [text = ''] = await wordsOf(drawn)
  expect(text).toContain('Ditulis di Tangerang {asli} **.')
  expect(text).not.toContain('Demikian berita acara')
})

test.each(['pledge', 'consent'] as const)(
  'a %s with a long text continues on another page and is signed there',
  async key => {
    const people = samplePersonFacts(sampleFactsOf(2))
    const points = Array.from({ length: 22 }, (_, index) => `butir ke-${index + 1} ${'kata '.repeat(20)}selesai;`)
    const part = key === 'pledge' ? 'butir' : 'hak'
    const words = { ...people.letters[key], body: { ...people.letters[key].body, [part]: points.join('\n') } }
    const drawn = drawPersonPaper(key, { ...people, letters: { ...people.letters, [key]: words } }, 'A4')
    const { pages } = await readPdf(drawn.bytes)
    expect(pages).toHaveLength(4)
    pages.forEach((page, index) => {
      expect(page.text).toContain(`Halaman ${(index % 2) + 1} dari 2`)
      expect(textNearEdges(page)).toEqual([])
      expect(collisions(page)).toEqual([])
    })
    const signed = pages.map(page => page.text.includes(key === 'pledge' ? 'Yang menyatakan,' : 'Yang menyetujui,'))
    expect(signed).toEqual([false, true, false, true])
  },
)

describe.each(cohortLetterKeys)('%s with every part as long as it may be', key => {
  test.each(['A4', 'F4'] as const)('stays within its pages on %s', async size => {
    const words = (letters: number) => 'Perkataan panjang MENYELENGGARAKAN sesuatu '.repeat(8).slice(0, letters).trim()
    const form = letterForm(key)
    const body = Object.fromEntries(
      form.parts.map(part => {
        const line = words(part.longest ?? 340)
        if (part.kind === 'line') return [part.key, line]
        const text = part.kind === 'rows' ? `Empatbelas huf : ${line}`.slice(0, part.longest) : line
        return [part.key, Array.from({ length: part.lines ?? 12 }, () => text).join('\n')]
      }),
    )
    expect(bodyProblems(form, body)).toEqual([])
    const { pages } = await readPdf(drawCohortLetter(sampleLetter(facts, key, body), size).bytes)
    for (const page of pages) {
      expect(textNearEdges(page)).toEqual([])
      expect(collisions(page)).toEqual([])
    }
  })
})

describe('long letters', () => {
  const sizes: PaperSize[] = ['A4', 'F4']
  const long = Array.from(
    { length: 40 },
    (_, index) => `Butir ke-${index + 1} ${'kata '.repeat((index % 7) * 9 + 4)}selesai.`,
  )
  const parts = {
    'decree-training': 'diktum',
    'opening-minutes': 'butir',
    'graduation-minutes': 'butir',
    'panel-invitation': 'penutup',
    'report-text': 'isi',
  } as const
  test.each(Object.entries(parts) as [keyof typeof parts, string][])(
    '%s runs over several pages and is signed on the last page with text',
    async (key, part) => {
      for (const size of sizes) {
        for (const count of [10, 14, 19, 27, 29]) {
          const body = { ...builtInBody(letterForm(key)), [part]: long.slice(0, count).join('\n') }
          const drawn = drawCohortLetter(sampleLetter(sampleFactsOf(3), key, body), size)
          const { pages } = await readPdf(drawn.bytes)
          for (const page of pages) {
            expect(textNearEdges(page)).toEqual([])
            expect(collisions(page)).toEqual([])
            expect(Math.max(...page.items.map(item => item.bottom))).toBeLessThan(page.height - 5)
          }
          const signed = pages.find(page => page.text.includes('AHMAD FAUZI RAHMAN') && page.text.includes('selesai.'))
          const text = pages.map(page => page.text).join(' ')
          expect(text.split('selesai.').length - 1).toBeGreaterThanOrEqual(count)
          if (key !== 'report-text') expect(signed).toBeDefined()
        }
      }
    },
  )
})
