import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { type TradeCode, tradeCodes, tradeName } from '../../../../shared/features/program/trades.ts'
import { shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { exportedTable, type TableExport } from '../../../app/file/use-export.ts'
import { OneLine } from '../../../ui/page/one-line.tsx'
import { PathLink } from '../../../ui/page/path-link.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'
import { StandingBadge } from '../standing-badge.tsx'
import type { StandingRow } from './instructor-filter.ts'

export const instructorColumns: DataColumn<StandingRow>[] = [
  { head: 'Nama', names: true, cell: row => <OneLine text={row.name} />, sort: row => row.name },
  {
    head: 'Kejuruan',
    cell: row => <OneLine text={formatTrade(row) || '–'} width="narrow" />,
    sort: row => formatTrade(row),
  },
  {
    head: 'Sisa berlaku',
    width: '8.5rem',
    cell: row => <StandingBadge standing={row.standing} />,
    sort: row => (row.standing && row.standing.state !== 'none' ? row.standing.daysLeft : null),
  },
  {
    head: 'Berlaku s.d.',
    width: '8rem',
    cell: row => <OneLine text={formatUntil(row) || '–'} width="narrow" />,
    sort: row => credentialOf(row)?.validUntil ?? null,
  },
  { head: 'LSP', spare: true, cell: row => <OneLine text={lspOf(row) || '–'} width="narrow" />, sort: lspOf },
  {
    head: 'Sedang mengajar',
    cell: row => {
      const running = runningOf(row)
      return running ? (
        <PathLink path={cohortPath(running.code)} tabIndex={-1}>
          {running.title}
        </PathLink>
      ) : (
        '–'
      )
    },
    sort: row => runningOf(row)?.title ?? null,
  },
]

/** Exports the rows as shown. */
export function instructorExport(rows: readonly StandingRow[]): TableExport {
  return exportedTable('daftar-instruktur', rows, [
    ['Nama', row => row.name],
    ['NIP', row => row.nip],
    ['Lembaga asal', row => row.institution],
    ['No HP', row => row.phone],
    ['Kejuruan', formatTrade],
    ['Nomor sertifikat', row => credentialOf(row)?.number ?? ''],
    ['LSP', lspOf],
    ['Berlaku s.d.', formatUntil],
    ['Mengajar', row => runningOf(row)?.title ?? ''],
  ])
}

function formatTrade({ credentials }: InstructorRow): string {
  const held = new Set<TradeCode>(credentials.filter(one => one.kind === 'TEKNIS').flatMap(one => one.trades))
  return tradeCodes
    .filter(trade => held.has(trade))
    .map(tradeName)
    .join(', ')
}

function credentialOf({ standing }: StandingRow) {
  return standing && standing.state !== 'none' ? standing.credential : null
}

function formatUntil(row: StandingRow): string {
  const until = credentialOf(row)?.validUntil
  return until === undefined ? '' : `${shortDate(until)} ${yearOf(until)}`
}

function lspOf(row: StandingRow): string {
  return credentialOf(row)?.lsp ?? ''
}

function runningOf({ cohorts }: InstructorRow) {
  return cohorts.find(cohort => cohort.status === 'running')
}
