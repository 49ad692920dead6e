import type { CohortFacts, DayFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fullDate } from '../../../../../shared/kernel/plain-date.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { countOrForm, mostHeight, rowsOrForm, spacesOrForm } from '../../../paper-kit/list-paper.ts'
import { type ReturningSheet, type Session, zigzagBoxes } from '../../../paper-kit/returning-sheet.ts'
import { byHeadAndInstructor, signOff } from '../../../paper-kit/signature-blocks.ts'
import { officeSignature } from '../../../pdf/page/signatures.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { edgesOf, type Table } from '../../../pdf/table/table.ts'
import { drawPlannedTable, planTable, rowsOnPage, signatureRowHeight } from '../../../pdf/table/table-pages.ts'
import { decorateSheet, drawSheetHead, signatureSpace } from './sheet-decoration.ts'

/** How a day is signed. */
export type DayKind = {
  place: 'day' | 'sessions'
  /** One entry for each column of signatures; null is the whole day. */
  signings: readonly (Session | null)[]
  /** Text after the day in the footer. */
  footer: string
  table: (usable: number) => Table
  drawTotals: (sheet: Sheet, y: number) => void
}

/** The sheet of one day, starting on a new page. */
export function drawDaySheet(
  sheet: Sheet,
  facts: CohortFacts,
  day: DayFacts,
  size: PaperSize,
  kind: DayKind,
): ReturningSheet[] {
  const { cohort, trainees } = facts
  const title = 'DAFTAR HADIR PESERTA PELATIHAN'
  const place = { kind: kind.place, n: day.n } as const
  const head = drawSheetHead(sheet, facts, { place, title, info: dayInfo(facts, day), titleGap: 7.5, infoGap: 7.3 })
  const firstTop = head.end + 3.4
  const signed = { ...facts, instructor: day.instructors[0] ?? facts.instructor, signedOn: day.date }
  const note = (y: number) => kind.drawTotals(sheet, y + 5.2)
  const sign = signOff(sheet, byHeadAndInstructor(signed, { lead: 12.5, note }), officeSignature)
  const table = kind.table(sheet.right - sheet.left)
  const free = sheet.bottom - firstTop - table.headHeight
  const height = signatureRowHeight(countOrForm(trainees), free, sign.height, mostHeight(size))
  const planned = planTable(sheet, {
    table,
    rows: rowsOrForm(
      trainees.map(({ position, name, sex }) => ({ height, cells: [String(position), name.toUpperCase(), sex] })),
      height,
    ),
    spaces: spacesOrForm(trainees.map(trainee => signatureSpace(trainee, day.n))),
    firstTop,
    nextTop: sheet.top + 10.9,
    signOffs: [sign],
    keep: 2,
    step: 2,
  })
  const edges = edgesOf(table, sheet.left).slice(-1 - kind.signings.length)
  const returning: ReturningSheet[] = []
  drawPlannedTable(sheet, planned, page => {
    const boxes = kind.signings.flatMap((session, column) =>
      zigzagBoxes(
        { left: edges[column] ?? 0, right: edges[column + 1] ?? 0 },
        rowsOnPage(planned, page).map(row => ({ ...row, signer: signerOf(trainees[row.index], day.n, session) })),
      ),
    )
    returning.push(
      ...decorateSheet(sheet, {
        place,
        boxes,
        page,
        pages: planned.plan.pages.length,
        code: head.codeOf(page),
        codeTop: head.infoTop - 3.4,
        caption: `Hari ${day.n} · versi ${cohort.sheetVersion}`,
        title,
        continued: `${cohortTitle(cohort)}, hari ke-${day.n}`,
        footer: `${cohort.code} · Hari ke-${day.n}${kind.footer} · lembar versi ${cohort.sheetVersion}`,
        printedAt: facts.printedAt,
      }),
    )
  })
  return returning
}

function signerOf(trainee: TraineeFacts | undefined, n: number, session: Session | null) {
  if (!trainee || signatureSpace(trainee, n).remark !== '') return null
  return { position: trainee.position, n, ...(session ? { session } : {}) }
}

function dayInfo({ centre, cohort, days }: CohortFacts, day: DayFacts) {
  const time = timeRange(day.startTime, day.endTime, centre.zone)
  return [
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    { label: 'Hari, tanggal', value: `${fullDate(day.date)}  (Hari ke-${day.n} dari ${days.length})` },
    { label: 'Waktu', value: `${time}  (${day.hours}\u00a0JP)` },
    { label: 'Tempat', value: cohort.room },
    { label: 'Materi', value: day.topic },
    { label: 'Instruktur', value: day.instructors.map(instructor => instructor.name).join('; ') },
  ]
}
