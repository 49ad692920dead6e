import { columnHead } from '../../../../../shared/features/report/column-head.ts'
import type { ReportColumn, ReportTable } from '../../../../../shared/features/report/report.ts'
import { formatCell } from '../../../../../shared/features/report/report-format.ts'
import type { Column, Table } from '../../../pdf/table/table.ts'
import { textWidth, wrapText } from '../../../pdf/text/text-measure.ts'

/** Font sizes in points, from the usual one: tables with many columns are printed smaller before words are broken. */
const sizes = [8, 7.5, 7, 6.5, 6, 5.5] as const
const usualSize = sizes[0]
const [cellSpace, headSpace] = [3.6, 2.2]
/** In mm: wider texts continue on a second line; less on a portrait page. */
const widestText = { across: 60, upright: 45 }

/** Share of the width texts want beyond their longest word that they must get before everything is printed smaller. */
const roomy = 0.35

type Need = { least: number; whole: number }

/** Positions of the columns for a page width, and the font size. */
export function reportColumns(table: ReportTable, usable: number): Table & { size: number } {
  const fitting = sizes.find(
    size => sum(needsOf(table, size).map(({ least, whole }) => least + (whole - least) * roomy)) <= usable,
  )
  const size = fitting ?? sizes.at(-1) ?? usualSize
  const widths = shared(needsOf(table, size), table.columns, usable)
  const titles = table.columns.map((column, index) =>
    wrapText(columnHead(column), { face: 'arimo-bold', size }, (widths[index] ?? 0) - headSpace + 0.8),
  )
  return {
    columns: table.columns.map(
      (column, index): Column => ({
        title: (titles[index] ?? []).map(text => ({ text, face: 'arimo-bold', size })),
        width: widths[index] ?? 0,
        align: alignOf(column),
        size,
      }),
    ),
    headHeight: Math.max(9.4, 3 + 3.2 * Math.max(...titles.map(lines => lines.length))),
    size,
  }
}

/** Whether a table fits well on a portrait page, which offices prefer for filing. */
export function fitsUprightSheet(table: ReportTable, usable: number): boolean {
  const wanted = needsOf(table, usualSize).map(({ whole }, index) =>
    isText(table.columns[index]) ? Math.min(whole, widestText.upright) : whole,
  )
  return table.columns.length <= 9 || sum(wanted) <= usable
}

/** Each column gets at least its longest word; the rest goes to columns that need more, then to texts. */
function shared(needs: readonly Need[], columns: readonly ReportColumn[], usable: number): number[] {
  const least = sum(needs.map(need => need.least))
  if (least > usable) return needs.map(need => (need.least * usable) / least)
  const wanting = needs.map(need => need.whole - need.least)
  const missing = sum(wanting)
  const given = Math.min(1, missing === 0 ? 1 : (usable - least) / missing)
  const widths = needs.map((need, index) => need.least + (wanting[index] ?? 0) * given)
  const rest = usable - sum(widths)
  const takers = widths.map((width, index) => (columns.some(isText) && !isText(columns[index]) ? 0 : width))
  const all = sum(takers)
  return widths.map((width, index) => width + ((takers[index] ?? 0) * rest) / all)
}

function needsOf(table: ReportTable, size: number): Need[] {
  return table.columns.map(column => {
    const head = longest(words(columnHead(column)), { face: 'arimo-bold', size }) + headSpace
    const texts = [
      ...new Set(
        table.rows
          .filter(row => row.kind !== 'group')
          .map(row => formatCell(row.cells[column.key] ?? null, column.kind)),
      ),
    ]
    const style = { face: 'arimo-bold', size } as const
    const smallest = column.key === 'no' ? 8 : 7.5
    const whole = Math.max(head, longest(texts, style) + cellSpace, smallest)
    if (!isText(column)) return { least: whole, whole }
    const least = Math.max(head, longest(texts.flatMap(words), style) + cellSpace, smallest)
    return { least, whole: Math.max(least, Math.min(whole, widestText.across)) }
  })
}

function longest(texts: readonly string[], style: { face: 'arimo-bold'; size: number }): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, style)), 0)
}

function words(text: string): string[] {
  return text.split(' ')
}

function isText(column: ReportColumn | undefined): boolean {
  return column?.kind === 'text' && column.key !== 'no'
}

function alignOf(column: ReportColumn): 'left' | 'center' | 'right' {
  return isText(column) ? 'left' : column.kind === 'date' || column.key === 'no' ? 'center' : 'right'
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
