import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import {
  type CertificateOptions,
  drawCertificates,
} from '../../../../../electron/backend/features/certificate-design/documents/certificate.ts'
import {
  type CertificateFacts,
  certificateFactsSchema,
} from '../../../../../shared/features/certificate/certificate-facts.ts'
import { inkShare, readPdf, readQr } from '../../../../papers/read-pdf.ts'
import { manyUnits, sampleCertificate } from '../../../../papers/samples/sample-certificate.ts'

const options: CertificateOptions = { palette: 'berwarna', logo: null }
const longName = 'R. Ayu Retno Kusumaningrum Widyadhani Prameswari Hadiningrat'

function draw(changes: Partial<CertificateFacts> = {}, photo: Uint8Array | null = null) {
  return drawCertificates([{ facts: { ...sampleCertificate(), ...changes }, photo }], options)
}

async function pagesOf(changes: Partial<CertificateFacts> = {}) {
  return (await readPdf(draw(changes).bytes)).pages
}

describe('the front', () => {
  test('says who passed what, when and for how long', async () => {
    const [front] = await pagesOf()
    for (const words of [
      'SERTIFIKAT PELATIHAN',
      'Nomor : 500.15/0001/BLK/I/2025',
      'SITI AMINAH',
      'lahir di Tangerang, 12 Mei 1996',
      'telah mengikuti Pelatihan Berbasis Kompetensi kejuruan',
      'Tata Rias (Make Up Artist)',
      'Angkatan III Tahun 2024, tanggal 16 Desember 2024 s.d. 8 Januari 2025, selama 15 (lima belas) hari kerja / 120 (seratus dua puluh) Jam Pelatihan',
      'dan dinyatakan LULUS dengan predikat Baik.',
      '15 working days, 120 training hours, 16 December 2024 to 8 January 2025.',
      'Tangerang, 9 Januari 2025',
      'Drs. H. AHMAD FAUZI RAHMAN, M.Si.',
      'NIP 19710412 199803 1 004',
    ]) {
      expect(front?.text).toContain(words)
    }
  })

  test('cites the decree by its issuer, or else by its subject', async () => {
    const { decree } = sampleCertificate()
    if (!decree) throw new Error('the sample has a decree')
    const joined = async (changes: Partial<CertificateFacts>) => (await pagesOf(changes))[0]?.text.replaceAll('\n', ' ')
    expect(await joined({})).toContain(
      'Berdasarkan Keputusan Kepala Dinas Ketenagakerjaan Kota Tangerang Nomor 800.2/153-Disnaker/2024 tanggal 9 Desember 2024, Kepala UPT Balai Latihan Kerja menyatakan bahwa',
    )
    expect(await joined({ decree: { ...decree, issuer: '' } })).toContain(
      'Berdasarkan Surat Keputusan Nomor 800.2/153-Disnaker/2024 tanggal 9 Desember 2024 tentang Penetapan Peserta',
    )
  })

  test('begins with the office where there is no decree', async () => {
    const [front] = await pagesOf({ decree: null })
    expect(front?.text).not.toContain('Berdasarkan')
    expect(front?.items.map(item => item.text)).toContain('Kepala UPT Balai Latihan Kerja menyatakan bahwa')
  })

  test('leaves out the predicate where none was given', async () => {
    const [front, back] = await pagesOf({ predicate: null })
    expect(front?.text).toContain('dan dinyatakan LULUS.')
    expect(back?.text).not.toContain('Predikat')
  })

  test('names the trade of a programme whose title does not contain it', async () => {
    const [front] = await pagesOf({ trade: 'Las', program: 'Pengelasan SMAW 3G' })
    expect(front?.text).toContain('Pelatihan Berbasis Kompetensi kejuruan Las program')
    expect(front?.text).toContain('Pengelasan SMAW 3G')
  })

  test('has two signatories on one baseline', async () => {
    const acknowledger = {
      prefix: 'Plt.',
      title: 'Kepala Dinas Ketenagakerjaan dan Transmigrasi Kota Tangerang',
      name: 'Hj. Nuraini Kusumawardani, S.E., M.M.',
      rank: 'Pembina Utama Muda (IV/c)',
      nip: '196908231994032005',
    }
    const [front] = await pagesOf({ acknowledger, name: longName })
    const left = front?.items.find(item => item.text.includes('NURAINI'))
    const right = front?.items.find(item => item.text.includes('AHMAD FAUZI'))
    expect(left?.bottom).toBeCloseTo(right?.bottom ?? 0, 1)
    expect(front?.text).toContain('Mengetahui')
    expect(front?.text).toContain('Plt. Kepala Dinas Ketenagakerjaan')
  })

  test.each([150, 200])(
    'has a code that can be read at %i dpi and contains exactly the given text',
    async dotsPerInch => {
      const { qrText } = sampleCertificate()
      expect(qrText.length).toBeGreaterThanOrEqual(170)
      expect(await readQr(draw().bytes, 0, dotsPerInch)).toBe(qrText)
    },
  )

  test('prints the photo into a box of 30 × 40 mm, or leaves the box empty', async () => {
    const box = { left: 135, top: 148, width: 27, height: 36 }
    expect(await inkShare(draw({}, redPicture('image/jpeg')).bytes, 0, box)).toBeGreaterThan(0.99)
    expect(await inkShare(draw().bytes, 0, box)).toBeLessThan(0.05)
  })

  test('leaves out an unreadable picture, with a warning', async () => {
    const drawn = draw({}, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
    expect(drawn.warnings).toEqual([
      'Pas foto tidak dapat dibaca dan tidak dicetak. Simpan ulang sebagai JPEG atau PNG.',
    ])
    expect((await readPdf(drawn.bytes)).pages[0]?.text).toContain('Pas foto')
  })

  test('accepts a PNG with transparency as logo', async () => {
    const logo = redPicture('image/png')
    const { bytes, warnings } = drawCertificates([{ facts: sampleCertificate(), photo: null }], { ...options, logo })
    expect(warnings).toEqual([])
    expect(await inkShare(bytes, 0, { left: 144, top: 26, width: 9, height: 8 })).toBeGreaterThan(0.99)
  })
})

describe('the back', () => {
  test('lists units, hours, results and figures', async () => {
    const [, back] = await pagesOf()
    for (const words of [
      'DAFTAR UNIT KOMPETENSI',
      'S.96KEC00.001.2',
      'Jumlah jam pelatihan (teori 36 JP, praktik 84 JP)',
      'Rata-rata nilai unit',
      '85,67',
      'Nilai akhir (30% : 70%)',
      '15 dari 15 hari (100,00%)',
      'K: unit dicapai sesuai kriteria unjuk kerja.',
      'RINA MARLIANA, S.Pd.',
    ]) {
      expect(back?.text).toContain(words)
    }
  })

  test('has no column of scores where no unit has one', async () => {
    const units = sampleCertificate().units.map(unit => ({ ...unit, score: null }))
    const [, back] = await pagesOf({ units })
    expect(back?.items.map(item => item.text)).not.toContain('Nilai')
    expect(back?.text).not.toContain('Rata-rata')
    const [first] = units
    if (!first) throw new Error('no units')
    const [, withOne] = await pagesOf({ units: [{ ...first, score: 8000 }, ...units.slice(1)] })
    expect(withOne?.items.map(item => item.text)).toContain('Nilai')
    expect(withOne?.text).toContain('Rata-rata nilai unit')
  })

  test('keeps twenty units on one page, and continues on another with the head where they do not fit', async () => {
    expect(await pagesOf({ units: manyUnits(20), name: longName })).toHaveLength(2)
    const pages = await pagesOf({ units: manyUnits(60), name: longName })
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages.slice(1)) expect(page.text).toContain('Judul Unit Kompetensi')
    const numbers = pages.slice(1).flatMap(page => page.items.filter(item => item.right < 30).map(item => item.text))
    expect(numbers.filter(text => /^\d+$/.test(text)).map(Number)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
    expect(pages.at(-1)?.text).toContain('Hasil Akhir')
    expect(pages.at(-2)?.text).not.toContain('Hasil Akhir')
  })

  test('explains BK where a unit was not achieved', async () => {
    const units = sampleCertificate().units.map((unit, index) =>
      index === 0 ? { ...unit, result: 'BK' as const } : unit,
    )
    expect((await pagesOf({ units }))[1]?.text.replaceAll('\n', ' ')).toContain('BK: unit belum dicapai.')
    expect((await pagesOf())[1]?.text).not.toContain('BK:')
  })
})

describe('the whole paper', () => {
  test('never calls a person "kompeten"', async () => {
    for (const page of await pagesOf({ units: manyUnits(60) })) expect(page.text).not.toMatch(/\bkompeten\b/i)
  })

  test.each([
    ["Siti Nur'aini", "SITI NUR'AINI"],
    ['María Ñuñez Ćosić', 'MARÍA ÑUÑEZ ĆOSIĆ'],
    ['Budi', 'BUDI'],
    ['<script>alert(1)</script>', '<SCRIPT>ALERT(1)</SCRIPT>'],
    [longName, longName.toUpperCase()],
  ])('prints the name %s', async (name, printed) => {
    const [front, back] = await pagesOf({ name })
    expect(front?.text.replaceAll('\n', ' ')).toContain(printed)
    expect(back?.text).toContain(printed)
  })

  test('prints a name that is too long for one line in two lines', async () => {
    const name = `${longName} Sastrowardoyo Kertonegoro Adiwinata Putri`
    const [front] = await pagesOf({ name })
    const printed = name.toUpperCase().split(' ')
    const lines = front?.items.filter(item => printed.some(word => word.length > 3 && item.text.includes(word))) ?? []
    expect(new Set(lines.map(item => Math.round(item.bottom))).size).toBe(2)
    for (const item of lines) expect(item.right - item.left).toBeLessThan(215)
  })

  test('names the letters that it could not print', () => {
    expect(draw({ name: 'Ana 😀 王' }).warnings).toEqual([
      'Huruf “😀”, “王” pada “ANA 😀 王” tidak ada di huruf cetak dan dicetak sebagai “?”.',
    ])
  })

  test('is the same from facts that went through JSON, and differs with every fact', () => {
    const facts = certificateFactsSchema.parse(JSON.parse(JSON.stringify(sampleCertificate())))
    const bytes = Buffer.from(draw().bytes)
    expect(bytes.equals(draw(facts).bytes)).toBe(true)
    expect(bytes.equals(draw({ final: 8561 }).bytes)).toBe(false)
  })

  test('has the day of issue and its number in the metadata', async () => {
    const { title, createdOn } = await readPdf(draw().bytes)
    expect(title).toBe('Sertifikat Pelatihan 500.15/0001/BLK/I/2025')
    expect(createdOn).toBe('D:20250109120000Z')
  })

  test('many in one file follow each other, front and back', async () => {
    const facts = sampleCertificate()
    const names = ['Siti Aminah', 'Dewi Lestari', 'Ratna Dewi']
    const requests = names.map(name => ({ facts: { ...facts, name }, photo: redPicture('image/jpeg') }))
    const merged = drawCertificates(requests, options)
    const { pages } = await readPdf(merged.bytes)
    expect(merged.pages).toBe(6)
    names.forEach((name, index) => {
      expect(pages[index * 2]?.text).toContain(name.toUpperCase())
      expect(pages[index * 2 + 1]?.text).toContain(name.toUpperCase())
    })
    // The frame is stored in the file once, not once per page.
    expect(merged.bytes.length).toBeLessThan(draw().bytes.length * 3)
  })

  test('in black it has no colours but grey', async () => {
    const { bytes } = drawCertificates([{ facts: sampleCertificate(), photo: null }], { ...options, palette: 'hitam' })
    const coloured = await readPdf(bytes)
    expect(coloured.pages).toHaveLength(2)
    expect(await hasColour(bytes)).toBe(false)
    expect(await hasColour(draw().bytes)).toBe(true)
  })

  test('a specimen shows the word CONTOH', async () => {
    const request = { facts: sampleCertificate(), photo: null }
    const { pages } = await readPdf(drawCertificates([request], { ...options, specimen: true }).bytes)
    for (const page of pages) expect(page.items.map(item => item.text)).toContain('CONTOH')
  })
})

function redPicture(kind: 'image/png' | 'image/jpeg'): Uint8Array {
  const canvas = createCanvas(120, 160)
  const context = canvas.getContext('2d')
  context.fillStyle = kind === 'image/png' ? 'rgba(200, 20, 20, 0.5)' : 'rgb(200, 20, 20)'
  context.fillRect(0, 0, 120, 160)
  return new Uint8Array(kind === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg'))
}

async function hasColour(bytes: Uint8Array): Promise<boolean> {
  const { loadImage } = await import('@napi-rs/canvas')
  const { renderPage } = await import('../../../../papers/read-pdf.ts')
  const image = await loadImage(await renderPage(bytes, 0, 50))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 24) return true
  }
  return false
}
