import {
  type ComparedField,
  type ImportAnswer,
  type ImportOutcome,
  type ImportRow,
  mustDecide,
  type Questioned,
} from './import-row.ts'

/** What happens to a row, and the reason if nothing does. */
export type PlannedRow = { outcome: ImportOutcome; reason: string; fields: ComparedField[] }
type Row = Questioned & Pick<ImportRow, 'row' | 'note' | 'sameAs'>

/** True if something is written for a row, including a remark on a known person. */
export function isWritten({ outcome }: Pick<PlannedRow, 'outcome'>, { remark }: Pick<ImportRow, 'remark'>): boolean {
  return outcome === 'created' || outcome === 'changed' || (outcome === 'matched' && remark !== '')
}

/** What an import does with every row after the decisions. Used by the page for counting and by the backend for writing. */
export function planImport(rows: readonly Row[], answers: ReadonlyMap<number, ImportAnswer>): Map<number, PlannedRow> {
  const replacedBy = new Map<number, number>()
  const statusOf = new Map<number, Row['status']>()
  for (const { row, status, sameAs } of rows) {
    statusOf.set(row, status)
    if (status === 'duplicate' && sameAs && answers.get(row)?.action === 'take') replacedBy.set(sameAs.row, row)
  }
  return new Map(rows.map(row => [row.row, planRow(row, answers.get(row.row), replacedBy, statusOf)]))
}

function planRow(
  row: Row,
  answer: ImportAnswer | undefined,
  replacedBy: ReadonlyMap<number, number>,
  statusOf: ReadonlyMap<number, Row['status']>,
): PlannedRow {
  const plan = (outcome: ImportOutcome, reason = '', fields: ComparedField[] = []) => ({ outcome, reason, fields })
  if (row.status === 'reject') return plan('rejected', row.note)
  if (row.status !== 'duplicate' && answer?.action === 'skip') return plan('skipped', 'Dilewati petugas.')
  const replacement = replacedBy.get(row.row)
  if (replacement !== undefined) return plan('skipped', `Diganti baris ${replacement}.`)
  if (row.status === 'duplicate' && row.sameAs) {
    const { row: first } = row.sameAs
    if (replacedBy.get(first) !== row.row) return plan('skipped', `NIK sama dengan baris ${first}.`)
    return plan(statusOf.get(first) === 'match' ? 'changed' : 'created')
  }
  if (mustDecide(row) && !answer) return plan('skipped', `Belum diputuskan: ${row.note.replace(/\.$/, '')}.`)
  if (row.status === 'create') return plan('created')
  if (!answer || !mustDecide(row)) return plan('matched')
  const fields = row.differences.map(difference => difference.field).filter(field => answer.fields.includes(field))
  return fields.length > 0 ? plan('changed', '', fields) : plan('matched')
}
