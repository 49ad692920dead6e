import type { Applicant } from '../../../../shared/features/registration/contract.ts'
import { rowName } from '../../../../shared/kernel/row-name.ts'
import type { KeyGridSideColumn } from '../../../ui/grid/key-grid.tsx'

/** An applicant as a row of a grid, in the order of registration. */
export interface ApplicantRow extends Applicant {
  key: number
  label: string
  struck: boolean
}

export function applicantRows(applicants: readonly Applicant[]): ApplicantRow[] {
  const numbered = applicants.map(({ name, number }) => ({ name, position: number }))
  return applicants
    .toSorted((a, b) => a.number - b.number)
    .map(one => ({
      ...one,
      key: one.id,
      label: rowName({ name: one.name, position: one.number }, numbered),
      struck: one.state === 'withdrawn',
    }))
}

/** Number and name, fixed at the left. */
export function applicantNames(width: string): KeyGridSideColumn<ApplicantRow>[] {
  return [
    { key: 'no', head: 'No', width: '2.625rem', align: 'end', cell: row => row.number },
    { key: 'name', head: 'Nama pendaftar', width, names: true, cell: row => <span title={row.name}>{row.name}</span> },
  ]
}
