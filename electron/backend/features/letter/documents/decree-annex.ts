import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import { longDate } from '../../../../../shared/kernel/plain-date.ts'
import { dottedPlace } from '../../../paper-kit/cohort-letter.ts'
import { dotted } from '../../../paper-kit/letter-style.ts'
import type { ListPaper } from '../../../paper-kit/list-paper.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import type { Column, Row } from '../../../pdf/table/table.ts'
import { balancedLines, wrapText } from '../../../pdf/text/text-measure.ts'

export type DecreeFacts = CohortLetterFacts & { subject: string; office: string }

export type AnnexContent = {
  title: string
  columns: Column[]
  rows: Row[]
}

const info = { size: 9.5, leading: 4.6, labelWidth: 20 }

/** The list attached to a decree, which names it in the head and is signed like it. */
export function annexOf(sheet: Sheet, facts: DecreeFacts, { title, columns, rows }: AnnexContent): ListPaper {
  const { number, date, signatory } = facts.letter.values
  const names = [
    { label: 'Lampiran', value: `Keputusan ${facts.office}` },
    { label: 'Nomor', value: number || dotted },
    { label: 'Tanggal', value: date ? longDate(date) : dotted },
    { label: 'Tentang', value: facts.subject },
  ]
  const { left, right } = sheet
  const infoTop = sheet.top + 5
  const text = { face: 'arimo', size: info.size } as const
  const lines = names.flatMap(row => wrapText(row.value, text, right - left - info.labelWidth - 2.5)).length
  const titleStyle = { face: 'arimo-bold', size: 12 } as const
  const titleLines = balancedLines(title, titleStyle, right - left)
  const titleTop = infoTop + (lines - 1) * info.leading + 10
  const draw = () => {
    drawInfoRows(sheet, left, infoTop, names, { ...info, right, wraps: true })
    titleLines.forEach((line, index) => {
      sheet.text(line, (left + right) / 2, titleTop + index * 5.4, { ...titleStyle, align: 'center' })
    })
  }
  return {
    name: 'Lampiran SK',
    title: 'LAMPIRAN',
    isFormal: true,
    head: () => ({ end: titleTop + (titleLines.length - 1) * 5.4 + 3.6, draw }),
    table: () => ({ columns, headHeight: 7.2 }),
    rows,
    signOff: () => ({
      left: null,
      right: officialBlock(signatory, [dottedPlace(facts.centre.city, date)], true),
      lead: 9,
    }),
  }
}
