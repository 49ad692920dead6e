import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { dottedPlace } from '../../../paper-kit/cohort-letter.ts'
import { dotted } from '../../../paper-kit/letter-style.ts'
import { officialBlock, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawContinuedTitle } from '../../../pdf/page/paper-title.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import type { Column, Row } from '../../../pdf/table/table.ts'
import { type PlannedTable, planTable } from '../../../pdf/table/table-pages.ts'
import { balancedLines, wrapText } from '../../../pdf/text/text-measure.ts'

export type DecreeFacts = CohortLetterFacts & { subject: string; office: string }

export type AnnexContent = {
  title: string
  columns: Column[]
  rows: Row[]
  /** At the left of the footer, after the code of the class. */
  footer: string
}

type Annex = { planned: PlannedTable; footer: string; dress: (page: number) => void }

const info = { size: 9.5, leading: 4.6, labelWidth: 20 }

/** The list behind a decree: it names the decree in its head and is signed like it. */
export function planAnnex(sheet: Sheet, facts: DecreeFacts, { title, columns, rows, footer }: AnnexContent): Annex {
  const { centre, cohort, letter, office, subject } = facts
  const { number, date, signatory } = letter.values
  const head = [
    { label: 'Lampiran', value: `Keputusan ${office}` },
    { label: 'Nomor', value: number || dotted },
    { label: 'Tanggal', value: date ? longDate(date) : dotted },
    { label: 'Tentang', value: subject },
  ]
  const x = sheet.left
  const infoTop = sheet.top + 5
  const valueWidth = sheet.right - x - info.labelWidth - 2.5
  const lines = head.reduce(
    (sum, row) => sum + wrapText(row.value, { face: 'arimo', size: info.size }, valueWidth).length,
    0,
  )
  const titleStyle = { face: 'arimo-bold', size: 12 } as const
  const titleLines = balancedLines(title, titleStyle, sheet.right - x)
  const titleTop = infoTop + (lines - 1) * info.leading + 10
  const planned = planTable(sheet, {
    table: { columns, headHeight: 7.2 },
    rows,
    firstTop: titleTop + (titleLines.length - 1) * 5.4 + 3.6,
    nextTop: sheet.top + 7.7,
    signOffs: signOffs(sheet, {
      left: null,
      right: officialBlock(signatory, [dottedPlace(centre.city, date)], true),
      lead: 9,
    }),
    keep: 2,
  })
  const dress = (page: number) => {
    if (page > 0) {
      drawContinuedTitle(sheet, sheet.top + 5, sheet.right, 'LAMPIRAN', cohortTitle(cohort))
      return
    }
    drawInfoRows(sheet, x, infoTop, head, { ...info, right: sheet.right, wraps: true })
    titleLines.forEach((line, index) => {
      sheet.text(line, (x + sheet.right) / 2, titleTop + index * 5.4, { ...titleStyle, align: 'center' })
    })
  }
  return { planned, footer, dress }
}
