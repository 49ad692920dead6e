import type { PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fillLetter, spacedLines } from '../../../paper-kit/fill-letter.ts'
import { flowPoints } from '../../../paper-kit/flow-text.ts'
import { personTokens } from '../../../paper-kit/person-tokens.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { ParagraphStyle, Span } from '../../../pdf/text/paragraph.ts'
import { type FlowUnit, flowParagraph, keptTogether } from '../../../pdf/text/text-flow.ts'
import { drawFormRows } from './person-rows.ts'
import { drawDeclarations } from './person-sheets.ts'
import { isUnderAge } from './person-signatures.ts'

const body: ParagraphStyle = { face: 'arimo', size: 9.5, leading: 4.7, justify: true }
const law = 'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi'

/** Persetujuan pemrosesan data pribadi: a page for each person; a guardian signs for minors. */
export function drawConsents(facts: PersonPaperFacts, size: PaperSize): DrawnPaper {
  return drawDeclarations(facts, size, 'Persetujuan Data Pribadi', sheet => ({
    footer: 'Persetujuan data pribadi',
    title: 'PERSETUJUAN PEMROSESAN DATA PRIBADI',
    subtitle: law,
    units: formatConsent(sheet, facts),
    style: body,
    titleGap: 8.5,
    textGap: 8,
    rowsGap: 5.8,
    rowLeading: 4.9,
    lead: (y, person, rows) => {
      if (!isUnderAge(person, facts)) return y
      sheet.text('yang belum berusia 18 tahun, bersama orang tua/wali:', sheet.left, y + 5.8, body)
      return drawFormRows(sheet, sheet.left + 7, y + 11.6, guardianRows, rows)
    },
    signer: 'Yang menyetujui',
    signerGap: 9,
  }))
}

/** The text that is signed. */
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
    ...(facts.dataOfficer === undefined
      ? []
      : text(
          [
            `Pertanyaan dan permintaan tentang data pribadi kepada Pejabat Pelindungan Data Pribadi: ${facts.dataOfficer}.`,
          ],
          1.9,
        )),
    ...text(part('penutup'), 1.9),
  ]
}

/** With a little space above. */
function spaced(units: readonly FlowUnit[]): FlowUnit[] {
  const [first, ...others] = units
  if (!first) return []
  return [{ height: first.height + 1.1, draw: (sheet, y) => first.draw(sheet, y + 1.1) }, ...others]
}

const guardianRows = ['Nama orang tua/wali', 'NIK', 'Hubungan'].map(label => ({ label, value: '' }))
