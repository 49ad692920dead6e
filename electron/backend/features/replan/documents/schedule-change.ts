import type { ScheduleChangeFacts } from '../../../../../shared/facts/schedule-change-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fullDate, longDate } from '../../../../../shared/kernel/plain-date.ts'
import { formatBatch, formatCount, formatCourse } from '../../../paper-kit/cohort-format.ts'
import { closingParagraphs } from '../../../paper-kit/flow-text.ts'
import { minutesText } from '../../../paper-kit/letter-style.ts'
import { blankRows, drawListPaper } from '../../../paper-kit/list-paper.ts'
import { letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawLetterTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { drawParagraph } from '../../../pdf/text/paragraph.ts'

const title = 'PEMBERITAHUAN PERUBAHAN JADWAL PELATIHAN'

const room = '........................................'
const closing = 'Demikian pemberitahuan ini disampaikan untuk diketahui dan dilaksanakan.'

/** The letter about a changed schedule: decree, old and new date of every moved day, and what stays the same. */
export function drawScheduleChange(facts: ScheduleChangeFacts, size: PaperSize): DrawnPaper {
  const { centre, change } = facts
  return drawListPaper(facts, size, 'letter', {
    name: 'Perubahan Jadwal',
    isFormal: true,
    title,
    head: sheet => {
      const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
      const titleEnd = drawLetterTitle(sheet, letterheadEnd + 12, title, `Nomor : ${room}`)
      const width = sheet.right - sheet.left
      return drawParagraph(sheet, sheet.left, titleEnd + 10, width, [formatOpening(facts)], minutesText) + 3.5
    },
    table: usable => ({
      columns: [
        { title: 'Hari ke-', width: 20, align: 'center' },
        { title: 'Semula', width: (usable - 20) / 2 },
        { title: 'Menjadi', width: (usable - 20) / 2 },
      ],
      headHeight: 7,
    }),
    rows: change
      ? change.moves.map(({ n, from, to }) => ({ height: 6.4, cells: [String(n), fullDate(from), fullDate(to)] }))
      : blankRows(8, 6.4, false),
    signOff: sheet => {
      const closing = closingParagraphs(sheet, formatClosing(facts), minutesText)
      return byHead(facts, {
        rank: true,
        date: change?.decidedOn ?? null,
        lead: 10 + closing.height,
        note: y => closing.draw(y + 7.5),
      })
    },
  })
}

function formatOpening({ cohort, change }: ScheduleChangeFacts): string {
  const course = `Pelatihan Berbasis Kompetensi ${formatCourse(cohort)} ${formatBatch(cohort)}`
  if (!change)
    return `Diberitahukan bahwa karena ${room}${room} jadwal ${course} untuk ${room} hari pelatihan diubah sebagai berikut:`
  const days = `${formatCount(change.moves.length)} hari pelatihan`
  const { action, date, name, source } = change
  if (action === 'move') {
    const [first] = change.moves
    const old = first?.n === 1 ? ` yang semula dimulai hari ${fullDate(first.from)}` : ''
    return `Diberitahukan bahwa ${course}${old} dipindah dan dimulai hari ${fullDate(date)}. Alasan: ${name.replace(/\.$/, '')}. Jadwal untuk ${days} diubah sebagai berikut:`
  }
  const basis = source === '' ? 'Diberitahukan bahwa' : `Berdasarkan ${source},`
  const event =
    action === 'add'
      ? `hari ${fullDate(date)} ditetapkan sebagai hari libur (${name})`
      : `hari ${fullDate(date)} yang semula libur (${name}) menjadi hari pelatihan kembali`
  return `${basis} ${event}. Sehubungan dengan itu, jadwal ${course} untuk ${days} diubah sebagai berikut:`
}

/** Paragraphs after the table. */
function formatClosing({ cohort, change, days }: ScheduleChangeFacts): string[] {
  if (!change) return [closing]
  const lastMove = change.moves.find(move => move.n === days.length)
  const end = lastMove
    ? [`Pelatihan yang semula berakhir pada ${longDate(lastMove.from)} berakhir pada ${longDate(lastMove.to)}.`]
    : []
  const held =
    change.action === 'move' ? [] : ['Hari pelatihan yang sudah dijalani beserta kehadirannya tidak berubah.']
  // A late holiday may have changed the room: then it is stated.
  const place = cohort.room === '' ? [] : [`Pelatihan selanjutnya bertempat di ${cohort.room}.`]
  return [[...end, ...held, ...place].join(' '), closing].filter(words => words !== '')
}
