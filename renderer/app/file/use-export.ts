import { inertText } from '../../../shared/kernel/inert-text.ts'
import type { Action } from '../../ui/action/action.ts'
import { excelAction } from '../../ui/action/excel-action.ts'
import { usePaperOutput } from './use-paper-output.ts'

/** Null is an empty cell. */
type ExportCell = string | number | null

export interface TableExport {
  /** File name without its ending. */
  name: string
  head: readonly string[]
  rows: readonly (readonly ExportCell[])[]
}

/** Builds an export table; each column gives its head and its cells. */
export function exportedTable<Row>(
  name: string,
  rows: readonly Row[],
  columns: readonly (readonly [head: string, cell: (row: Row, index: number) => ExportCell])[],
): TableExport {
  return {
    name,
    head: columns.map(([head]) => head),
    rows: rows.map((row, index) => columns.map(([, cell]) => cell(row, index))),
  }
}

/**
 * The action that exports a list as .xlsx; disabled until there is a table. Text stays text, so a NIK keeps its digits and nothing becomes a formula.
 * Numbers are written as numbers and can be summed.
 */
export function useExport(
  read: () => TableExport | Promise<TableExport> | undefined,
): Action & { error: string | null } {
  const { save } = usePaperOutput()
  return {
    ...excelAction(async () => {
      const table = await read()
      if (table) await save.run({ name: `${table.name}.xlsx`, file: await workbook(table) })
    }),
    error: save.error,
  }
}

async function workbook({ name, head, rows }: TableExport): Promise<File> {
  // Loaded only when needed.
  const { default: writeExcelFile } = await import('write-excel-file/browser')
  const widest = (column: number) =>
    Math.min(60, Math.max(...[head, ...rows].map(row => String(row[column] ?? '').length), 4) + 2)
  const blob = await writeExcelFile(
    [head.map(value => ({ type: String, value, fontWeight: 'bold' as const })), ...rows.map(row => row.map(cellOf))],
    { sheet: name, columns: head.map((_, column) => ({ width: widest(column) })), stickyRowsCount: 1 },
  ).toBlob()
  return new File([blob], `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function cellOf(value: ExportCell) {
  if (value === null) return null
  if (typeof value === 'string') return { type: String, value: inertText(value), format: '@' }
  return { type: Number, value, format: Number.isInteger(value) ? '#,##0' : '#,##0.0' }
}
