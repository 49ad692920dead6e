import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { historyFoot } from '../../../../../shared/facts/history-mark.ts'
import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import { tally } from '../../../../../shared/features/attendance/attendance.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { longDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortTitle, formatDecision, formatFailedRule } from '../../../paper-kit/cohort-format.ts'
import { listOf, listPart } from '../../../paper-kit/list-paper.ts'
import type { PaperPart } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import { drawMiddle } from '../../../pdf/page/paper-title.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import type { Cell } from '../../../pdf/table/table.ts'

const title = 'LAMPIRAN BERITA ACARA SIDANG KELULUSAN'
export const numberDots = '........................................'

/** 'Tangerang, 13 Januari 2025', with dots for an unknown day. */
export function formatHeld({ centre, letter }: CohortLetterFacts): string {
  const { heldOn } = letter.values
  return `${centre.city}, ${heldOn ? longDate(heldOn) : numberDots.slice(0, 20)}`
}

/** Everybody in the class with attendance, final score and decision, signed like the minutes. */
export function attachmentPart(sheet: Sheet, facts: CohortLetterFacts, size: PaperSize): PaperPart {
  const { cohort, head, letter } = facts
  const countOf = ({ marks, joinedDay, left }: TraineeFacts) =>
    tally(marks, facts.days.length, { joinedDay, leftAfterDay: left?.afterDay ?? null })
  const percentCell = (one: TraineeFacts) => (one.left ? none : hundredths(countOf(one).percent))
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
    ...listOf(facts.trainees, { height: 7, headHeight: 7 }, usable => [
      { title: 'No.', width: 8, align: 'center', cell: one => String(one.position) },
      { title: 'Nama Peserta', width: usable - 99, cell: one => one.name.toUpperCase() },
      { title: 'Hadir', width: 11, align: 'center', size: 9, cell: one => formatPresent(countOf(one)) },
      { title: '%', width: 13, align: 'right', size: 9, cell: percentCell },
      { title: 'Nilai Akhir', width: 17, align: 'right', size: 9, cell: finalCell },
      { title: 'Keputusan', width: 20, align: 'center', size: 8.5, cell: formatDecision },
      { title: 'Keterangan', width: 30, size: 8, cell: one => formatReasons(one, facts) },
    ]),
    signOff: () => ({ left: null, right: officialBlock(head, [formatHeld(facts)], true), lead: 10 }),
  })
}

const none: Cell = { text: '–', colour: colours.grey }

function formatPresent({ present, planned }: ReturnType<typeof tally>): string {
  return `${present}/${planned}`
}

function finalCell({ final }: TraineeFacts): Cell {
  return final === null ? none : { text: hundredths(final), face: 'arimo-bold' }
}

function formatReasons({ decision, reasons }: TraineeFacts, facts: CohortFacts): string {
  const failed = decision === 'failed' ? reasons : []
  const rules = [...new Set(failed.map(reason => formatFailedRule(reason.rule, facts)))].join('; ')
  return `${rules.charAt(0).toUpperCase()}${rules.slice(1)}`
}
