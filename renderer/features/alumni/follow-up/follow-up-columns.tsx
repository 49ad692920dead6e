import type { FollowUpRow } from '../../../../shared/features/alumni/contract.ts'
import { followUpLabels } from '../../../../shared/features/alumni/follow-up.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { daysBetween, type PlainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { exportedTable, type TableExport } from '../../../app/file/use-export.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { OneLine } from '../../../ui/page/one-line.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'

export function followUpKey({ enrolmentId, month }: FollowUpRow): string {
  return `${enrolmentId} ${month}`
}

export function followUpColumns(today: PlainDate): DataColumn<FollowUpRow>[] {
  return [
    { head: 'Nama', names: true, cell: row => row.name, sort: row => row.name },
    { head: 'Bulan ke-', width: '5rem', align: 'end', cell: row => row.month, sort: row => row.month },
    {
      head: 'Jatuh tempo',
      width: '11.5rem',
      cell: row => (
        <>
          {shortDate(row.due)} {yearOf(row.due)} {row.answer === null && <Overdue days={daysBetween(row.due, today)} />}
        </>
      ),
      sort: row => row.due,
    },
    { head: 'HP', width: '8.25rem', cell: row => (row.phone === '' ? '–' : showPhone(row.phone)) },
    {
      head: 'Kejuruan',
      spare: true,
      width: '7rem',
      cell: row => <OneLine text={tradeName(row.trade)} width="slim" />,
      sort: row => tradeName(row.trade),
    },
    {
      head: 'Kelas',
      width: '6.5rem',
      cell: row => <LinkAction path={cohortPath(row.code)}>{row.code}</LinkAction>,
      sort: row => row.code,
    },
    {
      head: 'Kelurahan',
      spare: true,
      width: '8rem',
      cell: row => <OneLine text={row.village ?? '–'} width="slim" />,
      sort: row => row.village ?? '',
    },
    {
      head: 'Kabar',
      width: '10rem',
      cell: row => <OneLine text={formatAnswer(row)} width="narrow" />,
      sort: row => formatAnswer(row),
    },
  ]
}

function Overdue({ days }: { days: number }) {
  if (days < 0) return <Badge>{-days} hari lagi</Badge>
  return days === 0 ? <Badge tone="now">hari ini</Badge> : <Badge tone="warn">lewat {days} hari</Badge>
}

function formatAnswer({ answer }: FollowUpRow): string {
  if (answer === null) return ''
  return [followUpLabels[answer.status], answer.place].filter(Boolean).join(' · ')
}

/** The list as shown; the NIK is masked, because exported lists are passed on. */
export function followUpExport(rows: readonly FollowUpRow[], name: string): TableExport {
  return exportedTable(name, rows, [
    ['Nama', row => row.name],
    ['NIK', row => row.maskedNik],
    ['HP', row => (row.phone === '' ? '' : showPhone(row.phone))],
    ['Kelurahan', row => row.village ?? ''],
    ['Kejuruan', row => tradeName(row.trade)],
    ['Program', row => row.program],
    ['Kelas', row => row.code],
    ['Lulus', row => row.graduatedOn],
    ['Bulan ke-', row => row.month],
    ['Jatuh tempo', row => row.due],
    ['Kabar', ({ answer }) => (answer === null ? '' : followUpLabels[answer.status])],
    ['Tempat', ({ answer }) => answer?.place ?? ''],
    ['Pekerjaan atau usaha', ({ answer }) => answer?.work ?? ''],
    ['Penghasilan sebulan', ({ answer }) => answer?.income ?? null],
    ['Sesuai kejuruan', ({ answer }) => (answer?.relevant ? 'ya' : answer?.relevant === false ? 'tidak' : '')],
    ['Catatan', ({ answer }) => answer?.note ?? ''],
    ['Ditanya', ({ answer }) => answer?.askedOn ?? ''],
    ['Oleh', ({ answer }) => answer?.by ?? ''],
  ])
}
