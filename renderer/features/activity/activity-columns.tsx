import { overspent } from '../../../shared/features/activity/activity.ts'
import type { ActivityRow } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { tradeName } from '../../../shared/features/program/trades.ts'
import { formatShare, rupiah } from '../../../shared/kernel/money.ts'
import { exportedTable, type TableExport } from '../../app/file/use-export.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ShareBar } from '../../ui/feedback/share-bar.tsx'
import { OneLine } from '../../ui/page/one-line.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { activityPath } from './activity-paths.ts'

export const activityColumns: DataColumn<ActivityRow>[] = [
  { head: 'No', width: '2.75rem', cell: row => spellNumber(row.number), sort: row => row.number },
  {
    head: 'Kegiatan',
    names: true,
    width: '100%',
    cell: row => <OneLine text={row.title} width="rest" />,
    sort: row => row.title,
  },
  {
    head: 'Sumber dana',
    spare: true,
    cell: row => <OneLine text={fundingSourceName(row.fundingSource)} width="narrow" />,
    sort: row => fundingSourceName(row.fundingSource),
  },
  { head: 'Pagu', width: '7.25rem', align: 'end', cell: row => rupiah(row.budget), sort: row => row.budget },
  { head: 'Realisasi', width: '7.25rem', align: 'end', cell: row => rupiah(row.realized), sort: row => row.realized },
  {
    head: 'Terserap',
    width: '7.5rem',
    cell: row => <ShareBar tenths={row.share} text={formatShare(row.share)} />,
    sort: row => row.share,
  },
  {
    head: 'Sisa',
    width: '7.25rem',
    align: 'end',
    cell: row => (overspent(row) > 0 ? <Badge tone="err">{rupiah(row.left)}</Badge> : rupiah(row.left)),
    sort: row => row.left,
  },
  {
    head: 'Kelas',
    spare: true,
    width: '3.5rem',
    align: 'end',
    cell: row =>
      row.cohorts === 0 ? (
        '–'
      ) : (
        <PathLink path={activityPath(row.id)} tabIndex={-1}>
          {row.cohorts}
        </PathLink>
      ),
    sort: row => row.cohorts,
  },
]

/** '02', so that numbers align. */
export function spellNumber(number: number): string {
  return String(number).padStart(2, '0')
}

/** Money and counts are exported as numbers, so that they can be summed. */
export function activityExport(year: number, rows: readonly ActivityRow[]): TableExport {
  return exportedTable(`kegiatan-${year}`, rows, [
    ['No', row => row.number],
    ['Kegiatan', row => row.title],
    ['Kejuruan', row => (row.trade === null ? '' : tradeName(row.trade))],
    ['Sumber dana', row => fundingSourceName(row.fundingSource)],
    ['Kegiatan anggaran', row => row.budgetActivity],
    ['Sub kegiatan', row => row.budgetSubActivity],
    ['Kode rekening', row => row.accountCode],
    ['Pagu', row => row.budget],
    ['Realisasi', row => row.realized],
    ['Terserap (%)', row => (row.share === null ? null : row.share / 10)],
    ['Sisa', row => row.left],
    ['Kelas', row => row.cohorts],
    ['Kelas selesai', row => row.decided],
    ['Peserta', row => row.people],
  ])
}
