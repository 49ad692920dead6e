import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CohortFacts } from '../../../../../shared/features/cohort/cohort-facts.ts'
import { fullDate, longDate } from '../../../../../shared/kernel/date-format.ts'
import { cohortTitle, formatBatch, formatCount, formatCourse } from '../../../paper-kit/cohort-format.ts'
import { formatPrinted, letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock, placeAndDate, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle, drawLetterTitle } from '../../../pdf/paper-title.ts'
import { countParagraphLines, drawParagraph, type ParagraphStyle } from '../../../pdf/paragraph.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table-pages.ts'
import type { ScheduleChange } from '../../cohort/schedule-change-store.ts'

/** Without a change: a form to be filled in by hand. */
type ScheduleChangeFacts = CohortFacts & { change: ScheduleChange | null }

const title = 'PEMBERITAHUAN PERUBAHAN JADWAL PELATIHAN'
const body: ParagraphStyle = { face: 'arimo', size: 10.5, leading: 5.5, justify: true }

const room = '........................................'
const closing = 'Demikian pemberitahuan ini disampaikan untuk diketahui dan dilaksanakan.'
const emptyRows = 8

/** The letter about a changed schedule: the decree, the old and the new date of every day that moved, what stays. */
export function drawScheduleChange(facts: ScheduleChangeFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, change } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'letter',
    title: `Perubahan Jadwal ${cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  const width = sheet.right - sheet.left
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const number = 'Nomor : ........................................'
  const titleEnd = drawLetterTitle(sheet, letterheadEnd + 12, title, number)
  const openingEnd = drawParagraph(sheet, sheet.left, titleEnd + 10, width, [formatOpening(facts)], body)
  const planned = planTable(sheet, {
    table: {
      columns: [
        { title: 'Hari ke-', width: 20, align: 'center' },
        { title: 'Semula', width: (width - 20) / 2 },
        { title: 'Menjadi', width: (width - 20) / 2 },
      ],
      headHeight: 7,
    },
    rows: change
      ? change.moves.map(({ n, from, to }) => ({ height: 6.4, cells: [String(n), fullDate(from), fullDate(to)] }))
      : Array.from({ length: emptyRows }, () => ({ height: 6.4, cells: [] })),
    firstTop: openingEnd + 3.5,
    nextTop: sheet.top + 7.7,
    signOffs: signOffs(sheet, {
      left: null,
      right: officialBlock(facts.head, [placeAndDate(centre.city, change?.decidedOn ?? null)], true),
      lead: 8 + closingHeight(facts, width),
      note: y => drawClosing(sheet, facts, y + 7.5, width),
    }),
    keep: 2,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, cohortTitle(cohort))
    const left = `${cohort.code} · Perubahan jadwal · versi ${change?.planVersion ?? cohort.planVersion}`
    drawFooter(sheet, left, formatPrinted(facts.printedAt, page, pages))
  })
  return sheet.finish()
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

/** What follows the table, a paragraph each. */
function formatClosing({ cohort, change, days }: ScheduleChangeFacts): string[] {
  if (!change) return [closing]
  const lastMove = change.moves.find(move => move.n === days.length)
  const end = lastMove
    ? [`Pelatihan yang semula berakhir pada ${longDate(lastMove.from)} berakhir pada ${longDate(lastMove.to)}.`]
    : []
  const held =
    change.action === 'move' ? [] : ['Hari pelatihan yang sudah dijalani beserta kehadirannya tidak berubah.']
  // A late holiday may have sent the class to another room: where it meets from now on is said, not that nothing changed.
  const place = cohort.room === '' ? [] : [`Pelatihan selanjutnya bertempat di ${cohort.room}.`]
  return [[...end, ...held, ...place].join(' '), closing].filter(words => words !== '')
}

function drawClosing(sheet: Sheet, facts: ScheduleChangeFacts, y: number, width: number): void {
  let baseline = y
  for (const words of formatClosing(facts)) {
    baseline = drawParagraph(sheet, sheet.left, baseline, width, [words], body) + body.leading + 1.5
  }
}

function closingHeight(facts: ScheduleChangeFacts, width: number): number {
  const paragraphs = formatClosing(facts)
  const lines = paragraphs.reduce((sum, words) => sum + countParagraphLines(width, [words], body), 0)
  return lines * body.leading + paragraphs.length * 1.5 + 2
}
