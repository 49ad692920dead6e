import { filledRows, type UnitRow } from './unit-rows.ts'

const fields: Record<string, string> = {
  code: 'kode',
  title: 'judul',
  theoryHours: 'JP teori',
  practiceHours: 'JP praktik',
  elements: 'elemen',
}

/** Errors of the curriculum by line: 'Baris 3, JP teori: Tulis angka bulat.' */
export function unitProblems(
  issues: readonly { path: PropertyKey[]; message: string }[],
  rows: readonly UnitRow[],
): string[] {
  const filled = filledRows(rows)
  return issues
    .filter(issue => issue.path[0] === 'units')
    .map(({ path: [, index, name], message }) => {
      const row = typeof index === 'number' ? filled[index] : undefined
      if (!row) return message
      const field = fields[String(name)]
      return `Baris ${row.key}${field ? `, ${field}` : ''}: ${message}`
    })
}
