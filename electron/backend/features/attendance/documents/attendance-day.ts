import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CohortFacts, DayFacts, TraineeFacts } from '../../../../../shared/features/cohort/cohort-facts.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { countOrForm, rowsOrForm, spacesOrForm } from '../../../paper-kit/form-rows.ts'
import { letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import {
  type ReturningPaper,
  type ReturningSheet,
  returningPaper,
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

/** Attendance sheets of the given days, one after the other in one file; each is numbered on its own. */
export function drawAttendanceDays(facts: CohortFacts, days: readonly DayFacts[], size: PaperSize): ReturningPaper {
  const sheet = openSheet({
    centre: facts.centre,
    size,
    grid: 'list',
    title: `Daftar Hadir Harian ${facts.cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  const sheets = days.flatMap(day => drawDay(sheet, facts, day, size))
  return returningPaper(sheet.finish(), sheets)
}

function drawDay(sheet: Sheet, facts: CohortFacts, day: DayFacts, size: PaperSize): ReturningSheet[] {
  const { centre, cohort, trainees } = facts
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 7.5, title, cohortSubtitle(cohort))
  const infoTop = titleEnd + 7.3
  const place = { kind: 'day', n: day.n } as const
  const codeOf = (page: number) =>
    sheetCode({ cohortCode: cohort.code, place, page: page + 1, version: cohort.sheetVersion })
  const hasCode = codeOf(0) !== null
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
  const [signatures = 0] = edgesOf(table, sheet.left).slice(-2)
  const returning: ReturningSheet[] = []
  drawPlannedTable(sheet, planned, page => {
    returning.push(
      ...dressSheet(sheet, {
        place,
        boxes: zigzagBoxes(
          { left: signatures, right: sheet.right },
          rowsOnPage(planned, page).map(row => ({ ...row, signer: signerOf(trainees[row.index], day) })),
        ),
        page,
        pages: planned.plan.pages.length,
        code: codeOf(page),
        codeTop: infoTop - 3.4,
        caption: `Hari ${day.n} · versi ${cohort.sheetVersion}`,
        title,
        continued: `${cohortTitle(cohort)}, hari ke-${day.n}`,
        footer: `${cohort.code} · Hari ke-${day.n} · lembar versi ${cohort.sheetVersion}`,
        printedAt: facts.printedAt,
      }),
    )
  })
  return returning
}

function tableOf(sheet: Sheet): Table {
  const usable = sheet.right - sheet.left
  return {
    columns: [
      { title: 'No.', width: 10, align: 'center', size: 10 },
      { title: 'Nama Peserta', width: 78, size: 10 },
      { title: 'L/P', width: 9, align: 'center', size: 10 },
      { title: 'Tanda Tangan', width: usable - 97 },
    ],
    headHeight: 7.2,
    zigzag: true,
  }
}

function signerOf(trainee: TraineeFacts | undefined, day: DayFacts): { position: number; n: number } | null {
  return trainee && signatureSpace(trainee, day.n).remark === '' ? { position: trainee.position, n: day.n } : null
}

function drawTotals(sheet: Sheet, y: number): void {
  const dots = '........'
  const totals = [`Hadir : ${dots} orang`, `Sakit : ${dots}`, `Izin : ${dots}`, `Alpa : ${dots}`]
  let x = sheet.left
  for (const total of totals) x += sheet.text(total, x, y, { face: 'arimo', size: 9.5 }) + 5.6
}
