import type { PersonFacts, PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fillLetter, spacedLines } from '../../../paper-kit/fill-letter.ts'
import { flowPoints } from '../../../paper-kit/flow-text.ts'
import { dressPage, letterheadOf, openPaper } from '../../../paper-kit/paper-sheet.ts'
import { personTokens } from '../../../paper-kit/token-values.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { ParagraphStyle, Span } from '../../../pdf/text/paragraph.ts'
import { type FlowUnit, flowParagraph, keptTogether } from '../../../pdf/text/text-flow.ts'
import { drawFormRows, signerRows } from './person-rows.ts'
import { drawForEach, drawSignedText } from './person-sheets.ts'
import { isUnderAge } from './person-signatures.ts'

const body: ParagraphStyle = { face: 'arimo', size: 9.5, leading: 4.7, justify: true }
const law = 'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi'

/** Persetujuan pemrosesan data pribadi: a page for each person; a guardian signs for who is under age. */
export function drawConsents(facts: PersonPaperFacts, size: PaperSize): DrawnPaper {
  const open = () => openPaper(facts, size, 'minutes', `Persetujuan Data Pribadi ${facts.reference}`)
  return drawForEach(
    facts,
    open,
    sheet => formatConsent(sheet, facts),
    (sheet, units, person, pages) => drawConsent(sheet, facts, units, person, pages),
  )
}

/** What everybody signs. */
function formatConsent({ left, right }: Sheet, facts: PersonPaperFacts): FlowUnit[] {
  const { names, body: words } = facts.letters.consent
  const letter = fillLetter(words, personTokens(facts, names))
  const box = { x: left, width: right - left }
  const text = (spans: readonly Span[], gap: number) => flowParagraph({ ...box, spans, style: body, gap })
  const part = (key: string) => letter.lines(key).flatMap(spacedLines)
  const points = (key: string) => flowPoints(box, letter.lines(key), body)
  return [
    ...keptTogether(text(part('pembuka'), 1.9), spaced(points('tujuan'))),
    ...keptTogether(text(['Data yang diproses:'], 1.9), spaced(points('data'))),
    ...keptTogether(text(['Saya telah diberi tahu bahwa saya berhak:'], 1.9), spaced(points('hak'))),
    ...text(part('penutup'), 1.9),
  ]
}

function drawConsent(
  sheet: Sheet,
  facts: PersonPaperFacts,
  units: readonly FlowUnit[],
  person: PersonFacts,
  pages: number,
): void {
  const { left, right } = sheet
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(facts.centre))
  let y = drawListTitle(sheet, letterheadEnd + 8.5, 'PERSETUJUAN PEMROSESAN DATA PRIBADI', law) + 8
  const style = { labelWidth: 40, right, size: body.size, leading: 4.9 }
  sheet.text('Saya yang bertanda tangan di bawah ini:', left, y, body)
  y = drawFormRows(sheet, left + 7, y + 5.8, signerRows(person), style)
  if (isUnderAge(person, facts)) {
    y += 5.8
    sheet.text('yang belum berusia 18 tahun, bersama orang tua/wali:', left, y, body)
    y = drawFormRows(sheet, left + 7, y + 5.8, guardianRows, style)
  }
  drawSignedText(sheet, facts, {
    units,
    top: y,
    person,
    title: 'Yang menyetujui',
    lead: 9,
    foot: page =>
      dressPage(sheet, page, pages, {
        printedAt: facts.printedAt,
        footer: `${facts.reference} · Persetujuan data pribadi`,
      }),
  })
}

/** A little lower than the line that leads to it. */
function spaced(units: readonly FlowUnit[]): FlowUnit[] {
  const [first, ...others] = units
  if (!first) return []
  return [{ height: first.height + 1.1, draw: (sheet, y) => first.draw(sheet, y + 1.1) }, ...others]
}

const guardianRows = ['Nama orang tua/wali', 'NIK', 'Hubungan'].map(label => ({ label, value: '' }))
