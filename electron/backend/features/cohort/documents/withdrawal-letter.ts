import type { TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { cohortTitle, formatBatch, formatCourse } from '../../../paper-kit/cohort-format.ts'
import { formatHome } from '../../../paper-kit/home-format.ts'
import { letterText } from '../../../paper-kit/letter-style.ts'
import { openListSheet } from '../../../paper-kit/list-paper.ts'
import { officialBlock, placeAndDate } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterTitle } from '../../../pdf/page/paper-title.ts'
import { drawSignatures, officeSignature, signatureNameOffset } from '../../../pdf/page/signatures.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import { drawParagraph } from '../../../pdf/text/paragraph.ts'

/** A letter for each trainee who withdrew, to be signed by the person; a form if nobody did. */
export function drawWithdrawalLetters(facts: ListFacts, size: PaperSize): DrawnPaper {
  const sheet = openListSheet(facts, size, 'letter', 'Surat pengunduran diri')
  const withdrawn = facts.trainees.filter(one => one.left?.kind === 'withdrawn')
  for (const trainee of withdrawn.length === 0 ? [null] : withdrawn) drawLetter(sheet, facts, trainee)
  return sheet.finish()
}

function drawLetter(sheet: Sheet, facts: ListFacts, trainee: TraineeFacts | null): void {
  const { centre, cohort, days, head } = facts
  sheet.addPage()
  const { left, right } = sheet
  const width = right - left
  const titleEnd = drawLetterTitle(sheet, sheet.top + 12, 'SURAT PENGUNDURAN DIRI', cohortTitle(cohort))
  const text = (y: number, words: string) => drawParagraph(sheet, left, y, width, [words], letterText)
  let y = text(titleEnd + 14, 'Saya yang bertanda tangan di bawah ini:')
  const rows = [
    { label: 'Nama', value: trainee?.name.toUpperCase() ?? '' },
    { label: 'NIK', value: trainee?.nik ?? '' },
    { label: 'Alamat', value: trainee ? formatHome(trainee) : '' },
  ]
  const info = { labelWidth: 42, right, size: letterText.size, leading: 6.4, wraps: true }
  y = drawInfoRows(sheet, left + 8, y + 8, rows, info) + 10
  const leftDay = trainee?.left ? days[trainee.left.afterDay] : undefined
  const since = leftDay ? ` sejak hari ke-${leftDay.n}` : ''
  y = text(
    y,
    `dengan ini menyatakan mengundurkan diri sebagai peserta Pelatihan Berbasis Kompetensi ${formatCourse(cohort)} ${formatBatch(cohort)}${since}, dengan alasan:`,
  )
  for (let line = 1; line <= 3; line += 1) sheet.dots(left, right, y + line * 8)
  y = text(
    y + 35,
    'Saya bersedia mengembalikan perlengkapan yang dipinjamkan dan memahami bahwa tempat saya dapat diisi peserta cadangan. Surat ini saya buat dengan sadar dan tanpa paksaan.',
  )
  // Signed on the first day of absence, or the date is written by hand.
  const own = {
    above: [placeAndDate(centre.city, leftDay?.date ?? null)],
    title: 'Yang menyatakan',
    name: trainee?.name.toUpperCase() ?? '',
    below: [],
  }
  const known = officialBlock(head, ['Mengetahui'], false)
  const nameY = y + 14 + signatureNameOffset([own, known], officeSignature)
  drawSignatures(
    sheet,
    [
      { block: known, centre: left + 38 },
      { block: own, centre: right - 38 },
    ],
    nameY,
    officeSignature,
  )
}
