import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { budgetAmount } from '../../../../../shared/features/provision/budget.ts'
import { rupiahDigits } from '../../../../../shared/kernel/money.ts'
import { dottedPlace, openLetter } from '../../../paper-kit/cohort-letter.ts'
import { warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { flowPoints, flowText } from '../../../paper-kit/flow-text.ts'
import { letterText } from '../../../paper-kit/letter-style.ts'
import { listPart } from '../../../paper-kit/list-paper.ts'
import { letterSignOff } from '../../../paper-kit/office-letter.ts'
import { decoratePage, drawParts, flowPart, type PaperPart } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'
import { type FlowRequest, type FlowUnit, keptTogether } from '../../../pdf/text/text-flow.ts'
import { type Picture, photosPart } from '../../provision/documents/photos.ts'

const style: ParagraphStyle = { ...letterText, leading: 6.2 }
const headingTop = 10

type Chapter = { title: string; part: string; isSigned: boolean }

const chapters: readonly Chapter[] = [
  { title: 'BAB I\nPENDAHULUAN', part: 'pendahuluan', isSigned: false },
  { title: 'BAB II\nPELAKSANAAN', part: 'isi', isSigned: false },
  { title: 'BAB III\nMASALAH DAN PEMECAHAN', part: 'masalah', isSigned: false },
  { title: 'BAB IV\nPENUTUP', part: 'penutup', isSigned: true },
]

/** Kata pengantar, contents, chapters on new pages, budget, list of annexes and photos. */
export function drawReportText(
  facts: CohortLetterFacts,
  size: PaperSize,
  pictures: readonly Picture[] = [],
): DrawnPaper {
  const { centre, letter } = facts
  const { sheet, filled } = openLetter(facts, size, 'letter', 'Laporan Pelatihan')
  const box = { x: sheet.left, width: sheet.right - sheet.left }
  const signatory = officialBlock(letter.values.signatory, [dottedPlace(centre.city, letter.values.date)], true)
  const signed = letterSignOff(sheet, signatory, 12)
  const part = (title: string, text: readonly FlowUnit[], isSigned: boolean) => {
    const signOffs: FlowRequest['signOffs'] = [isSigned ? signed : { height: 0, draw: () => {} }]
    const units = keptTogether([heading(title)], text)
    return flowPart(
      sheet,
      { units, firstTop: sheet.top, nextTop: sheet.top, signOffs },
      { printedAt: null, footer: '' },
    )
  }
  const foreword = part('KATA PENGANTAR', flowText(box, filled.lines('kata_pengantar'), style), true)
  const text = chapters.map(one => part(one.title, flowText(box, filled.lines(one.part), style), one.isSigned))
  const annexes = filled.lines('lampiran')
  const list = annexes.length === 0 ? [] : [part('DAFTAR LAMPIRAN', flowPoints(box, annexes, style), false)]
  const lines = letter.values.budgetLines
  const budget = lines.length === 0 ? [] : [budgetPart(sheet, facts, size)]
  const photos = pictures.length === 0 ? [] : [photosPart(sheet, pictures, one => drawHeading(one, 'FOTO DOKUMENTASI'))]
  const titles = [
    ...['KATA PENGANTAR', 'DAFTAR ISI', ...chapters.map(one => one.title)],
    ...budget.map(() => budgetTitle),
    ...list.map(() => 'DAFTAR LAMPIRAN'),
    ...photos.map(() => 'FOTO DOKUMENTASI'),
  ]
  const own = [foreword, { pages: 1 }, ...text, ...budget, ...list, ...photos]
  const entries = own.map((_, index) => ({
    title: (titles[index] ?? '').replace('\n', ' '),
    page: 1 + own.slice(0, index).reduce((sum, one) => sum + one.pages, 0),
  }))
  const contents: PaperPart = {
    pages: 1,
    draw: (first, pages) => {
      decoratePage(sheet, 0, pages, { printedAt: null, footer: '' }, first)
      drawContents(sheet, entries)
    },
  }
  sheet.addPage()
  drawParts(sheet, [foreword, contents, ...text, ...budget, ...list, ...photos])
  warnOfMissing(sheet, filled, { 'tanggal laporan': letter.values.date })
  return sheet.finish()
}

const budgetTitle = 'RINCIAN ANGGARAN'

/** Planned and paid costs of the class by budget year; a total only if all its lines are known. */
function budgetPart(sheet: Sheet, facts: CohortLetterFacts, size: PaperSize): PaperPart {
  const lines = facts.letter.values.budgetLines
  const planned = lines.reduce((sum, line) => sum + budgetAmount(line), 0)
  const open = lines.filter(line => line.realised === null).length
  const paid = open === lines.length ? null : lines.reduce((sum, line) => sum + (line.realised ?? 0), 0)
  const words = open === 0 ? 'Jumlah' : `Jumlah (realisasi ${open} baris belum dicatat)`
  const money = (value: number | null) => (value === null ? '–' : rupiahDigits(value))
  return listPart(sheet, facts, size, {
    name: budgetTitle,
    title: budgetTitle,
    isFormal: true,
    head: one => ({ end: one.top + headingTop + 10, draw: () => drawHeading(one, budgetTitle) }),
    table: usable => ({
      columns: [
        { title: 'TA', width: 12, align: 'center' },
        { title: 'Uraian', width: usable - 12 - 34 - 58 },
        { title: 'Kode Rekening', width: 34, align: 'center', size: 8.5 },
        { title: 'Rencana (Rp)', width: 29, align: 'right' },
        { title: 'Realisasi (Rp)', width: 29, align: 'right' },
      ],
      headHeight: 8,
    }),
    rows: [
      ...lines.map(line => ({
        height: 6.6,
        cells: [
          String(line.year),
          line.description,
          line.account || '–',
          money(budgetAmount(line)),
          money(line.realised),
        ],
      })),
      {
        height: 7,
        cells: [{ text: words, span: 3, face: 'arimo-bold' as const }, money(planned), money(paid)],
      },
    ],
  })
}

/** A heading on the open page; returns the y below it. */
function drawHeading(sheet: Sheet, title: string): number {
  heading(title).draw(sheet, sheet.top)
  return sheet.top + headingTop + 10
}

function drawContents(sheet: Sheet, entries: readonly { title: string; page: number }[]): void {
  heading('DAFTAR ISI').draw(sheet, sheet.top)
  entries.forEach(({ title, page }, index) => {
    const y = sheet.top + headingTop + 14 + index * 8
    const width = sheet.text(title, sheet.left, y, style)
    sheet.dots(sheet.left + width + 2, sheet.right - 8, y)
    sheet.text(String(page), sheet.right, y, { ...style, align: 'right' })
  })
}

/** One or two centred lines with space around. */
function heading(title: string): FlowUnit {
  const lines = title.split('\n')
  return {
    height: headingTop + (lines.length - 1) * 6.2 + 5,
    draw: (sheet, y) => {
      lines.forEach((line, index) => {
        const middle = (sheet.left + sheet.right) / 2
        sheet.text(line, middle, y + headingTop + index * 6.2, { face: 'arimo-bold', size: 13, align: 'center' })
      })
    },
  }
}
