import { beforeAll, describe, expect, test } from 'vitest'
import { cohortLetterKeys, isAlwaysA4, type PaperKey, paperKeys } from '../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../shared/features/centre/centre.ts'
import { cohortPapers, everyPaper } from './every-paper.ts'
import { goldenText } from './golden-text.ts'
import { collisions, rowNumbers, textNearEdges } from './placed-text.ts'
import { type ReadPdf, readFonts, readPdf } from './read-pdf.ts'
import { sampleFacts, sampleFactsOf } from './samples/sample-facts.ts'

const sizes: PaperSize[] = ['A4', 'F4']
const upright = { A4: [210, 297], F4: [215, 330] } as const
const wide: PaperKey[] = [
  'attendance-15',
  'attendance-recap',
  'schedule',
  'schedule-week',
  'participants',
  'certificate',
  'instructors',
  'competency-recap',
  'receipt-transport',
  'certificate-register',
  'target-participants',
  'syllabus',
  'assessment-sheet',
  'receipt-honoraria',
  'transfer-list',
  'budget',
  'budget-realisation',
]
/** Letters, decrees and minutes show a page number only if they have several pages. */
const formal: string[] = [
  ...cohortLetterKeys.filter(key => key !== 'panel-attendance'),
  ...['schedule-change', 'withdrawal-letter', 'collection-authority', 'payment-receipt', 'aid-handover'],
  ...['materials-inspection', 'materials-handover'],
]
/** Papers with one sheet per budget year, unit, material or person; each sheet has its own page numbers. */
const severalInOne: string[] = [
  'receipt-transport',
  'receipt-honoraria',
  'transfer-list',
  'assessment-sheet',
  'stock-card',
]
const treasury = 'NURAINI KUSUMAWARDANI'
/** The person who signs, where it is not the head of the centre. */
const signers: Record<string, string> = {
  ...Object.fromEntries(
    ['receipt-transport', 'receipt-honoraria', 'transfer-list', 'payment-receipt', 'budget', 'budget-realisation'].map(
      key => [key, treasury],
    ),
  ),
  ...{ 'test-sheet': 'Penguji', 'interview-sheet': 'Penguji', 'evaluation-form': 'Terima kasih' },
  ...{ 'materials-inspection': 'YANTO SUBAGYO', 'materials-handover': 'YANTO SUBAGYO' },
  'collection-authority': 'Pemberi kuasa',
  'report-text': 'Foto dokumentasi',
}
/** Papers of a class that name no trainee. */
const withoutPeople = [
  'schedule',
  'schedule-week',
  'schedule-change',
  'instructors',
  'curriculum',
  'materials-request',
  'materials-receipt',
  'materials-usage',
  'final-recap',
  'instructor-attendance',
  'teaching-hours',
  'decree-training',
  'decree-instructors',
  'opening-minutes',
  'closing-minutes',
  'panel-invitation',
  'panel-attendance',
  'report-text',
  ...['syllabus', 'test-sheet', 'interview-sheet', 'budget', 'budget-realisation', 'stock-card', 'payment-receipt'],
  ...['materials-inspection', 'materials-handover', 'evaluation-form', 'evaluation-recap', 'receipt-honoraria'],
  ...['assignment-instructors', 'assignment-committee', 'opening-invitation', 'closing-invitation', 'cover-note'],
  ...['replacement-minutes', 'selection-minutes', 'report-cover'],
  // These name only some people, or also others.
  ...['withdrawal-letter', 'collection-authority', 'aid-handover', 'transfer-list'],
  ...['opening-attendance', 'closing-attendance'],
]
/** Their golden texts use two people, because a third adds nothing. */
const onePagePerPerson: PaperKey[] = ['biodata', 'pledge', 'consent', 'graduation-reasons', 'collection-authority']
const counts = [1, 16, 17, 30, 40]
/** What needs more than one sheet for a class of sixteen, and why; all others have one. */
const onSeveralSheets: Record<string, string> = {
  'attendance-15': 'initials of fifteen days need rows of 9 mm; the weekly sheet has one page',
  'certificate-register': 'signed in high rows, on a sheet that lies',
  'competency-recap': 'titles of units stand upright in its head',
  'opening-attendance': 'six guests and the instructors sign with the sixteen',
  'closing-attendance': 'the same people sign again',
  'receipt-transport': 'a sheet for each budget year, signed by two and by three officials',
  'receipt-honoraria': 'a sheet for each budget year',
  'transfer-list': 'a sheet for each budget year, instructors among the sixteen',
  'payment-receipt': 'one for each payment',
  'stock-card': 'one for each material',
  'assessment-sheet': 'one for each unit',
  'instructor-attendance': 'each instructor signs fifteen days in and out',
  'teaching-hours': 'days of teaching, not people',
  syllabus: 'the curriculum unit by unit',
  'schedule-week': 'one for each week',
  'graduation-minutes': 'minutes, and the names as their annex',
  'decree-training': 'a decree, its annex behind it',
  'decree-participants': 'a decree, the names as its annex',
  'decree-instructors': 'a decree, its annex behind it',
  'collection-authority': 'one for each person',
  'report-text': 'a report',
}
const combinations = paperKeys.flatMap(key => sizes.map(size => ({ key, size })))

describe.each(combinations)('$key on $size', ({ key, size }) => {
  let pdf: ReadPdf
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = everyPaper[key](sampleFacts(), size).bytes
    pdf = await readPdf(bytes)
  })

  test('has pages of exactly that size', () => {
    const [short, long] = upright[isAlwaysA4(key) ? 'A4' : size]
    const [width, height] = wide.includes(key) ? [long, short] : [short, long]
    for (const page of pdf.pages) {
      expect(Math.abs(page.width - width)).toBeLessThan(0.1)
      expect(Math.abs(page.height - height)).toBeLessThan(0.1)
    }
  })

  // The complete text of every paper on A4; any change shows up in the golden file.
  if (size === 'A4')
    test('has its golden text', async () => {
      const { pages } = onePagePerPerson.includes(key)
        ? await readPdf(everyPaper[key](sampleFactsOf(2), size).bytes)
        : pdf
      await expect(goldenText(pages)).toMatchFileSnapshot(`golden/${key}.txt`)
    })

  test('keeps all text 5 mm from the edges and apart from other text', () => {
    for (const page of pdf.pages) {
      expect(textNearEdges(page)).toEqual([])
      expect(collisions(page)).toEqual([])
    }
  })

  test('embeds every font', async () => {
    const fonts = await readFonts(bytes)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter(font => !font.embedded)).toEqual([])
  })

  test('is a PDF/A-2b in Indonesian with a readable packet of metadata', () => {
    expect(pdf.language).toBe('id-ID')
    expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf.xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(pdf.xmp).toContain(pdf.title)
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).toContain('/OutputIntents')
    expect(raw).not.toContain('/ModDate')
    expect(raw).not.toContain('/DeviceCMYK')
    expect(raw).not.toContain('/UserUnit')
  })

  test('is the same to the byte when drawn again', () => {
    expect(Buffer.from(everyPaper[key](sampleFacts(), size).bytes).equals(bytes)).toBe(true)
  })
})

describe.each(Object.entries(cohortPapers))('%s', (key, draw) => {
  test.each(counts)('holds %i trainees with heads, names and signatures where they belong', async count => {
    const facts = sampleFactsOf(count)
    for (const size of sizes) {
      const drawn = draw(facts, size)
      const { pages } = await readPdf(drawn.bytes)
      expect(drawn.pages).toBe(pages.length)
      if (count === 16 && !(key in onSeveralSheets)) expect(pages).toHaveLength(1)
      // Nobody of the sample class replaced another person, so this paper warns.
      if (key !== 'replacement-minutes') expect(drawn.warnings).toEqual([])
      const last = pages.at(-1)
      // With three signers side by side a name may take two lines.
      expect(last?.text.replace(/\s+/g, ' ')).toContain(signers[key] ?? 'AHMAD FAUZI RAHMAN')
      if (severalInOne.includes(key)) expect(last?.text).toMatch(/Halaman (\d+) dari \1(?!\d)/)
      else if (!formal.includes(key)) expect(last?.text).toContain(`Halaman ${pages.length} dari ${pages.length}`)
      if (formal.includes(key)) expect(pages.some(page => /Dicetak|TR-2024-03 ·/.test(page.text))).toBe(false)
      for (const page of pages) {
        expect(textNearEdges(page)).toEqual([])
        expect(collisions(page)).toEqual([])
      }
      if (withoutPeople.includes(key)) continue
      const listPages = pages.filter(page => /\bNama (Peserta|Lengkap)\b/.test(page.text))
      const shown = listPages.flatMap(rowNumbers)
      const once = Array.from({ length: count }, (_, index) => index + 1)
      const times = Math.max(1, Math.round(shown.length / count))
      expect(shown).toEqual(Array.from({ length: times }, () => once).flat())
      // Signatures are never alone on a page without rows.
      expect(rowNumbers(last ?? null).length).toBeGreaterThanOrEqual(Math.min(2, count))
    }
  })

  test('of a class without people is a form with rows to write on', async () => {
    if (withoutPeople.includes(key)) return
    for (const size of sizes) {
      const drawn = draw(sampleFactsOf(0), size)
      const { pages } = await readPdf(drawn.bytes)
      expect(pages.flatMap(rowNumbers)).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
      for (const page of pages) expect([...textNearEdges(page), ...collisions(page)]).toEqual([])
    }
  })

  test('draws unusual names safely and names missing letters', async () => {
    const facts = sampleFacts()
    const names = ["Nur'aini", 'Ó’Çèžōđ', 'Budi', '<script>alert(1)</script>', 'Ana 😀 Putri', 'x'.repeat(60), longName]
    const trainees = facts.trainees.map((trainee, index) => ({ ...trainee, name: names[index] ?? trainee.name }))
    const drawn = draw({ ...facts, trainees }, 'A4')
    const { pages } = await readPdf(drawn.bytes)
    const text = pages.map(page => page.text).join('\n')
    for (const page of pages) expect(collisions(page)).toEqual([])
    if (withoutPeople.includes(key)) return
    expect(drawn.warnings).toEqual(['Huruf “😀” pada “ANA 😀 PUTRI” tidak ada di huruf cetak dan dicetak sebagai “?”.'])
    for (const name of ["NUR'AINI", 'Ó’ÇÈŽŌĐ', 'BUDI', '<SCRIPT>ALERT(1)</SCRIPT>', 'ANA ? PUTRI']) {
      expect(text).toContain(name)
    }
    const letters = text.replace(/\s/g, '')
    expect(letters).toContain('X'.repeat(60))
    expect(letters).toContain(longName.toUpperCase().replaceAll(' ', ''))
  })
})

const longName = 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat Sastrowardoyo Kertonegoro Adiwinata Putri'

/** The watermark is diagonal, so both high and wide; a vertical head is only high. */
function isWatermark({
  top,
  bottom,
  left,
  right,
}: {
  top: number
  bottom: number
  left: number
  right: number
}): boolean {
  return bottom - top > 20 && right - left > 20
}

test('a practice centre marks every page, any other centre none', async () => {
  const facts = sampleFacts()
  const practice = { ...facts, centre: { ...facts.centre, practice: true } }
  for (const key of paperKeys) {
    const marked = await readPdf(everyPaper[key](practice, 'A4').bytes)
    for (const page of marked.pages) expect(page.items.filter(isWatermark).map(item => item.text)).toEqual(['LATIHAN'])
    const plain = await readPdf(everyPaper[key](facts, 'A4').bytes)
    for (const page of plain.pages) expect(page.items.filter(isWatermark)).toEqual([])
  }
})

test('metadata stays well-formed when the centre has an ampersand in its name', async () => {
  const facts = sampleFacts()
  const centre = { ...facts.centre, lines: ['BLK Tata Rias & Boga <Pusat>'] }
  const { xmp, author } = await readPdf(everyPaper.certificate({ ...facts, centre }, 'A4').bytes)
  expect(author).toBe('BLK Tata Rias - Boga -Pusat-')
  expect(xmp.replace(/<[^<>]+>/g, '')).not.toMatch(/[<>&]/)
})
