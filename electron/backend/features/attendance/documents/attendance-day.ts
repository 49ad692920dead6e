import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fullDate } from '../../../../../shared/kernel/date-words.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle, drawListTitle } from '../../../pdf/paper-title.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import type { SignatureSpace } from '../../../pdf/signature-spaces.ts'
import { officeSignature } from '../../../pdf/signatures.ts'
import { edgesOf, type Table } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable, rowsOnPage, signatureRowHeight } from '../../../pdf/table-pages.ts'
import type { ClassFacts, DayFacts, TraineeFacts } from '../../paper/class-facts.ts'
import { classSubtitle, classTitle, leaveWords } from '../../paper/class-words.ts'
import { letterheadOf, openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import { instructorBlock, officialBlock, placeAndDate, signOff } from '../../paper/signature-blocks.ts'
import { type ReturningPaper, type ReturningSheet, zigzagBoxes } from './returning-sheet.ts'
import { sheetCode } from './sheet-code.ts'
import { codeSide, drawSheetMarks } from './sheet-marks.ts'

const title = 'DAFTAR HADIR PESERTA PELATIHAN'

/** Attendance sheets of the given days, one after the other in one file; each is numbered on its own. */
export function drawAttendanceDays(facts: ClassFacts, days: readonly DayFacts[], size: PaperSize): ReturningPaper {
  const sheet = openSheet({
    centre: facts.centre,
    size,
    grid: 'list',
    title: `Daftar Hadir Harian ${facts.cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  const sheets = days.flatMap(day => drawDay(sheet, facts, day, size))
  return { ...sheet.finish(), sheets }
}

function drawDay(sheet: Sheet, facts: ClassFacts, day: DayFacts, size: PaperSize): ReturningSheet[] {
  const { centre, cohort, trainees } = facts
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 7.5, title, classSubtitle(cohort))
  const infoTop = titleEnd + 7.3
  const place = { kind: 'day', n: day.n } as const
  const codeOf = (page: number) =>
    sheetCode({ classCode: cohort.code, place, page: page + 1, version: cohort.sheetVersion })
  const hasCode = codeOf(0) !== null
  const infoEnd = drawInfoRows(sheet, sheet.left, infoTop, infoOf(facts, day), {
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
  const height = signatureRowHeight(trainees.length, free, sign.height, size === 'F4' ? 10.5 : 9.2)
  const planned = planTable(sheet, {
    table,
    rows: trainees.map(trainee => ({
      height,
      cells: [String(trainee.position), trainee.name.toUpperCase(), trainee.sex],
    })),
    spaces: trainees.map(trainee => signatureSpace(trainee, day)),
    firstTop,
    nextTop: sheet.top + 10.9,
    signOffs: [sign],
    keep: 2,
    step: 2,
  })
  const pages = planned.plan.pages.length
  const [signatures = 0] = edgesOf(table, sheet.left).slice(-2)
  const returning: ReturningSheet[] = []
  drawPlannedTable(sheet, planned, page => {
    const code = codeOf(page)
    if (page > 0) {
      const right = sheet.right - (code ? codeSide + 3.2 : 0)
      drawContinuedTitle(sheet, sheet.top + 7.2, right, title, `${classTitle(cohort)}, hari ke-${day.n}`)
    }
    if (code) {
      const top = page === 0 ? infoTop - 3.4 : sheet.top - 5.5
      const boxes = zigzagBoxes(
        { left: signatures, right: sheet.right },
        rowsOnPage(planned, page).map(row => ({ ...row, signer: signerOf(trainees[row.index], day) })),
      )
      returning.push(drawSheetMarks(sheet, code, { place, page: page + 1, top, boxes }))
      if (page === 0) {
        const caption = `Hari ${day.n} · versi ${cohort.sheetVersion}`
        const style = { face: 'arimo', size: 6.5, align: 'right', colour: colours.grey } as const
        sheet.text(caption, sheet.right, top + codeSide + 4.2, style)
      }
    }
    const left = `${cohort.code} · Hari ke-${day.n} · lembar versi ${cohort.sheetVersion}`
    drawFooter(sheet, left, printedWords(facts.printedAt, page, pages))
  })
  return returning
}

function infoOf({ centre, cohort, days }: ClassFacts, day: DayFacts) {
  const time = timeRange(day.startTime, day.endTime, centre.zone)
  return [
    { label: 'Kejuruan/Angkatan', value: classTitle(cohort) },
    { label: 'Hari, tanggal', value: `${fullDate(day.date)}  (Hari ke-${day.n} dari ${days.length})` },
    { label: 'Waktu', value: `${time}  (${day.hours}\u00a0JP)` },
    { label: 'Tempat', value: cohort.room },
    { label: 'Materi', value: day.topic },
    { label: 'Instruktur', value: day.instructors.map(instructor => instructor.name).join('; ') },
  ]
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

function signatureSpace({ position, joinedDay, left }: TraineeFacts, day: DayFacts): SignatureSpace {
  if (left && day.n > left.afterDay) return { number: position, remark: leaveWords[left.kind] }
  return { number: position, remark: day.n < joinedDay ? `Mulai hari ke-${joinedDay}` : '' }
}

function signerOf(trainee: TraineeFacts | undefined, day: DayFacts): { position: number; n: number } | null {
  return trainee && signatureSpace(trainee, day).remark === '' ? { position: trainee.position, n: day.n } : null
}

function drawTotals(sheet: Sheet, y: number): void {
  const dots = '........'
  const totals = [`Hadir : ${dots} orang`, `Sakit : ${dots}`, `Izin : ${dots}`, `Alpa : ${dots}`]
  let x = sheet.left
  for (const total of totals) x += sheet.text(total, x, y, { face: 'arimo', size: 9.5 }) + 5.6
}
