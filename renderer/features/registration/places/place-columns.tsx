import { applicantStateName } from '../../../../shared/features/registration/applicant-state.ts'
import type { Applicant } from '../../../../shared/features/registration/contract.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { OneLine } from '../../../ui/page/one-line.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'

/** People with a place, then the reserves in order. */
export function placeRows(applicants: readonly Applicant[]): Applicant[] {
  const wanted = applicants.filter(one => one.decision === 'accepted' || one.decision === 'reserve')
  return wanted.toSorted((a, b) => (a.reserve ?? 0) - (b.reserve ?? 0))
}

export const columns: readonly DataColumn<Applicant>[] = [
  {
    head: 'Hasil',
    width: '7rem',
    cell: row => (row.reserve === null ? 'Lulus' : `Cadangan ${row.reserve}`),
    sort: row => row.reserve ?? 0,
  },
  { head: 'Nama', names: true, cell: row => <OneLine text={row.name} />, sort: row => row.name },
  { head: 'Kelurahan', width: '10rem', cell: row => row.village ?? '–', sort: row => row.village },
  { head: 'No. HP', width: '9rem', cell: row => showPhone(row.phone) || '–' },
  { head: 'Keadaan', width: '13rem', cell: row => <PlaceState row={row} />, sort: row => row.state },
]

function PlaceState({ row }: { row: Applicant }) {
  const words = applicantStateName(row.state).toLowerCase()
  if (row.leftCohort) return `keluar setelah hari ke-${row.leftCohort.afterDay}`
  if (row.state === 're_registered' || row.state === 'in_class')
    return (
      <Badge tone="ok" signed>
        {words}
      </Badge>
    )
  if (row.state === 'withdrawn') return <Badge>{words}</Badge>
  return row.holdsPlace ? <Badge tone="warn">belum daftar ulang</Badge> : words
}
