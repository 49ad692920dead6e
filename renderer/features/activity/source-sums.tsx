import type { ReactNode } from 'react'
import { overspent, type Sums } from '../../../shared/features/activity/activity.ts'
import type { ActivityYear } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { formatShare, rupiah } from '../../../shared/kernel/money.ts'
import { ShareBar } from '../../ui/feedback/share-bar.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import { formatClass } from './activity-columns.tsx'
import { activitiesPath, withSearch } from './activity-paths.ts'

/** Budget, spending and classes of each source, with the total below. */
export function SourceSumsPanel({
  year,
  sources,
  total,
  rows,
}: Pick<ActivityYear, 'year' | 'sources' | 'total' | 'rows'>) {
  const all = {
    cohorts: sources.reduce((sum, source) => sum + source.cohorts, 0),
    decided: sources.reduce((sum, source) => sum + source.decided, 0),
  }
  const money = (head: string, face: (sums: Sums) => ReactNode) => ({
    head,
    align: 'end' as const,
    cell: face,
    foot: face(total),
  })
  return (
    <Panel flush label="Dana menurut sumber">
      <PlainTable
        rows={sources}
        rowKey={source => source.fundingSource}
        footed={sources.length > 1}
        columns={[
          { head: 'Sumber dana', names: true, cell: row => fundingSourceName(row.fundingSource), foot: 'Semua sumber' },
          money('Pagu', sums => rupiah(sums.budget)),
          money('Realisasi', sums => rupiah(sums.realized)),
          { head: 'Terserap', width: '12rem', cell: shareOf, foot: shareOf(total) },
          money('Sisa', sums => (
            <span className={overspent(sums) > 0 ? layout.err : undefined}>{rupiah(sums.left)}</span>
          )),
          {
            head: 'Kegiatan',
            cell: row => (
              <PathLink path={withSearch(activitiesPath, { tahun: year, sumber: row.fundingSource })}>
                {row.activities} kegiatan
              </PathLink>
            ),
            foot: `${rows.length} kegiatan`,
          },
          { head: 'Kelas', cell: formatClass, foot: formatClass(all) },
        ]}
      />
    </Panel>
  )
}

function shareOf({ share }: Sums) {
  return <ShareBar tenths={share} text={formatShare(share)} />
}
