export type WorkbookColumn<Row> = {
  head: string
  /** In letters. */
  width: number
  value: (row: Row, index: number) => string | number
}

/** A list as plain data: what a workbook is written from, on whichever thread. */
export type CellList = {
  sheet: string
  columns: { head: string; width: number }[]
  rows: readonly (string | number)[][]
}

export function listOf<Row>(sheet: string, columns: readonly WorkbookColumn<Row>[], rows: readonly Row[]): CellList {
  return {
    sheet,
    columns: columns.map(({ head, width }) => ({ head, width })),
    rows: rows.map((row, index) => columns.map(({ value }) => value(row, index))),
  }
}

export function workbookFile(pieces: (Blob | Uint8Array<ArrayBuffer>)[], name: string): File {
  return new File(pieces, name, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}
