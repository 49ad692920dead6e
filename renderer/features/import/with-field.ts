import type { ImportReading } from '../../../shared/features/import/contract.ts'
import type { ImportField } from '../../../shared/features/import/import-field.ts'

/** The columns with one of them given another field; a field that another column has goes over to this one. */
export function withField(columns: ImportReading['columns'], index: number, field: ImportField | null) {
  return columns.map(column => ({
    index: column.index,
    field: column.index === index ? field : column.field === field ? null : column.field,
  }))
}
