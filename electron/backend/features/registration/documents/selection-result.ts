import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { Outcome } from '../../../../../shared/features/registration/registration.ts'
import { isScored, type Stage } from '../../../../../shared/features/registration/registration.ts'
import type {
  ApplicantFacts,
  RegistrationFacts,
} from '../../../../../shared/features/registration/registration-facts.ts'
import { stageName, tieRuleText } from '../../../../../shared/features/registration/registration-format.ts'
import { maskNik } from '../../../../../shared/features/trainee/nik.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { formatCount } from '../../../paper-kit/cohort-format.ts'
import { formatPrinted, letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock, placeAndDate, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle, drawListTitle } from '../../../pdf/paper-title.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Cell, Row, Table } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table-pages.ts'

const title = 'PENGUMUMAN HASIL SELEKSI PESERTA PELATIHAN'
const keptMark = '*'
const scoreWidth = 16

/** Hasil seleksi, to be posted: Lulus by rank, the reserves in order, then the others. NIK are masked. */
export function drawSelectionResult(facts: RegistrationFacts, size: PaperSize): DrawnPaper {
  const { centre } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'list',
    title: `Hasil Seleksi ${facts.title}`,
    createdOn: printedDate(facts.printedAt),
  })
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 7.5, title, facts.title)
  const infoEnd = drawInfoRows(sheet, sheet.left, titleEnd + 7.3, infoRows(facts), {
    labelWidth: 33,
    right: sheet.right,
  })
  const notes = notesOf(facts)
  const planned = planTable(sheet, {
    table: tableOf(sheet, facts.stages),
    rows: rowsOf(facts),
    firstTop: infoEnd + 3.4,
    nextTop: sheet.top + 7.7,
    signOffs: signOffs(sheet, {
      left: null,
      right: officialBlock(facts.head, [placeAndDate(centre.city, facts.signedOn)], true),
      lead: 9 + notes.length * 4,
      note: y => {
        notes.forEach((note, index) => {
          sheet.text(note, sheet.left, y + 4.6 + index * 4, { face: 'arimo', size: 8, colour: colours.grey })
        })
      },
    }),
    keep: 2,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, facts.title)
    drawFooter(sheet, `${facts.title} · Hasil seleksi`, formatPrinted(facts.printedAt, page, pages))
  })
  return sheet.finish()
}

function infoRows({ program, quota, decree, stages }: RegistrationFacts) {
  const scored = stages.filter(one => isScored(one.kind))
  const weights = scored.map(({ kind, weight }) => `${stageName(kind).toLowerCase()} ${weight}%`).join(', ')
  return [
    { label: 'Program', value: program },
    { label: 'Kuota', value: `${formatCount(quota)} orang` },
    { label: 'Nilai akhir', value: weights },
    { label: 'Penetapan', value: decree ? `SK Nomor ${decree.number} tanggal ${longDate(decree.date)}` : '' },
  ].filter(row => row.value !== '')
}

function tableOf(sheet: Sheet, stages: readonly Stage[]): Table {
  const scored = stages.filter(one => isScored(one.kind))
  const usable = sheet.right - sheet.left
  const score = { width: scoreWidth, align: 'right' } as const
  const sum = scored.length > 1 ? [{ ...score, title: formatHead('Nilai Akhir') }] : []
  const rest = usable - 9 - 30 - 28 - 22 - (scored.length + sum.length) * scoreWidth
  return {
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Nama Peserta', width: rest },
      { title: 'NIK', width: 30, align: 'center', size: 9 },
      { title: 'Kelurahan', width: 28, size: 9 },
      ...scored.map(({ kind }) => ({ ...score, title: kind === 'TEST' ? 'Tes' : formatHead('Wawancara'), size: 9 })),
      ...sum,
      { title: 'Hasil', width: 22, align: 'center', size: 9 },
    ],
    headHeight: 7.2,
  }
}

/** Small enough for the column of a score. */
function formatHead(text: string) {
  return [{ text, face: 'arimo-bold', size: 7.5 } as const]
}

const order: readonly Outcome[] = ['accepted', 'reserve', 'rejected']

function rowsOf({ applicants, stages, quota }: RegistrationFacts): Row[] {
  const scored = stages.filter(one => isScored(one.kind)).map(one => one.kind)
  const columns = 5 + scored.length + (scored.length > 1 ? 1 : 0)
  const groups = order.map(outcome => applicants.filter(one => one.decision === outcome))
  let number = 0
  return groups.flatMap((group, index) => {
    const rows = group.map((applicant): Row => {
      number += 1
      return { height: 6.6, cells: cellsOf(applicant, number, scored) }
    })
    // The line after the last place: below it nobody is taken in yet.
    if (index !== 1 || rows.length === 0 || number === rows.length) return rows
    const text = `Batas kuota ${quota} orang`
    return [
      { height: 5, tint: colours.tint, cells: [{ text, span: columns, align: 'center', size: 8, face: 'arimo-bold' }] },
      ...rows,
    ]
  })
}

function cellsOf(applicant: ApplicantFacts, number: number, scored: readonly Stage['kind'][]): (string | Cell)[] {
  const { person, results, total } = applicant
  const mark = (score: boolean | number | null) => (typeof score === 'number' ? hundredths(score) : '–')
  return [
    String(number),
    person.name.toUpperCase(),
    maskNik(person.nik),
    person.village,
    ...scored.map(kind => mark(results[kind])),
    ...(scored.length > 1 ? [{ text: mark(total), face: 'arimo-bold' } as const] : []),
    { text: formatResult(applicant), face: applicant.decision === 'accepted' ? 'arimo-bold' : 'arimo' },
  ]
}

function formatResult({ decision, reserve, kept }: ApplicantFacts): string {
  if (decision === 'accepted') return `Lulus${kept ? keptMark : ''}`
  return decision === 'reserve' ? `Cadangan ${reserve}` : 'Tidak'
}

function notesOf({ applicants }: RegistrationFacts): string[] {
  const kept = applicants.some(one => one.kept)
  return [
    tieRuleText,
    ...(kept ? [`${keptMark} Tempat bagi kelurahan yang belum mempunyai peserta.`] : []),
    'Yang lulus wajib daftar ulang. Cadangan dipanggil menurut urutan bila ada tempat kosong.',
  ]
}
