import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CohortFacts, DayFacts, TraineeFacts } from '../../../../../shared/features/cohort/cohort-facts.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { countOrForm, rowsOrForm, spacesOrForm } from '../../../paper-kit/form-rows.ts'
import { letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import {
  type ReturningPaper,
  type ReturningSheet,
  returningPaper,
  type Session,
  zigzagBoxes,
} from '../../../paper-kit/returning-sheet.ts'
import { instructorBlock, officialBlock, placeAndDate, signOff } from '../../../paper-kit/signature-blocks.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawListTitle } from '../../../pdf/paper-title.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { officeSignature } from '../../../pdf/signatures.ts'
import { edgesOf, type Table } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable, rowsOnPage, signatureRowHeight } from '../../../pdf/table-pages.ts'
import { dayInfo } from './day-info.ts'
import { sheetCode } from './sheet-code.ts'
import { dressSheet, signatureSpace } from './sheet-dress.ts'
import { codeSide } from './sheet-marks.ts'

const title = 'DAFTAR HADIR PESERTA PELATIHAN'
/** In the order of their columns. */
const sessions = ['pagi', 'siang'] as const satisfies readonly Session[]

/** The sheet of a day that is signed twice, in the morning and after the pause; one after the other in one file. */
export function drawAttendanceSessions(facts: CohortFacts, days: readonly DayFacts[], size: PaperSize): ReturningPaper {
  const sheet = openSheet({
    centre: facts.centre,
    size,
    grid: 'list',
    title: `Daftar Hadir Pagi dan Siang ${facts.cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  const sheets = days.flatMap(day => drawDay(sheet, facts, day, size))
  return returningPaper(sheet.finish(), sheets)
}

function drawDay(sheet: Sheet, facts: CohortFacts, day: DayFacts, size: PaperSize): ReturningSheet[] {
  const { centre, cohort, trainees } = facts
  const place = { kind: 'sessions', n: day.n } as const
  const codeOf = (page: number) => sheetCode({ cohortCode: cohort.code, place, page, version: cohort.sheetVersion })
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 7.5, title, cohortSubtitle(cohort))
  const infoTop = titleEnd + 7.3
  const hasCode = codeOf(1) !== null
  const infoEnd = drawInfoRows(sheet, sheet.left, infoTop, dayInfo(facts, day), {
    labelWidth: 33,
    right: sheet.right - (hasCode ? codeSide + 4 : 0),
  })
  const firstTop = Math.max(infoEnd, hasCode ? infoTop + 15.5 : 0) + 3.4
  const sign = signOff(
    sheet,
    {
      left: officialBlock(facts.head, ['Mengetahui'], false),
      right: instructorBlock(day.instructors[0] ?? facts.instructor, [placeAndDate(centre.city, day.date)]),
      lead: 12.5,
      note: y => drawTotals(sheet, y + 5.2),
    },
    officeSignature,
  )
  const table = tableOf(sheet)
  const free = sheet.bottom - firstTop - table.headHeight
  const height = signatureRowHeight(countOrForm(trainees), free, sign.height, size === 'F4' ? 10.5 : 9.2)
  const planned = planTable(sheet, {
    table,
    rows: rowsOrForm(
      trainees.map(trainee => ({
        height,
        cells: [String(trainee.position), trainee.name.toUpperCase(), trainee.sex],
      })),
      height,
    ),
    spaces: spacesOrForm(trainees.map(trainee => signatureSpace(trainee, day.n))),
    firstTop,
    nextTop: sheet.top + 10.9,
    signOffs: [sign],
    keep: 2,
    step: 2,
  })
  const edges = edgesOf(table, sheet.left).slice(-3)
  const returning: ReturningSheet[] = []
  drawPlannedTable(sheet, planned, page => {
    const boxes = sessions.flatMap((session, column) =>
      zigzagBoxes(
        { left: edges[column] ?? 0, right: edges[column + 1] ?? 0 },
        rowsOnPage(planned, page).map(row => ({ ...row, signer: signerOf(trainees[row.index], day.n, session) })),
      ),
    )
    returning.push(
      ...dressSheet(sheet, {
        place,
        boxes,
        page,
        pages: planned.plan.pages.length,
        code: codeOf(page + 1),
        codeTop: infoTop - 3.4,
        caption: `Hari ${day.n} · versi ${cohort.sheetVersion}`,
        title,
        continued: `${cohortTitle(cohort)}, hari ke-${day.n}`,
        footer: `${cohort.code} · Hari ke-${day.n}, pagi dan siang · lembar versi ${cohort.sheetVersion}`,
        printedAt: facts.printedAt,
      }),
    )
  })
  return returning
}

function signerOf(trainee: TraineeFacts | undefined, n: number, session: Session) {
  return trainee && signatureSpace(trainee, n).remark === '' ? { position: trainee.position, n, session } : null
}

function tableOf(sheet: Sheet): Table {
  const half = (sheet.right - sheet.left - 81) / 2
  return {
    columns: [
      { title: 'No.', width: 10, align: 'center', size: 10 },
      { title: 'Nama Peserta', width: 62, size: 10 },
      { title: 'L/P', width: 9, align: 'center', size: 10 },
      { title: 'Pagi', width: half },
      { title: 'Siang', width: half },
    ],
    headHeight: 10.5,
    band: { title: 'Tanda Tangan', from: 3, count: 2, height: 5.2 },
    zigzag: true,
    zigzags: 2,
  }
}

function drawTotals(sheet: Sheet, y: number): void {
  const dots = '........'
  const totals = [
    `Hadir pagi : ${dots}`,
    `siang : ${dots} orang`,
    `Sakit : ${dots}`,
    `Izin : ${dots}`,
    `Alpa : ${dots}`,
  ]
  let x = sheet.left
  for (const total of totals) x += sheet.text(total, x, y, { face: 'arimo', size: 9.5 }) + 4.6
}
