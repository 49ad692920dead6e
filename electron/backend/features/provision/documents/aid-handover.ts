import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { sumOrNull } from '../../../../../shared/kernel/sum-or-null.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatSpelledDay } from '../../../paper-kit/cohort-tokens.ts'
import { drawListPaper, listOf, numberColumn } from '../../../paper-kit/list-paper.ts'
import { digitsOf, drawInWords } from '../../../paper-kit/money-paper.ts'
import { letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawLetterTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { drawParagraph } from '../../../pdf/text/paragraph.ts'

const title = 'BERITA ACARA SERAH TERIMA MODAL KERJA'
const dots = '....................................'
const blanks = 6

/** Aids for graduates of the class: amount and signature of each recipient. */
export function drawAidHandover(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { aids, trainees, centre, cohort } = facts
  const [first] = aids
  const total = sumOrNull(aids.map(aid => aid.amount))
  const people = aids.flatMap(aid => {
    const trainee = trainees.find(one => one.position === aid.position)
    return trainee ? [{ aid, trainee }] : []
  })
  return drawListPaper(facts, size, 'list', {
    name: 'Serah terima modal kerja',
    title,
    isFormal: true,
    head: sheet => {
      const number = `Nomor : ${first?.handover || dots}`
      const end = drawLetterTitle(sheet, drawLetterhead(sheet, letterheadOf(centre)) + 10, title, number)
      const words = `, telah diserahkan bantuan modal kerja kepada lulusan pelatihan ${cohortTitle(cohort)} sebagai berikut:`
      const style = { face: 'arimo', size: 10.5, leading: 5.3, justify: true } as const
      const day = formatSpelledDay(first?.paidOn ?? null)
      return drawParagraph(sheet, sheet.left, end + 10, sheet.right - sheet.left, [...day, words], style) + 3.6
    },
    ...listOf(people, { height: 10, blanks, headHeight: 7.4, zigzag: true }, usable => [
      numberColumn(10),
      { title: 'Nama Penerima', width: 52, cell: ({ trainee }) => trainee.name.toUpperCase() },
      { title: 'NIK', width: 30, align: 'center', size: 9, cell: ({ trainee }) => trainee.nik },
      { title: 'Kelurahan', width: 28, size: 9, cell: ({ trainee }) => trainee.village || '–' },
      { title: 'Jumlah (Rp)', width: 26, align: 'right', cell: ({ aid }) => digitsOf(aid.amount) },
      { title: 'Tanda Tangan', width: usable - 146 },
    ]),
    spaces: Array.from({ length: people.length || blanks }, (_, index) => ({ number: index + 1, remark: '' })),
    signOff: sheet =>
      byHead(facts, {
        rank: true,
        date: first?.paidOn ?? null,
        lead: 16,
        note: y => drawInWords(sheet, y + 5.6, total),
      }),
  })
}
