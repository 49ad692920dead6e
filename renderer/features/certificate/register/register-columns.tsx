import { Box } from '@mantine/core'
import type { BookRow } from '../../../../shared/features/certificate/book-contract.ts'
import { certificatePath } from '../../../../shared/features/certificate/certificate-path.ts'
import { type PlainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { exportedTable, type TableExport } from '../../../app/file/use-export.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import layout from '../../../ui/page/layout.module.css'
import { OneLine } from '../../../ui/page/one-line.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'
import { kindTitle } from '../kind-labels.ts'
import { formatState, StateBadge } from '../state-badge.tsx'
import styles from './register-page.module.css'

export const registerColumns: readonly DataColumn<BookRow>[] = [
  {
    head: 'Nomor',
    width: '12rem',
    cell: row => {
      const number = (
        <span className={classNames(layout.digits, row.state === 'void' && styles.struck)}>{row.number}</span>
      )
      return row.certificateId ? <LinkAction path={certificatePath(row.number)}>{number}</LinkAction> : number
    },
    sort: row => row.number,
  },
  { head: 'Nama', names: true, cell: row => (row.name === '' ? '–' : row.name), sort: row => row.name },
  { head: 'Jenis', width: '7.5rem', cell: row => kindTitle(row.kind) },
  {
    head: 'Program',
    spare: true,
    width: '11rem',
    cell: row => <OneLine text={row.program} width="rest" />,
    sort: row => row.program,
  },
  {
    head: 'Kelas',
    width: '6rem',
    cell: row =>
      row.code === null ? '' : <LinkAction path={cohortPath(row.code, 'certificates')}>{row.code}</LinkAction>,
    sort: row => row.code ?? '',
  },
  {
    head: 'Terbit',
    spare: true,
    width: '6rem',
    cell: row => formatDate(row.issuedOn),
    sort: row => row.issuedOn ?? '',
  },
  { head: 'Keadaan', width: '6.5rem', cell: row => <StateBadge state={row.state} />, sort: row => row.state },
  { head: 'Diambil', width: '6rem', cell: row => formatDate(row.collectedOn), sort: row => row.collectedOn ?? '' },
  {
    head: 'Catatan',
    spare: true,
    width: '5.5rem',
    cell: row => (
      <Box maw="5rem">
        <OneLine text={row.note} width="narrow" />
      </Box>
    ),
  },
]

function formatDate(date: PlainDate | null): string {
  return date === null ? '' : `${shortDate(date)} ${yearOf(date)}`
}

/** The book with an empty column for the signature of collectors. */
export function registerExport(rows: readonly BookRow[]): TableExport {
  return exportedTable('buku-sertifikat', rows, [
    ['Nomor', row => row.number],
    ['Nama', row => row.name],
    ['Jenis', row => kindTitle(row.kind)],
    ['Program', row => row.program],
    ['Kelas', row => row.code ?? ''],
    ['Tanggal terbit', row => row.issuedOn ?? ''],
    ['Keadaan', row => formatState(row.state)],
    ['Catatan', row => row.note],
    ['Diambil', row => row.collectedOn ?? ''],
    ['Tanda tangan pengambil', () => ''],
  ])
}
