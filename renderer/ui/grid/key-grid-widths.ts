/** What a column without a width of its own gets at least. */
const atLeast = '8rem'

/** The CSS sum of widths; columns without one count with the least they may have. */
export function sumOfWidths(columns: readonly { width?: string }[]): string {
  return columns.length === 0 ? '0px' : `calc(${columns.map(column => column.width ?? atLeast).join(' + ')})`
}

/** Where each of the columns before the cells stands fast while the cells scroll sideways. */
export function leftEdges(columns: readonly { width?: string }[]): string[] {
  return columns.map((_, index) => sumOfWidths(columns.slice(0, index)))
}
