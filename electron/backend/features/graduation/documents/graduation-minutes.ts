import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { capitalName } from '../../../../../shared/features/paper/signatory.ts'
import { monthName, weekdayName } from '../../../../../shared/kernel/date-words.ts'
import { hundredths, numberWords } from '../../../../../shared/kernel/number-words.ts'
import { dayOf, monthOf, type PlainDate, yearOf } from '../../../../../shared/kernel/plain-date.ts'
import type { Face } from '../../../pdf/fonts.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle } from '../../../pdf/paper-title.ts'
import { drawParagraph, type ParagraphStyle, type Span } from '../../../pdf/paragraph.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { officeSignature, type SignatureStyle } from '../../../pdf/signatures.ts'
import type { Table } from '../../../pdf/table.ts'
import { drawTableHead } from '../../../pdf/table-head.ts'
import { drawPlannedTable, type PlannedTable, planTable } from '../../../pdf/table-pages.ts'
import { drawTableRows } from '../../../pdf/table-rows.ts'
import { fitSize } from '../../../pdf/text-measure.ts'
import type { ClassFacts, PanelFacts } from '../../paper/class-facts.ts'
import { batchWords, classTitle, countWords, courseWords } from '../../paper/class-words.ts'
import { letterheadOf, openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import { compactSignature, officialBlock, placeAndDate, signOff } from '../../paper/signature-blocks.ts'
import { planAttachment } from './minutes-attachment.ts'
import { countDecisions, openCounts } from './minutes-counts.ts'

export type MinutesFacts = ClassFacts & { panel: PanelFacts }

const title = 'BERITA ACARA SIDANG KELULUSAN'

/** How closely the first page is set. */
type Density = {
  body: ParagraphStyle
  /** Factor of all gaps between paragraphs and tables. */
  gap: number
  countRow: number
  memberRow: number
  signature: SignatureStyle
}

const text: ParagraphStyle = { face: 'arimo', size: 10.5, leading: 5.5, justify: true }
const roomy: Density = { body: text, gap: 1, countRow: 6.6, memberRow: 9.5, signature: officeSignature }
const tight: Density = {
  body: { ...text, leading: 5 },
  gap: 0.8,
  countRow: 6,
  memberRow: 8.2,
  signature: compactSignature,
}
const bold = (text: string): Span => ({ text, face: 'arimo-bold' as Face })

/** Minutes of the graduation panel; the list of everybody with the decision is their attachment on pages of its own. */
export function drawGraduationMinutes(facts: MinutesFacts, size: PaperSize): DrawnPaper {
  const { cohort } = facts
  // Set closely only where that brings text and signatures onto one page; tried out on sheets that are thrown away.
  const fits = (density: Density) => drawText(openMinutes(facts, size), facts, density).plan.pages.length === 1
  const density = !fits(roomy) && fits(tight) ? tight : roomy
  const sheet = openMinutes(facts, size)
  const panel = drawText(sheet, facts, density)
  const attachment = planAttachment(sheet, facts)
  const panelPages = panel.plan.pages.length
  const pages = panelPages + attachment.planned.plan.pages.length
  const foot = (page: number) => {
    drawFooter(sheet, `${cohort.code} · Berita acara sidang kelulusan`, printedWords(facts.printedAt, page, pages))
  }
  drawPlannedTable(sheet, panel, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, classTitle(cohort))
    foot(page)
  })
  sheet.addPage()
  drawPlannedTable(sheet, attachment.planned, page => {
    attachment.dress(page)
    foot(panelPages + page)
  })
  return sheet.finish()
}

function openMinutes({ centre, cohort, printedAt }: MinutesFacts, size: PaperSize): Sheet {
  const fileTitle = `Berita Acara Sidang Kelulusan ${cohort.code}`
  return openSheet({ centre, size, grid: 'minutes', title: fileTitle, createdOn: printedDate(printedAt) })
}

/** The text of the first page; the panel that signs below it is planned, not drawn. */
function drawText(sheet: Sheet, facts: MinutesFacts, density: Density): PlannedTable {
  sheet.addPage()
  return planPanel(sheet, facts, density, drawFindings(sheet, facts, density, drawHeading(sheet, facts, density)))
}

function drawHeading(sheet: Sheet, { centre, cohort, panel }: MinutesFacts, { gap }: Density): number {
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const middle = (sheet.left + sheet.right) / 2
  const width = sheet.right - sheet.left
  const course = `PELATIHAN BERBASIS KOMPETENSI ${courseWords(cohort).toUpperCase()}`
  const lines = [
    { text: title, face: 'arimo-bold', size: 13 },
    { text: course, face: 'arimo-bold', size: 11 },
    { text: `Nomor : ${panel.number ?? '........................................'}`, face: 'arimo', size: 10.5 },
  ] as const
  lines.forEach((line, index) => {
    const size = fitSize(line.text, line, 7, width)
    const y = letterheadEnd + 9.5 * gap + index * 5.8
    sheet.text(line.text, middle, y, { face: line.face, size, align: 'center' })
  })
  return letterheadEnd + 9.5 * gap + 2 * 5.8
}

function drawFindings(sheet: Sheet, facts: MinutesFacts, { body, gap, countRow }: Density, y: number): number {
  const { cohort, panel, trainees } = facts
  const width = sheet.right - sheet.left
  const place = panel.place === '' ? '' : `, bertempat di ${panel.place}`
  const opening = [
    'Pada hari ini ',
    ...dateInWords(panel.heldOn),
    `${place}, telah dilaksanakan Sidang Kelulusan peserta Pelatihan Berbasis Kompetensi ${courseWords(cohort)} `,
    `${batchWords(cohort)} yang diikuti ${countWords(trainees.length)} peserta, dengan hasil sebagai berikut:`,
  ]
  const openingEnd = drawParagraph(sheet, sheet.left, y + 9.1 * gap, width, opening, body)
  let baseline = drawCounts(sheet, facts, openingEnd + 4.8 * gap, countRow) + 1.5 + 5 * gap
  findingsOf(facts).forEach((finding, index) => {
    if (index > 0) baseline += body.leading + 0.8 * gap
    sheet.text(`${index + 1}.`, sheet.left, baseline, { face: 'arimo', size: body.size })
    baseline = drawParagraph(sheet, sheet.left + 7, baseline, width - 7, [finding], body)
  })
  const closing = 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.'
  return drawParagraph(sheet, sheet.left, baseline + body.leading + 1.2 * gap, width, [closing], body)
}

function findingsOf({ cohort, trainees }: MinutesFacts): string[] {
  const { minimumAttendance, passMark, weights } = cohort
  const anyFailed = trainees.some(trainee => trainee.decision === 'failed')
  return [
    `Kelulusan ditetapkan berdasarkan kehadiran paling sedikit ${minimumAttendance}%, nilai akhir paling rendah ${hundredths(passMark)} (teori ${weights.theory}%, praktik ${weights.practice}%), dan seluruh unit wajib tercapai.`,
    'Nama peserta, nilai akhir, dan keputusan tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari berita acara ini.',
    anyFailed
      ? 'Peserta yang lulus diberi Sertifikat Pelatihan; peserta yang tidak lulus diberi Surat Keterangan Mengikuti Pelatihan.'
      : 'Peserta yang lulus diberi Sertifikat Pelatihan.',
  ]
}

/** 'Jumat tanggal sepuluh bulan Januari tahun dua ribu dua puluh lima (10-01-2025)' */
function dateInWords(date: PlainDate | null): Span[] {
  const room = '....................'
  if (date === null) return [`${room} tanggal ${room} bulan ${room} tahun ${room}`]
  const [year, month, day] = date.split('-')
  return [
    bold(weekdayName(date)),
    ' tanggal ',
    bold(numberWords(dayOf(date))),
    ' bulan ',
    bold(monthName(monthOf(date))),
    ' tahun ',
    bold(numberWords(yearOf(date))),
    ` (${day}-${month}-${year})`,
  ]
}

function drawCounts(sheet: Sheet, facts: MinutesFacts, y: number, height: number): number {
  const usable = sheet.right - sheet.left
  const table: Table = {
    columns: [
      { title: 'No.', width: 10, align: 'center' },
      { title: 'Uraian', width: usable - 62 },
      { title: 'Jumlah', width: 20, align: 'right' },
      { title: 'Terbilang', width: 32 },
    ],
    headHeight: 7,
  }
  const counts = facts.panel.heldOn === null ? openCounts(facts) : countDecisions(facts)
  const rows = counts.map(({ label, count }, index) => ({
    height,
    cells: [String(index + 1), label, ...(count === null ? [] : [String(count), numberWords(count)])],
  }))
  return drawTableRows(sheet, table, rows, sheet.left, drawTableHead(sheet, table, sheet.left, y))
}

function planPanel(sheet: Sheet, facts: MinutesFacts, density: Density, textEnd: number): PlannedTable {
  const { centre, head, panel } = facts
  const { gap, memberRow, signature } = density
  const titleY = textEnd + 2.2 + 5.5 * gap
  sheet.text('Panitia Sidang Kelulusan:', sheet.left, titleY, { face: 'arimo-bold', size: text.size })
  const usable = sheet.right - sheet.left
  const right = officialBlock(head, [placeAndDate(centre.city, panel.heldOn), 'Mengetahui'], true)
  return planTable(sheet, {
    table: {
      columns: [
        { title: 'No.', width: 10, align: 'center' },
        { title: 'Nama', width: usable - 98 },
        { title: 'Jabatan dalam Sidang', width: 38 },
        { title: 'Tanda Tangan', width: 50 },
      ],
      headHeight: 7,
      zigzag: true,
    },
    rows: panel.members.map((member, index) => ({
      height: memberRow,
      cells: [String(index + 1), capitalName(member.name), member.role],
    })),
    spaces: panel.members.map((_, index) => ({ number: index + 1, remark: '' })),
    firstTop: titleY + 2.7,
    nextTop: sheet.top + 7.7,
    signOffs: [signOff(sheet, { left: null, right, lead: 9.2 * gap }, signature)],
    keep: 2,
    step: 2,
  })
}
