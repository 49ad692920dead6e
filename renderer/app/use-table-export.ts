import { usePaperOutput } from './use-paper-output.ts'

export interface TableExport {
  /** File name without its ending. */
  name: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** Sends a list out as .xlsx. Every cell is text: numbers keep their digits and nothing is run as a formula. */
export function useTableExport() {
  const { save } = usePaperOutput()
  return {
    ...save,
    run: async (table: TableExport) => save.run({ name: `${table.name}.xlsx`, file: await workbook(table) }),
  }
}

async function workbook({ name, head, rows }: TableExport): Promise<File> {
  // Only who exports loads it.
  const { default: writeExcelFile } = await import('write-excel-file/browser')
  const widest = (column: number) =>
    Math.min(60, Math.max(...[head, ...rows].map(row => (row[column] ?? '').length), 4) + 2)
  const blob = await writeExcelFile(
    [
      head.map(value => ({ type: String, value, fontWeight: 'bold' as const })),
      ...rows.map(row => row.map(value => ({ type: String, value, format: '@' }))),
    ],
    { sheet: name, columns: head.map((_, column) => ({ width: widest(column) })), stickyRowsCount: 1 },
  ).toBlob()
  return new File([blob], `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
