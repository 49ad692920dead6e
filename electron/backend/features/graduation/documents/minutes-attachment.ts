import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import { tally } from '../../../../../shared/features/attendance/attendance.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatDecision, formatFailedRule } from '../../../paper-kit/decision-format.ts'
import { rowsOrForm } from '../../../paper-kit/form-rows.ts'
import { officialBlock, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawContinuedTitle } from '../../../pdf/page/paper-title.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'
import { type PlannedTable, planTable } from '../../../pdf/table/table-pages.ts'
import { fitSize } from '../../../pdf/text/text-measure.ts'

const title = 'LAMPIRAN BERITA ACARA SIDANG KELULUSAN'
const infoRows = 3
export const numberDots = '........................................'

/** 'Tangerang, 13 Januari 2025', with dots for a day that is not known. */
export function formatHeld({ centre, letter }: CohortLetterFacts): string {
  const { heldOn } = letter.values
  return `${centre.city}, ${heldOn ? longDate(heldOn) : numberDots.slice(0, 20)}`
}

export type Attachment = { planned: PlannedTable; dress: (page: number) => void }

/** Everybody of the class with attendance, final mark and decision, signed like the minutes themselves. */
export function planAttachment(sheet: Sheet, facts: CohortLetterFacts): Attachment {
  const { cohort, head, letter } = facts
  const infoTop = sheet.top + 12.5
  const planned = planTable(sheet, {
    table: tableOf(sheet),
    rows: rowsOrForm(
      facts.trainees.map(trainee => rowOf(trainee, facts)),
      7,
    ),
    firstTop: infoTop + (infoRows - 1) * 4.6 + 3.4,
    nextTop: sheet.top + 7.7,
    signOffs: signOffs(sheet, {
      left: null,
      right: officialBlock(head, [formatHeld(facts)], true),
      lead: 10,
    }),
    keep: 2,
  })
  const dress = (page: number) => {
    if (page > 0) {
      drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, cohortTitle(cohort))
      return
    }
    const style = { face: 'arimo-bold', size: 12 } as const
    const size = fitSize(title, style, 9, sheet.right - sheet.left)
    sheet.text(title, (sheet.left + sheet.right) / 2, sheet.top + 5, { ...style, size, align: 'center' })
    const rows = [
      { label: 'Nomor', value: letter.values.number || numberDots },
      { label: 'Tanggal', value: letter.values.heldOn ? longDate(letter.values.heldOn) : numberDots },
      { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    ]
    drawInfoRows(sheet, sheet.left, infoTop, rows, { labelWidth: 33, right: sheet.right })
  }
  return { planned, dress }
}

function tableOf(sheet: Sheet): Table {
  const usable = sheet.right - sheet.left
  return {
    columns: [
      { title: 'No.', width: 8, align: 'center' },
      { title: 'Nama Peserta', width: usable - 99 },
      { title: 'Hadir', width: 11, align: 'center', size: 9 },
      { title: '%', width: 13, align: 'right', size: 9 },
      { title: 'Nilai Akhir', width: 17, align: 'right', size: 9 },
      { title: 'Keputusan', width: 20, align: 'center', size: 8.5 },
      { title: 'Keterangan', width: 30, size: 8 },
    ],
    headHeight: 7,
  }
}

function rowOf(trainee: TraineeFacts, facts: CohortFacts): Row {
  const { days } = facts
  const { marks, joinedDay, left, final } = trainee
  const counted = tally(marks, days.length, { joinedDay, leftAfterDay: left?.afterDay ?? null })
  const reasons = trainee.decision === 'failed' ? trainee.reasons : []
  const rules = [...new Set(reasons.map(reason => formatFailedRule(reason.rule, facts)))].join('; ')
  return {
    height: 7,
    cells: [
      String(trainee.position),
      trainee.name.toUpperCase(),
      `${counted.present}/${counted.planned}`,
      left ? { text: '–', colour: colours.grey } : hundredths(counted.percent),
      final === null ? { text: '–', colour: colours.grey } : { text: hundredths(final), face: 'arimo-bold' },
      formatDecision(trainee),
      `${rules.charAt(0).toUpperCase()}${rules.slice(1)}`,
    ],
  }
}
