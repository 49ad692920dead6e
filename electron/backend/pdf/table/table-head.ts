import { millimetres } from '../millimetres.ts'
import { colours, type Sheet } from '../sheet.ts'
import { fitSize, type TextStyle, textWidth, wrapText } from '../text/text-measure.ts'
import { cellLeading, fitCell, smallestCell } from './cell-text.ts'
import { type Column, edgesOf, ruleAfter, rules, type Table, tableWidth } from './table.ts'
import { drawCellLines } from './table-rows.ts'

/** Draws the head row with its rules. Returns the y where rows begin. */
export function drawTableHead(sheet: Sheet, table: Table, x: number, y: number): number {
  const { columns, headHeight, band } = table
  sheet.fill(x, y, tableWidth(table), headHeight, colours.tint)
  const edges = edgesOf(table, x)
  sheet.tagged('TR', () => {
    const inBand = (index: number) => band !== undefined && index >= band.from && index < band.from + band.count
    columns.forEach((column, index) => {
      const top = y + (band && inBand(index) ? band.height : 0)
      sheet.tagged('TH', () => drawHeadCell(sheet, column, edges[index] ?? x, top, y + headHeight - top))
      if (index > 0) {
        const isInsideBand = inBand(index) && inBand(index - 1)
        const from = isInsideBand ? top : y
        sheet.line(edges[index] ?? x, from, edges[index] ?? x, y + headHeight, ruleAfter(columns[index - 1]))
      }
    })
    if (band) {
      const [left = x, right = x] = [edges[band.from], edges[band.from + band.count]]
      sheet.line(left, y + band.height, right, y + band.height, rules.inner)
      sheet.tagged('TH', () =>
        drawCellLines(
          sheet,
          [band.title],
          { face: 'arimo-bold', size: 8.5 },
          (left + right) / 2,
          y,
          band.height,
          'center',
        ),
      )
    }
  })
  sheet.frame(x, y, tableWidth(table), headHeight, rules.outer)
  return y + headHeight
}

function drawHeadCell(sheet: Sheet, column: Column, x: number, top: number, height: number): void {
  const { title, width } = column
  const centre = x + width / 2
  if (column.upright && typeof title === 'string') {
    drawUprightTitle(sheet, title, x, top, width, height)
    return
  }
  if (typeof title === 'string') {
    const style = { face: 'arimo-bold', size: 9 } as const
    const { lines, size } = fitHead(title, style, width - 2 * headPadding, height)
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

const headPadding = 1

/** Lines as they were broken by hand, broken further if that helps, at 9 pt or less. */
function fitHead(title: string, style: TextStyle, width: number, height: number): { lines: string[]; size: number } {
  const parts = title.split('\n')
  for (let size = style.size; size >= smallestCell; size -= 0.25) {
    const sized = { ...style, size }
    const lines = parts.flatMap(part => wrapText(part, sized, width))
    const isWhole = title.split(/\s/).every(word => textWidth(word, sized) <= width)
    if (isWhole && lines.length * cellLeading(size) <= height - 0.6) return { lines, size }
  }
  // A column that is narrower than its longest word at 7.5 pt loses its padding before the word is broken.
  return { lines: parts, size: Math.min(...parts.map(part => fitSize(part, style, 6, width + headPadding))) }
}

/** Whether the whole title of an upright column fits in a head of that height. */
export function fitsUpright(title: string, width: number, height: number): boolean {
  return !fitUpright(title, width, height).isCut
}

function fitUpright(title: string, width: number, height: number) {
  return fitCell(title, { face: 'arimo', size: 8 }, height - 3, width - 0.6)
}

function drawUprightTitle(sheet: Sheet, title: string, x: number, top: number, width: number, height: number): void {
  const { lines, size, isCut } = fitUpright(title, width, height)
  if (isCut) sheet.warn(`Teks “${title}” terlalu panjang dan dipotong.`)
  const leading = cellLeading(size)
  const first = x + width / 2 - ((lines.length - 1) * leading) / 2 + 0.355 * millimetres(size)
  lines.forEach((line, index) => {
    sheet.uprightText(line, first + index * leading, top + height - 1.5, { face: 'arimo', size })
  })
}
