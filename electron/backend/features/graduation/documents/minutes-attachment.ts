import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { historyFoot } from '../../../../../shared/facts/history-mark.ts'
import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import { tally } from '../../../../../shared/features/attendance/attendance.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatDecision, formatFailedRule } from '../../../paper-kit/decision-format.ts'
import { rowsOrForm } from '../../../paper-kit/form-rows.ts'
import { listPart } from '../../../paper-kit/list-paper.ts'
import type { PaperPart } from '../../../paper-kit/paper-parts.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import { drawMiddle } from '../../../pdf/page/paper-title.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'

const title = 'LAMPIRAN BERITA ACARA SIDANG KELULUSAN'
export const numberDots = '........................................'

/** 'Tangerang, 13 Januari 2025', with dots for a day that is not known. */
export function formatHeld({ centre, letter }: CohortLetterFacts): string {
  const { heldOn } = letter.values
  return `${centre.city}, ${heldOn ? longDate(heldOn) : numberDots.slice(0, 20)}`
}

/** Everybody of the class with attendance, final mark and decision, signed like the minutes themselves. */
export function attachmentPart(sheet: Sheet, facts: CohortLetterFacts, size: PaperSize): PaperPart {
  const { cohort, head, letter } = facts
  const infoTop = sheet.top + 12.5
  const info = [
    { label: 'Nomor', value: letter.values.number || numberDots },
    { label: 'Tanggal', value: letter.values.heldOn ? longDate(letter.values.heldOn) : numberDots },
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
  ]
  const draw = () => {
    drawMiddle(sheet, title, sheet.top + 5, { face: 'arimo-bold', size: 12 })
    drawInfoRows(sheet, sheet.left, infoTop, info, { labelWidth: 33, right: sheet.right })
  }
  return listPart(sheet, facts, size, {
    name: 'Berita acara sidang kelulusan',
    isFormal: true,
    footer: historyFoot(facts.history),
    title,
    head: () => ({ end: infoTop + (info.length - 1) * 4.6 + 3.4, draw }),
    table: tableOf,
    rows: rowsOrForm(
      facts.trainees.map(trainee => rowOf(trainee, facts)),
      7,
    ),
    signOff: () => ({ left: null, right: officialBlock(head, [formatHeld(facts)], true), lead: 10 }),
  })
}

function tableOf(usable: number): Table {
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
