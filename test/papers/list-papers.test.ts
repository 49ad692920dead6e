import { beforeAll, describe, expect, test } from 'vitest'
import { drawMealsReceipt } from '../../electron/backend/features/provision/documents/receipt-goods.ts'
import { transportLines } from '../../electron/backend/features/provision/documents/transport-lines.ts'
import type { CohortFacts } from '../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../shared/facts/list-facts.ts'
import { listPaperKeys } from '../../shared/facts/paper-key.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { drawSampleList, unsignedLists } from './every-paper.ts'
import { collisions, textNearEdges } from './placed-text.ts'
import { type ReadPage, readPdf, readQr } from './read-pdf.ts'
import { sampleFacts, sampleFactsOf } from './samples/sample-facts.ts'
import { emptyLists, sampleLists } from './samples/sample-lists.ts'

const sizes = ['A4', 'F4'] as const
type Key = (typeof listPaperKeys)[number]

async function pagesOf(key: Key, facts: ListFacts, size: 'A4' | 'F4' = 'A4'): Promise<ReadPage[]> {
  return (await readPdf(drawSampleList(key, facts, size).bytes)).pages
}

async function textOf(key: Key, facts: ListFacts, size: 'A4' | 'F4' = 'A4'): Promise<string> {
  const pages = await pagesOf(key, facts, size)
  return pages.map(page => page.text.replace(/\s+/g, ' ')).join(' ')
}

/** The texts on the same line as a text, from left to right. */
function lineOf(pages: readonly ReadPage[], text: string): string[] {
  for (const { items } of pages) {
    const own = items.find(item => item.text === text)
    if (own)
      return items
        .filter(item => Math.abs(item.bottom - own.bottom) < 1)
        .toSorted((a, b) => a.left - b.left)
        .map(item => item.text)
  }
  throw new Error(`${text} is not on the paper`)
}

function onlyNamed(facts: CohortFacts, names: readonly string[]): CohortFacts {
  return { ...facts, trainees: facts.trainees.filter(one => names.includes(one.name.split(' ')[0] ?? '')) }
}

describe.each(listPaperKeys)('%s', key => {
  test.each(sizes)('without data is a form on %s, with nothing outside the page and no overlaps', async size => {
    const paper = drawSampleList(key, emptyLists({ ...sampleFacts(), recordedUntilDay: 0 }), size)
    expect(paper.warnings).toEqual([])
    for (const page of (await readPdf(paper.bytes)).pages) {
      expect(textNearEdges(page)).toEqual([])
      expect(collisions(page)).toEqual([])
    }
  })

  test('of a class without people, rooms and instructor can still be drawn', async () => {
    const facts = sampleFacts()
    const bare = { ...facts, trainees: [], instructor: null, cohort: { ...facts.cohort, room: '', activity: '' } }
    const [page] = await pagesOf(key, emptyLists(bare))
    expect(page?.items.length).toBeGreaterThan(3)
    expect(collisions(page as ReadPage)).toEqual([])
  })
})

describe.each(unsignedLists)('%s', key => {
  test.each([1, 16, 17, 30, 40])('holds %i trainees, with complete long names', async count => {
    const facts = sampleFactsOf(count)
    const long = 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat Sastrowardoyo Kertonegoro Adiwinata Putri'
    const trainees = facts.trainees.map((one, index) => (index === 0 ? { ...one, name: long } : one))
    const paper = drawSampleList(key, sampleLists({ ...facts, trainees }), 'A4')
    expect(paper.warnings).toEqual([])
    const { pages } = await readPdf(paper.bytes)
    for (const page of pages) {
      expect(textNearEdges(page)).toEqual([])
      expect(collisions(page)).toEqual([])
    }
    if (key !== 'id-cards' && key !== 'name-tags') return
    const staying = trainees.filter(one => !one.left)
    expect(pages).toHaveLength(Math.ceil(staying.length / 10))
    const letters = pages.map(page => page.text.replace(/\s/g, '')).join('')
    for (const { name } of staying) expect(letters).toContain(name.toUpperCase().replaceAll(' ', ''))
    expect(letters).not.toContain('YUNIASTUTI')
  })
})

describe('receipt of transport money', () => {
  const five = onlyNamed(sampleFacts(), ['Siti', 'Dewi', 'Ani', 'Lina', 'Yuni'])
  const facts = { ...five, trainees: five.trainees.filter(one => one.name !== "Siti Nur'aini") }
  /** The class within one budget year, as most classes are. */
  const oneYear = (lists: ListFacts): ListFacts => ({
    ...lists,
    days: lists.days.map(day => ({ ...day, date: `2024-11-${String(day.n + 10).padStart(2, '0')}` as PlainDate })),
  })

  test('pays days of presence, and people who withdrew for their days until then', async () => {
    const pages = await pagesOf('receipt-transport', oneYear(sampleLists(facts)), 'F4')
    expect(lineOf(pages, 'SITI AMINAH').slice(4, 7)).toEqual(['15', '50.000', '750.000'])
    expect(lineOf(pages, 'DEWI LESTARI PUSPITASARI').slice(4, 7)).toEqual(['12', '50.000', '600.000'])
    expect(lineOf(pages, 'ANI SURYANI').slice(4, 7)).toEqual(['11', '50.000', '550.000'])
    expect(lineOf(pages, 'LINA MARLINA').slice(4, 7)).toEqual(['14', '50.000', '700.000'])
    expect(lineOf(pages, 'YUNI ASTUTI').slice(4, 7)).toEqual(['4', '50.000', '200.000'])
    expect(lineOf(pages, 'JUMLAH')).toEqual(['JUMLAH', '56', '2.800.000'])
    const text = pages.map(page => page.text).join(' ')
    expect(text).toContain('Rp2.800.000,00 (dua juta delapan ratus ribu rupiah)')
    expect(text).not.toContain('Sementara')
  })

  test('carries the sum of each page over to the next one', async () => {
    const pages = await pagesOf('receipt-transport', oneYear(sampleLists(sampleFactsOf(40))), 'A4')
    expect(pages.length).toBeGreaterThan(2)
    const lists = sampleLists(sampleFactsOf(40))
    const money = transportLines(lists).map(line => line.money ?? 0)
    const sum = (count: number) => money.slice(0, count).reduce((total, one) => total + one, 0)
    let shown = 0
    pages.forEach(({ items }, index) => {
      const row = (start: string) =>
        lineOf([{ items } as ReadPage], items.find(one => one.text.startsWith(start))?.text ?? '')
      const numbers = items.filter(one => /^\d+\.$/.test(one.text)).map(one => Number.parseInt(one.text, 10))
      if (index > 0) expect(row('PINDAHAN').at(-1)).toBe(sum(shown).toLocaleString('id-ID'))
      shown = Math.max(...numbers)
      const foot = index === pages.length - 1 ? 'JUMLAH' : `JUMLAH DIPINDAHKAN KE HALAMAN ${index + 2}`
      expect(row(foot).at(-1)).toBe(sum(shown).toLocaleString('id-ID'))
    })
    expect(shown).toBe(40)
  })

  test('says on the paper and in a warning which days are still open', async () => {
    const days = facts.days.map(day => ({ ...day, closed: day.n < 9 || day.n === 12 }))
    const paper = drawSampleList('receipt-transport', oneYear(sampleLists({ ...facts, days })), 'A4')
    const words = 'Sementara: kehadiran hari ke-9–11, 13–15 belum ditutup, jumlah dapat berubah.'
    expect(paper.warnings).toEqual([words])
    const text = (await readPdf(paper.bytes)).pages.map(page => page.text).join(' ')
    expect(text).toContain(words)
    expect(text).toContain('SEMENTARA')
  })

  test('a person who was never present receives and signs nothing', async () => {
    const trainees = facts.trainees.map((one, index) =>
      index === 0 ? { ...one, marks: one.marks.map(() => 'A' as const) } : one,
    )
    const [page] = await pagesOf('receipt-transport', sampleLists({ ...facts, trainees }), 'F4')
    expect(page?.text).toContain('Tidak menerima')
    expect(page?.items.map(item => item.text)).not.toContain('1.')
  })

  test('without a rate shows the days and leaves the money empty', async () => {
    const lists = { ...oneYear(sampleLists(facts)), rates: { transport: null, meal: null, honorarium: null } }
    expect(lineOf(await pagesOf('receipt-transport', lists, 'F4'), 'SITI AMINAH').slice(4, 5)).toEqual(['15'])
  })
})

describe('other receipts', () => {
  test('show card, size and parcel of each trainee', async () => {
    const lists = sampleLists(sampleFacts())
    expect(lineOf(await pagesOf('receipt-insurance', lists), 'SITI AMINAH')).toEqual([
      '1',
      'SITI AMINAH',
      '23014567890',
    ])
    expect(lineOf(await pagesOf('receipt-clothing', lists), 'YUNI ASTUTI')).toEqual(['5', 'YUNI ASTUTI', 'XXL'])
    expect(lineOf(await pagesOf('receipt-modules', lists), 'SITI AMINAH')).toContain('1 buku')
    const stationery = await textOf('receipt-stationery', lists)
    expect(stationery).toContain('Buku tulis 2 buah; Pulpen 1 buah; Map plastik 1 buah')
    expect(stationery).toContain('1 paket')
  })

  test('of meals have a sheet per day; absent people sign nothing', async () => {
    const lists = sampleLists(sampleFacts())
    const { pages } = await readPdf(drawMealsReceipt(lists, lists.days, 'A4').bytes)
    // After the days there is a sum for each budget year.
    expect(pages).toHaveLength(15 + 2)
    expect(pages[15]?.text).toMatch(
      /Tahun Anggaran : 2024[\s\S]*Rekapitulasi konsumsi|Rekapitulasi konsumsi[\s\S]*Tahun Anggaran : 2024/,
    )
    expect(pages[16]?.text).toContain('Tahun Anggaran : 2025')
    expect(pages[0]?.text).toContain('Senin, 16 Desember 2024 (Hari ke-1)')
    expect(pages[9]?.text).toContain('Rp35.000,00 per orang')
    expect(pages[9]?.text).toContain('Mengundurkan diri')
    expect(pages[9]?.items.map(item => item.text)).not.toContain('3.')
    expect(pages[9]?.text).toContain('Halaman 1 dari 1')
  })
})

describe('lists', () => {
  test('curriculum adds up theory and practice', async () => {
    expect(lineOf(await pagesOf('curriculum', sampleLists(sampleFacts())), 'Jumlah jam pelatihan (JP)')).toEqual([
      'Jumlah jam pelatihan (JP)',
      '36',
      '84',
      '120',
    ])
  })

  test('instructors show the certificate and its end', async () => {
    const text = await textOf('instructors', sampleLists(sampleFacts()))
    expect(text).toContain('96020 5142 4 0001234 2022')
    expect(text).toContain('10 Januari 2025')
    expect(text).toContain('19900312 201503 2 004')
  })

  test('materials show missing deliveries, and use by calendar week', async () => {
    const lists = sampleLists(sampleFacts())
    expect(lineOf(await pagesOf('materials-request', lists), 'Kapas kecantikan')).toContain('32')
    expect(lineOf(await pagesOf('materials-receipt', lists), 'Kapas kecantikan').slice(-2)).toEqual(['30', 'kurang 2'])
    const usage = await pagesOf('materials-usage', lists)
    expect(lineOf(usage, 'Kapas kecantikan').slice(1)).toEqual([
      'Kapas kecantikan',
      'bungkus',
      '8',
      '6',
      '10,5',
      '24,5',
    ])
    expect(lineOf(usage, '16 Des –')).toEqual(['16 Des –', '23 Des –', '30 Des –', '6 Jan –'])
  })

  test('competency recap counts units and never writes kompeten', async () => {
    const lists = sampleLists(sampleFacts())
    const pages = await pagesOf('competency-recap', lists)
    expect(lineOf(pages, 'LINA MARLINA')).toContain('8/9')
    expect(lineOf(pages, 'LINA MARLINA')).toContain('BK')
    expect(pages.map(page => page.text).join(' ')).not.toMatch(/\bkompeten\b/i)
  })

  test('twenty units with long titles fit completely in the head', () => {
    const lists = sampleLists(sampleFacts())
    const title = 'Melakukan Perawatan Kulit Wajah Berjerawat dengan Teknologi pada Usaha Kecantikan secara Mandiri'
    const units = Array.from({ length: 20 }, (_, index) => ({ ...lists.units[0], title: `${title} ${index}` }))
    for (const size of sizes)
      expect(
        drawSampleList('competency-recap', { ...lists, units: units as ListFacts['units'] }, size).warnings,
      ).toEqual([])
  })

  test('final recap runs from applicants to people who passed', async () => {
    const pages = await pagesOf('final-recap', sampleLists(sampleFacts()))
    expect(lineOf(pages, 'Pendaftar').slice(1)).toEqual(['Pendaftar', '42', '100,00'])
    expect(lineOf(pages, 'Lolos seleksi administrasi').slice(2)).toEqual(['35', '83,33'])
    expect(lineOf(pages, 'Lolos wawancara').slice(2)).toEqual(['20', '47,62'])
    expect(lineOf(pages, 'Mengundurkan diri').slice(2)).toEqual(['1', '6,25'])
    expect(lineOf(pages, 'Lulus').slice(2)).toEqual(['13', '81,25'])
    expect(lineOf(pages, 'Rata-rata nilai akhir')).toEqual(['Rata-rata nilai akhir', '82,17'])
    expect(lineOf(pages, 'Persentase kelulusan')).toEqual(['Persentase kelulusan', '81,25%'])
  })

  test('final recap before the panel leaves the result empty', async () => {
    const facts = sampleFacts()
    const trainees = facts.trainees.map(one => ({ ...one, decision: null, final: null }))
    const pages = await pagesOf('final-recap', sampleLists({ ...facts, trainees }))
    expect(lineOf(pages, 'Lulus')).toEqual(['10', 'Lulus'])
    expect(lineOf(pages, 'Persentase kelulusan')).toEqual(['Persentase kelulusan'])
  })

  test('register has numbers and a column for collection; before the issue it lists people who passed', async () => {
    const facts = sampleFacts()
    const issued = await pagesOf('certificate-register', sampleLists(facts))
    expect(lineOf(issued, 'SITI AMINAH')).toEqual([
      '1',
      '500.15/0001/BLK/I/2025',
      'SITI AMINAH',
      'Tata Rias (MUA)',
      '9 Januari 2025',
      '13 Januari 2025',
    ])
    const open = await textOf('certificate-register', { ...sampleLists(facts), certificates: [] })
    expect(open).toContain('SITI AMINAH')
    expect(open).not.toContain('LINA MARLINA')
  })

  test('cover names class, time, days, hours and budget year', async () => {
    const text = await textOf('cover', sampleLists(sampleFacts()))
    for (const part of [
      'KEJURUAN TATA RIAS (MUA)',
      'ANGKATAN III TAHUN 2024',
      '16 Desember 2024 s.d. 8 Januari 2025',
      '15 hari kerja / 120 JP',
      '16 orang',
      'KOTA TANGERANG 2025',
    ])
      expect(text).toContain(part)
  })
})

describe('cards', () => {
  let card: Uint8Array
  beforeAll(() => {
    card = drawSampleList('id-cards', sampleLists(sampleFactsOf(1)), 'F4').bytes
  })

  test('have a code without any data of the person', async () => {
    expect(await readQr(card, 0, 200)).toBe('BALAI TR-2024-03/01')
  })

  test('keep the code free of text, however long name and programme are', async () => {
    const facts = sampleFactsOf(10)
    const program = 'Pengelasan Konstruksi Plat dan Pipa SMAW Posisi 3G Level 2 untuk Pemula dan Lanjutan'
    const name = 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat Sastrowardoyo Kertonegoro Adiwinata Putri'
    const trainees = facts.trainees.map((one, index) => ({ ...one, left: null, name: index < 4 ? name : one.name }))
    const long = { ...facts, trainees, cohort: { ...facts.cohort, trade: 'Las', program } }
    const [page] = await pagesOf('id-cards', sampleLists(long))
    expect(page && collisions(page)).toEqual([])
    for (let index = 0; index < 10; index += 1) {
      const left = 19.4 + (index % 2) * 85.6 + 85.6 - 17
      const top = 13.5 + Math.floor(index / 2) * 54 + 37
      const over = page?.items.filter(
        item => item.right > left - 1 && item.left < left + 13 && item.bottom > top - 1 && item.top < top + 13,
      )
      expect(over?.map(item => item.text)).toEqual([])
    }
  })

  test('are on A4, whatever the size', async () => {
    const { pages } = await readPdf(card)
    expect(Math.round(pages[0]?.height ?? 0)).toBe(297)
  })
})

test('photos are six per page, with their captions', async () => {
  const pages = await pagesOf('photos', sampleLists(sampleFacts()))
  expect(pages).toHaveLength(2)
  expect(pages[1]?.text).toContain('Foto bersama')
  expect(pages[1]?.text).toContain('Halaman 2 dari 2')
})
