import { type FollowUpStatus, followUpLabels } from '../../../../../shared/features/alumni/follow-up.ts'
import type { CellKind, CellValue, ReportRow, ReportTable } from '../../../../../shared/features/report/report.ts'
import { maskNik } from '../../../../../shared/features/trainee/nik/nik.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import type { ListedPerson } from '../measure/list-rows-store.ts'
import { classFacts } from '../measure/report-facts-store.ts'

// Shared cells of reports with one row a person.

export type ListOptions = { fullNik: boolean; restricted: boolean }
type Column<Row> = readonly [key: string, title: string, kind: CellKind, cell: (row: Row) => CellValue]

export function listTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): ReportTable {
  return {
    title: '',
    columns: columns.map(([key, title, kind]) => ({ key, title, kind })),
    rows: rows.map(
      (row): ReportRow => ({
        kind: 'row',
        cells: Object.fromEntries(columns.map(([key, , , cell]) => [key, cell(row)])),
        filters: null,
      }),
    ),
  }
}

export const outcomes: Record<string, string> = {
  passed: 'LULUS',
  failed: 'TIDAK LULUS',
  withdrawn: 'UNDUR DIRI',
  expelled: 'DIKELUARKAN',
  running: 'BERJALAN',
}

/** Includes anonymised people: their rows are there, and a paper number leads to them. */
export function traineesIn(rows: readonly { traineeId: number }[]): number[] {
  return [...new Set(rows.map(row => row.traineeId))]
}

/** Hides what may not be shown any more; the row stays, so that lists and figures agree. */
export function identityOf(
  { closed, nik, name }: Pick<ListedPerson, 'closed' | 'nik' | 'name'>,
  { fullNik }: Pick<ListOptions, 'fullNik'>,
) {
  if (closed === 1) return { nik: '', name: '(disamarkan)' }
  return { nik: fullNik ? nik : maskNik(nik), name }
}

export function formatFollowUpStatus(status: string | null): string {
  return status ? followUpLabels[status as FollowUpStatus] : ''
}

export const hiddenNote = (people: number) =>
  people > 0 ? [`${people} orang ikut dihitung tanpa nama: datanya dibekukan atau sudah dianonimkan.`] : []
export const maskNote = ({ fullNik }: ListOptions) =>
  fullNik ? [] : ['NIK disamarkan; angka lengkap hanya bila diminta.']

export function classesOf(db: ReadDatabase, people: readonly Pick<ListedPerson, 'code'>[]) {
  return classFacts(db, [...new Set(people.map(one => one.code))])
}
