import { colours, type Sheet } from './sheet.ts'
import { type Column, edgesOf, ruleAfter, rules, type Table, tableWidth } from './table.ts'
import { drawCellLines } from './table-rows.ts'
import { fitSize } from './text-measure.ts'

/** The head row with its rules. Gives the y where rows begin. */
export function drawTableHead(sheet: Sheet, table: Table, x: number, y: number): number {
  const { columns, headHeight, band } = table
  sheet.fill(x, y, tableWidth(table), headHeight, colours.tint)
  const edges = edgesOf(table, x)
  const inBand = (index: number) => band !== undefined && index >= band.from && index < band.from + band.count
  columns.forEach((column, index) => {
    const top = y + (band && inBand(index) ? band.height : 0)
    drawHeadCell(sheet, column, edges[index] ?? x, top, y + headHeight - top)
    if (index > 0) {
      const isInsideBand = inBand(index) && inBand(index - 1)
      const from = isInsideBand ? top : y
      sheet.line(edges[index] ?? x, from, edges[index] ?? x, y + headHeight, ruleAfter(columns[index - 1]))
    }
  })
  if (band) {
    const [left = x, right = x] = [edges[band.from], edges[band.from + band.count]]
    sheet.line(left, y + band.height, right, y + band.height, rules.inner)
    drawCellLines(sheet, [band.title], { face: 'arimo-bold', size: 8.5 }, (left + right) / 2, y, band.height, 'center')
  }
  sheet.frame(x, y, tableWidth(table), headHeight, rules.outer)
  return y + headHeight
}

function drawHeadCell(sheet: Sheet, column: Column, x: number, top: number, height: number): void {
  const { title, width } = column
  const centre = x + width / 2
  if (typeof title === 'string') {
    const style = { face: 'arimo-bold', size: 9 } as const
    const lines = title.split('\n')
    const size = Math.min(...lines.map(line => fitSize(line, style, 6.25, width - 1.2)))
    drawCellLines(sheet, lines, { ...style, size }, centre, top, height, 'center')
    return
  }
  const leading = height / (title.length + 0.25)
  title.forEach((line, index) => {
    const size = fitSize(line.text, line, 5.5, width - 0.6)
    const middle = top + leading * (index + 0.625)
    sheet.text(line.text, centre, middle + 0.125 * line.size, { face: line.face, size, align: 'center' })
  })
}
