import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawListTitle } from '../../../pdf/paper-title.ts'
import { drawParagraph, type ParagraphStyle } from '../../../pdf/paragraph.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { fillLetter, spacedLines } from '../../letter/fill-letter.ts'
import { personTokens } from '../../letter/token-values.ts'
import { letterheadOf, openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import type { PersonFacts, PersonPaperFacts } from '../../paper/person-facts.ts'
import { drawPoints } from './numbered-points.ts'
import { drawFormRows, signerRows } from './person-rows.ts'
import { drawPersonSignatures, isUnderAge } from './person-signatures.ts'

const body: ParagraphStyle = { face: 'arimo', size: 9.5, leading: 4.7, justify: true }
const law = 'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi'

/** Persetujuan pemrosesan data pribadi: a page for each person; a guardian signs for who is under age. */
export function drawConsents(facts: PersonPaperFacts, size: PaperSize): DrawnPaper {
  const sheet = openSheet({
    centre: facts.centre,
    size,
    grid: 'minutes',
    title: `Persetujuan Data Pribadi ${facts.reference}`,
    createdOn: printedDate(facts.printedAt),
  })
  for (const [index, person] of facts.people.entries()) drawConsent(sheet, facts, person, index)
  return sheet.finish()
}

function drawConsent(sheet: Sheet, facts: PersonPaperFacts, person: PersonFacts, index: number): void {
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
  const { names, body: words } = facts.letters.consent
  const letter = fillLetter(words, personTokens(facts, names))
  y = drawParagraph(sheet, left, y + 6.6, right - left, letter.lines('pembuka').flatMap(spacedLines), body)
  y = drawPoints(sheet, y + 5.8, letter.lines('tujuan'), body) + 6.6
  sheet.text('Data yang diproses:', left, y, body)
  y = drawPoints(sheet, y + 5.8, letter.lines('data'), body) + 6.6
  sheet.text('Saya telah diberi tahu bahwa saya berhak:', left, y, body)
  y = drawPoints(sheet, y + 5.8, letter.lines('hak'), body) + 6.6
  y = drawParagraph(sheet, left, y, right - left, letter.lines('penutup').flatMap(spacedLines), body)
  drawPersonSignatures(sheet, facts, person, 'Yang menyetujui', y + 9)
  drawFooter(
    sheet,
    `${facts.reference} · Persetujuan data pribadi`,
    printedWords(facts.printedAt, index, facts.people.length),
  )
}

const guardianRows = ['Nama orang tua/wali', 'NIK', 'Hubungan'].map(label => ({ label, value: '' }))
