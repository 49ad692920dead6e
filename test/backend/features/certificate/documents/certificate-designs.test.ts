import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { drawCertificates } from '../../../../../electron/backend/features/certificate-design/documents/certificate.ts'
import {
  layOutDesign,
  layoutProblems,
} from '../../../../../electron/backend/features/certificate-design/documents/lay-out-design.ts'
import { drawTestSheet } from '../../../../../electron/backend/features/certificate-design/documents/test-sheet.ts'
import type { CertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import { builtInDesigns } from '../../../../../shared/features/certificate-design/built-in.ts'
import type { Design } from '../../../../../shared/features/certificate-design/design.ts'
import { inkShare, readFonts, readPdf, readQr } from '../../../../papers/read-pdf.ts'
import { manyUnits, sampleCertificate } from '../../../../papers/samples/sample-certificate.ts'

const longName = 'R. Ayu Retno Kusumaningrum Widyadhani Prameswari Hadiningrat'
const acknowledger = {
  prefix: '',
  title: 'Kepala Dinas Ketenagakerjaan dan Transmigrasi Kota Tangerang',
  name: 'Hj. Nuraini Kusumawardani, S.E., M.M.',
  rank: 'Pembina Utama Muda (IV/c)',
  nip: '196908231994032005',
}
const atTheLimits: Partial<CertificateFacts> = {
  name: longName,
  trade: 'Teknik Pendingin',
  program: 'Teknisi Refrigerasi Domestik dan Tata Udara Level III (Kulkas, Freezer, dan AC)',
  units: manyUnits(20),
  acknowledger,
}

function draw(design: Design, changes: Partial<CertificateFacts> = {}, background: Uint8Array | null = null) {
  const facts = { ...sampleCertificate(), ...changes }
  const drawn = drawCertificates([{ facts, photo: null }], {
    palette: 'berwarna',
    logo: null,
    design: { design, background },
  })
  return { ...drawn, facts }
}

describe.each(Object.entries(builtInDesigns))('%s', (key, design) => {
  test.each([
    ['as usual', {}],
    ['at the limits', atTheLimits],
    ['with one word, no decree and no predicate', { name: 'Budi', decree: null, predicate: null }],
    ['with an apostrophe, accents and no birthplace', { name: "Nur'aini Ñuñez Ćosić", birthPlace: '' }],
  ])('%s prints everything, within the sheet and without overlaps', async (_, changes) => {
    const { bytes, facts, warnings, pages } = draw(design, changes)
    expect(warnings).toEqual([])
    expect(layoutProblems(layOutDesign(design, facts))).toEqual([])
    const read = await readPdf(bytes)
    expect(pages).toBe(design.back.on ? 2 : 1)
    const front = read.pages[0]?.text.replaceAll('\n', ' ') ?? ''
    for (const words of [facts.name.toUpperCase(), facts.number, facts.program, 'Drs. H. AHMAD FAUZI RAHMAN, M.Si.']) {
      expect(front).toContain(words)
    }
    expect(front.includes('Mengetahui')).toBe(facts.acknowledger !== null)
    for (const page of read.pages) expect(page.text).not.toMatch(/\bkompeten\b/i)
    expect((await readFonts(bytes)).every(font => font.embedded)).toBe(true)
  })

  test('has a readable code', async () => {
    const { bytes, facts } = draw(design)
    expect(await readQr(bytes, 0, 150)).toBe(facts.qrText)
  })

  test('draws the back where it has one', async () => {
    const { bytes } = draw(design, { units: manyUnits(20) })
    const back = (await readPdf(bytes)).pages[1]?.text ?? ''
    expect(back.includes('DAFTAR UNIT KOMPETENSI')).toBe(key !== 'polos')
  })
})

test('Modern prints its whole sentence, with the result', async () => {
  const front = (await readPdf(draw(builtInDesigns.modern).bytes)).pages[0]?.text.replaceAll('\n', ' ')
  for (const words of [
    'Sertifikat Pelatihan',
    'diberikan kepada',
    'telah mengikuti Pelatihan Berbasis Kompetensi kejuruan Tata Rias (Make Up Artist) Angkatan III Tahun 2024 dan dinyatakan LULUS dengan predikat Baik.',
    'Lama / Duration 15 (lima belas) hari kerja 120 (seratus dua puluh) JP',
    'Nilai akhir / Final mark 85,60',
  ]) {
    expect(front).toContain(words)
  }
})

test('Polos prints values only, each in its place', async () => {
  const [front] = (await readPdf(draw(builtInDesigns.polos).bytes)).pages
  expect(front?.text).not.toMatch(/SERTIFIKAT|LULUS|Pelatihan Berbasis/)
  const number = front?.items.find(item => item.text === '500.15/0001/BLK/I/2025')
  expect(number?.left).toBeCloseTo(115, 0)
  const name = front?.items.find(item => item.text === 'SITI AMINAH')
  expect(((name?.left ?? 0) + (name?.right ?? 0)) / 2).toBeCloseTo(148.5, 0)
})

test('a background picture fills the sheet below everything', async () => {
  const canvas = createCanvas(297, 210)
  const context = canvas.getContext('2d')
  context.fillStyle = 'rgb(240, 230, 200)'
  context.fillRect(0, 0, 297, 210)
  const design: Design = { ...builtInDesigns.modern, background: { kind: 'picture', sha256: '0'.repeat(64) } }
  const { bytes, warnings } = draw(design, {}, new Uint8Array(canvas.toBuffer('image/jpeg')))
  expect(warnings).toEqual([])
  expect(await inkShare(bytes, 0, { left: 1, top: 1, width: 15, height: 200 })).toBeGreaterThan(0.99)
  expect((await readPdf(bytes)).pages[0]?.text).toContain('SITI AMINAH')
})

test('a black design has no colour, whatever the setting', async () => {
  const coloured = draw(builtInDesigns.modern).bytes
  const black = draw({ ...builtInDesigns.modern, palette: 'hitam' }).bytes
  expect(await readPdf(black)).toMatchObject({ pages: [{}, {}] })
  expect(Buffer.from(black).equals(coloured)).toBe(false)
})

test('warns of blocks outside the sheet, overlapping blocks, and too long texts', () => {
  const { klasik } = builtInDesigns
  const change = (key: string, part: object): Design => ({
    ...klasik,
    blocks: klasik.blocks.map(block => (block.key === key ? { ...block, ...part } : block)) as Design['blocks'],
  })
  const problems = (design: Design) => layoutProblems(layOutDesign(design, sampleCertificate()))
  expect(problems(change('qr', { x: 280 }))).toContainEqual({ code: 'outside', key: 'qr' })
  expect(problems(change('foto', { x: 200 }))).toContainEqual({ code: 'overlap', key: 'foto', other: 'penanda-tangan' })
  expect(problems(change('waktu', { width: 40 }))).toContainEqual({ code: 'too_long', key: 'waktu' })
  expect(problems(change('waktu', { on: false, width: 40 }))).toEqual([])
})

test('the test sheet has its cross at 10, 10 and a ruler of 100 mm, moved by half a millimetre', async () => {
  const inkAt = async (bytes: Uint8Array, left: number, top: number) =>
    inkShare(bytes, 0, { left: left - 0.3, top: top - 3, width: 0.6, height: 2 })
  const plain = drawTestSheet('Epson', { x: 0, y: 0 }, '2025-01-09').bytes
  expect(await inkAt(plain, 10, 10)).toBeGreaterThan(0.1)
  const moved = drawTestSheet('Epson', { x: 1.5, y: 0 }, '2025-01-09').bytes
  expect(await inkAt(moved, 10, 10)).toBe(0)
  expect(await inkAt(moved, 11.5, 10)).toBeGreaterThan(0.1)
  const [page] = (await readPdf(plain)).pages
  const at = (text: string) => page?.items.find(item => item.text === text)
  const middle = (text: string) => ((at(text)?.left ?? 0) + (at(text)?.right ?? 0)) / 2
  expect(middle('100') - middle('0')).toBeCloseTo(100, 0)
})
