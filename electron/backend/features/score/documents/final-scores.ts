import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CohortFacts, TraineeFacts } from '../../../../../shared/features/cohort/cohort-facts.ts'
import { meanScore } from '../../../../../shared/features/score/score.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatDecision } from '../../../paper-kit/decision-format.ts'
import { rowsOrForm } from '../../../paper-kit/form-rows.ts'
import { formatPrinted, letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { instructorBlock, officialBlock, placeAndDate, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle, drawListTitle } from '../../../pdf/paper-title.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Cell, Row, Table } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table-pages.ts'

const title = 'DAFTAR NILAI AKHIR PESERTA PELATIHAN'

/** Theory, practice and final mark of everybody, with the decision of the panel once there is one. */
export function drawFinalScores(facts: CohortFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'list',
    title: `Daftar Nilai Akhir ${cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 7.5, title, cohortSubtitle(cohort))
  const rules = [
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    { label: 'Nilai akhir', value: `teori ${cohort.weights.theory}%, praktik ${cohort.weights.practice}%` },
    { label: 'Batas lulus', value: hundredths(cohort.passMark) },
  ]
  const infoEnd = drawInfoRows(sheet, sheet.left, titleEnd + 7.3, rules, { labelWidth: 33, right: sheet.right })
  const planned = planTable(sheet, {
    table: tableOf(sheet),
    rows: [...rowsOrForm(facts.trainees.map(rowOf), 6.8), meanRow(facts)],
    firstTop: infoEnd + 3.4,
    nextTop: sheet.top + 7.7,
    signOffs: signOffs(sheet, {
      left: officialBlock(facts.head, ['Mengetahui'], false),
      right: instructorBlock(facts.instructor, [placeAndDate(centre.city, facts.signedOn)]),
      lead: 12.5,
      note: y => sheet.text(countsOf(facts), sheet.left, y + 5.2, { face: 'arimo', size: 9.5 }),
    }),
    keep: 3,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, cohortTitle(cohort))
    drawFooter(sheet, `${cohort.code} · Daftar nilai akhir`, formatPrinted(facts.printedAt, page, pages))
  })
  return sheet.finish()
}

function tableOf(sheet: Sheet): Table {
  const usable = sheet.right - sheet.left
  return {
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Nama Peserta', width: usable - 125 },
      { title: 'NIK', width: 34, align: 'center', size: 9 },
      { title: 'Teori', width: 18, align: 'right' },
      { title: 'Praktik', width: 18, align: 'right' },
      { title: 'Nilai Akhir', width: 18, align: 'right' },
      { title: 'Keterangan', width: 28, align: 'center', size: 8.5 },
    ],
    headHeight: 7.2,
  }
}

function rowOf(trainee: TraineeFacts): Row {
  return {
    height: 6.8,
    cells: [
      String(trainee.position),
      trainee.name.toUpperCase(),
      trainee.nik,
      scoreCell(trainee, trainee.theory),
      scoreCell(trainee, trainee.practice),
      { ...scoreCell(trainee, trainee.final), face: 'arimo-bold' },
      formatDecision(trainee),
    ],
  }
}

/** Whoever left has no marks to wait for; an empty cell of the others is still open. */
function scoreCell({ left }: TraineeFacts, score: number | null): Cell {
  if (score === null) return { text: left ? '–' : '', colour: colours.grey }
  return { text: hundredths(score) }
}

function meanRow({ trainees }: CohortFacts): Row {
  const mean = (pick: (trainee: TraineeFacts) => number | null): Cell => {
    const value = meanScore(trainees.map(pick).filter(score => score !== null))
    return { text: value === null ? '' : hundredths(value), face: 'arimo-bold' }
  }
  return {
    height: 8,
    tint: colours.tint,
    cells: [
      { text: 'Rata-rata', span: 3, align: 'right', face: 'arimo-bold' },
      mean(trainee => trainee.theory),
      mean(trainee => trainee.practice),
      mean(trainee => trainee.final),
      '',
    ],
  }
}

function countsOf({ trainees }: CohortFacts): string {
  const count = (decision: TraineeFacts['decision']) => trainees.filter(trainee => trainee.decision === decision).length
  const counts = [
    `Peserta ${trainees.length === 0 ? '........' : trainees.length} orang`,
    ...(trainees.some(trainee => trainee.decision === 'passed' || trainee.decision === 'failed')
      ? [`lulus ${count('passed')} orang`, `tidak lulus ${count('failed')} orang`]
      : []),
  ]
  const left = trainees.filter(trainee => trainee.left !== null).length
  return `${[...counts, ...(left > 0 ? [`keluar sebelum selesai ${left} orang`] : [])].join(', ')}.`
}
