import { type AidState, aidLabels } from '../../../../shared/features/alumni/aid.ts'
import type { AidRow, AidYear } from '../../../../shared/features/alumni/aid-contract.ts'
import { rupiah } from '../../../../shared/kernel/money.ts'
import { type PlainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { exportedTable, type TableExport } from '../../../app/file/use-export.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { Badge, type BadgeTone } from '../../../ui/feedback/badge.tsx'
import { OneLine } from '../../../ui/page/one-line.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'

const tones: Record<AidState, BadgeTone> = {
  PROPOSED: 'info',
  APPROVED: 'warn',
  PAID: 'ok',
  REJECTED: 'neutral',
  CANCELLED: 'neutral',
}

export function AidBadge({ state }: { state: AidState }) {
  return <Badge tone={tones[state]}>{aidLabels[state].toLowerCase()}</Badge>
}

export const aidColumns: readonly DataColumn<AidRow>[] = [
  { head: 'Nama', names: true, cell: row => row.name, sort: row => row.name },
  { head: 'Kelurahan', width: '9rem', cell: row => row.village, sort: row => row.village },
  { head: 'Kecamatan', spare: true, width: '8rem', cell: row => row.district, sort: row => row.district },
  {
    head: 'Kelas',
    width: '7rem',
    cell: row => <LinkAction path={cohortPath(row.code)}>{row.code}</LinkAction>,
    sort: row => row.code,
  },
  { head: 'Jumlah', width: '8rem', align: 'end', cell: row => rupiah(row.amount), sort: row => row.amount },
  { head: 'Keadaan', width: '7rem', cell: row => <AidBadge state={row.state} />, sort: row => row.state },
  { head: 'Sejak', spare: true, width: '7rem', cell: row => formatDate(sinceOf(row)), sort: sinceOf },
  {
    head: 'SK / BAST',
    width: '10rem',
    cell: row => <OneLine text={numberOf(row)} width="narrow" />,
    sort: row => numberOf(row) || null,
  },
  { head: 'Bukti', width: '5rem', cell: row => (row.evidence ? 'ada' : '–') },
]

/** Date of its last step. */
function sinceOf(row: AidRow): PlainDate {
  return row.endedOn ?? row.paidOn ?? row.approvedOn ?? row.proposedOn
}

function numberOf({ decreeNumber, handoverNumber }: AidRow): string {
  return handoverNumber || decreeNumber || '–'
}

export const aidPlaces: readonly DataColumn<AidYear['villages'][number]>[] = [
  { head: 'Kelurahan', names: true, cell: row => row.name, sort: row => row.name },
  { head: 'Kecamatan', width: '16rem', cell: row => row.district, sort: row => row.district },
  {
    head: 'Lulusan tanpa modal kerja',
    width: '14rem',
    align: 'end',
    cell: row => (row.graduates === 0 ? <Badge tone="warn">belum ada</Badge> : row.graduates),
    sort: row => row.graduates,
  },
]

/** The NIK is masked, because exported lists are passed on. */
export function aidExport({ year, rows }: AidYear): TableExport {
  return exportedTable(`modal-kerja-${year}`, rows, [
    ['Nama', row => row.name],
    ['NIK', row => row.maskedNik],
    ['Kelurahan', row => row.village],
    ['Kecamatan', row => row.district],
    ['Program', row => row.program],
    ['Kelas', row => row.code],
    ['Jumlah', row => row.amount],
    ['Keadaan', row => aidLabels[row.state]],
    ['Diusulkan', row => row.proposedOn],
    ['Disetujui', row => row.approvedOn ?? ''],
    ['Nomor SK', row => row.decreeNumber],
    ['Disalurkan', row => row.paidOn ?? ''],
    ['Nomor BAST', row => row.handoverNumber],
    ['Ditolak atau dibatalkan', row => row.endedOn ?? ''],
    ['Alasan', row => row.endReason],
    ['Berkas bukti', row => row.evidence?.name ?? ''],
  ])
}

function formatDate(date: PlainDate): string {
  return `${shortDate(date)} ${yearOf(date)}`
}
