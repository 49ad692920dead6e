import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dottedPlace, openLetter } from '../../../paper-kit/cohort-letter.ts'
import { warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { flowPoints, flowText } from '../../../paper-kit/flow-text.ts'
import { letterText } from '../../../paper-kit/letter-style.ts'
import { letterSignOff } from '../../../paper-kit/office-letter.ts'
import { drawParts, flowPart, type PaperPart } from '../../../paper-kit/paper-parts.ts'
import { dressPage } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'
import { type FlowRequest, type FlowUnit, keptTogether } from '../../../pdf/text/text-flow.ts'

const style: ParagraphStyle = { ...letterText, leading: 6.2 }
const headingTop = 10

type Chapter = { title: string; part: string; isSigned: boolean }

const chapters: readonly Chapter[] = [
  { title: 'BAB I\nPENDAHULUAN', part: 'pendahuluan', isSigned: false },
  { title: 'BAB II\nPELAKSANAAN', part: 'isi', isSigned: false },
  { title: 'BAB III\nMASALAH DAN PEMECAHAN', part: 'masalah', isSigned: false },
  { title: 'BAB IV\nPENUTUP', part: 'penutup', isSigned: true },
]

/** Kata pengantar, the contents, the chapters each from a page of its own, and the list of annexes. */
export function drawReportText(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
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
  const titles = ['KATA PENGANTAR', 'DAFTAR ISI', ...chapters.map(one => one.title), 'DAFTAR LAMPIRAN']
  const own = [foreword, { pages: 1 }, ...text, ...list]
  const entries = own.map((_, index) => ({
    title: (titles[index] ?? '').replace('\n', ' '),
    page: 1 + own.slice(0, index).reduce((sum, one) => sum + one.pages, 0),
  }))
  const contents: PaperPart = {
    pages: 1,
    draw: (first, pages) => {
      dressPage(sheet, 0, pages, { printedAt: null, footer: '' }, first)
      drawContents(sheet, entries)
    },
  }
  sheet.addPage()
  drawParts(sheet, [foreword, contents, ...text, ...list])
  warnOfMissing(sheet, filled, { 'tanggal laporan': letter.values.date })
  return sheet.finish()
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

/** One or two lines in the middle, with space around them. */
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
