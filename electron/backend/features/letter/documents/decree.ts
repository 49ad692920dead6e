import type { CentreFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { CentreNames, CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { spellNumber } from '../../../../../shared/kernel/number-format.ts'
import { longDate } from '../../../../../shared/kernel/plain-date.ts'
import { officeInFull } from '../../../paper-kit/centre-tokens.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { openLetter } from '../../../paper-kit/cohort-letter.ts'
import { cohortTokens, formatSubject } from '../../../paper-kit/cohort-tokens.ts'
import { type FilledLetter, warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { flowPoints } from '../../../paper-kit/flow-text.ts'
import { dotted, letterSignature } from '../../../paper-kit/letter-style.ts'
import { listPart } from '../../../paper-kit/list-paper.ts'
import { letterSignOff } from '../../../paper-kit/office-letter.ts'
import { drawParts, flowPart, letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { SignOff } from '../../../pdf/table/table-pages.ts'
import type { ParagraphStyle, Span } from '../../../pdf/text/paragraph.ts'
import { type FlowRequest, type FlowUnit, flowParagraph } from '../../../pdf/text/text-flow.ts'
import { balancedLines, wrapText } from '../../../pdf/text/text-measure.ts'
import { type AnnexContent, annexOf, type DecreeFacts } from './decree-annex.ts'

const style: ParagraphStyle = { face: 'arimo', size: 11, leading: 5.3, justify: true }
const bold = { face: 'arimo-bold', size: 11 } as const
/** Width in mm of the labels at the left, and of the colon. */
const labelWidth = 28

/** A decree (SK): legal basis, decisions, and its list on separate pages. */
export function drawDecree(
  facts: CohortLetterFacts,
  size: PaperSize,
  annex: (width: number) => AnnexContent,
): DrawnPaper {
  const { cohort, letter } = facts
  const { sheet, filled } = openLetter(facts, size, 'minutes')
  const decree: DecreeFacts = {
    ...facts,
    subject: formatSubject(cohortTokens(facts)),
    office: officeInFull(letter.values.signatory, letter.names),
  }
  sheet.addPage()
  if (letter.values.isCopy) sheet.text('SALINAN', sheet.right, sheet.top - 3, { ...bold, align: 'right' })
  const flow: FlowRequest = {
    units: bodyOf(sheet, decree, filled),
    firstTop: drawHeading(sheet, decree),
    nextTop: sheet.top + 9,
    signOffs: signOffsOf(sheet, decree, copiesOf(decree, filled)),
  }
  const decorate = { printedAt: null, title: 'KEPUTUSAN', subject: cohortTitle(cohort), footer: '' }
  const behind = listPart(sheet, facts, size, annexOf(sheet, decree, annex(sheet.right - sheet.left)))
  drawParts(sheet, [flowPart(sheet, flow, decorate), behind])
  warnOfMissing(sheet, filled, { 'nomor keputusan': letter.values.number, 'tanggal ditetapkan': letter.values.date })
  if (letter.values.signatory.name === '') sheet.warn('Nama penanda tangan belum diketahui. Pilih pejabatnya.')
  return sheet.finish()
}

/** 'Ditetapkan di …', official and recipients of copies; the second variant has 15 mm for the signature. */
function signOffsOf(
  sheet: Sheet,
  { centre, letter, head }: DecreeFacts,
  copies: readonly Span[][],
): [SignOff, SignOff] {
  const { date, signatory, isCopy } = letter.values
  const above = [`Ditetapkan di ${centre.city}`, `pada tanggal ${date ? longDate(date) : dotted.slice(0, 13)}`]
  const signed = officialBlock(signatory, above, true)
  // A SALINAN has no signature of its own; its keeper confirms that it equals the original.
  const block = isCopy ? { ...signed, title: `${signed.title}\nttd.` } : signed
  const beside = isCopy ? officialBlock(head, ['Salinan sesuai dengan aslinya'], true) : undefined
  return [
    letterSignOff(sheet, block, 10, copies, letterSignature, beside),
    letterSignOff(sheet, block, 10, copies, { ...letterSignature, space: 15 }, beside),
  ]
}

/** The issuer gets no copy. */
function copiesOf({ office }: DecreeFacts, filled: FilledLetter): Span[][] {
  const wordsOf = (line: readonly Span[]) =>
    line.map(span => (typeof span === 'string' ? span : 'text' in span ? span.text : '')).join('')
  return filled.lines('tembusan').filter(line => wordsOf(line).replace(/[;.]\s*$/, '') !== office)
}

/** Everything above Menimbang, centred. Returns the y where the text starts. */
function drawHeading(sheet: Sheet, { centre, letter, office, subject }: DecreeFacts): number {
  const middle = (sheet.left + sheet.right) / 2
  const width = sheet.right - sheet.left - 8
  let y = drawLetterhead(sheet, letterheadOf(issuedBy(centre, office, letter.names))) + 9
  const block = (text: string, gap: number) => {
    y += gap
    for (const [index, line] of balancedLines(text, bold, width).entries()) {
      if (index > 0) y += 5.2
      sheet.text(line, middle, y, { ...bold, align: 'center' })
    }
  }
  block(`KEPUTUSAN ${office.toUpperCase()}`, 0)
  block(`NOMOR ${letter.values.number || dotted}`, 5.6)
  block('TENTANG', 7)
  block(subject.toUpperCase(), 5.6)
  block(`${office.toUpperCase()},`, 8)
  return y + 2.6
}

/** A decree of the head of the agency uses the agency's letterhead, without the line of the centre. */
function issuedBy(centre: CentreFacts, office: string, { name, agency }: CentreNames): CentreFacts {
  const says = (words: string) => words !== '' && office.toLowerCase().includes(words.toLowerCase())
  if (!says(agency) || says(name) || centre.lines.length < 2) return centre
  return { ...centre, lines: centre.lines.slice(0, -1) }
}

function bodyOf(sheet: Sheet, { office, subject }: DecreeFacts, filled: FilledLetter): FlowUnit[] {
  const x = sheet.left + labelWidth + 3
  const width = sheet.right - x
  const group = (label: string, points: Span[][], letters: boolean): FlowUnit[] =>
    labelled(sheet, label, flowPoints({ x, width }, points, style, { letters }))
  const dictums = filled
    .lines('diktum')
    .map((spans, index) => labelled(sheet, dictumWord(index), flowParagraph({ x, width, spans, style })))
  const naming = flowParagraph({
    x,
    width,
    spans: [`KEPUTUSAN ${office.toUpperCase()} TENTANG ${subject.toUpperCase()}.`],
    style: { ...style, justify: false },
  })
  const basis = [
    group('Menimbang', filled.lines('menimbang'), true),
    group('Mengingat', filled.lines('mengingat'), false),
    group('Memperhatikan', filled.lines('memperhatikan'), false),
  ].filter(units => units.length > 0)
  const decision: FlowUnit = {
    height: 9.5,
    draw: (page, y) => {
      page.text('MEMUTUSKAN:', (page.left + page.right) / 2, y + 8, { ...bold, align: 'center' })
    },
  }
  const decided = whole([decision, ...labelled(sheet, 'Menetapkan', naming)])
  return [...basis.flatMap(spaced), decided, ...dictums.flatMap(spaced)]
}

/** Beside the first line of what follows. */
function labelled(sheet: Sheet, label: string, units: FlowUnit[]): FlowUnit[] {
  const [first, ...others] = units
  if (!first) return []
  // 'KEDUA PULUH DELAPAN' takes two lines.
  const lines = wrapText(label, style, labelWidth - 1.5)
  const draw: FlowUnit['draw'] = (page, y) => {
    page.tagged('P', () => {
      lines.forEach((line, index) => {
        page.text(`${line} `, sheet.left, y + (index + 1) * style.leading, style)
      })
      page.text(':', sheet.left + labelWidth, y + style.leading, style)
    })
    first.draw(page, y)
  }
  return [{ height: Math.max(first.height, lines.length * style.leading), draw }, ...others]
}

function whole(units: readonly FlowUnit[]): FlowUnit {
  return {
    height: units.reduce((sum, unit) => sum + unit.height, 0),
    draw: (sheet, top) => {
      let y = top
      for (const unit of units) {
        unit.draw(sheet, y)
        y += unit.height
      }
    },
  }
}

/** Adds space above the first unit. */
function spaced(units: FlowUnit[]): FlowUnit[] {
  const [first, ...others] = units
  if (!first) return []
  return [{ height: first.height + 2, draw: (sheet, y) => first.draw(sheet, y + 2) }, ...others]
}

/** 'KESATU', 'KEDUA', … */
function dictumWord(index: number): string {
  return index === 0 ? 'KESATU' : `KE${spellNumber(index + 1).toUpperCase()}`
}
