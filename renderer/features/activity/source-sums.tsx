import type { ReactNode } from 'react'
import { overspent, type Sums } from '../../../shared/features/activity/activity.ts'
import type { ActivityYear, SourceSums } from '../../../shared/features/activity/contract.ts'
import { type FundingSource, fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { formatShare, rupiah } from '../../../shared/kernel/money.ts'
import { plainDate } from '../../../shared/kernel/plain-date.ts'
import { behindFigure } from '../../app/list/figure-path.ts'
import { withSearch } from '../../app/list/with-search.ts'
import { ShareBar } from '../../ui/feedback/share-bar.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import { activitiesPath } from './activity-paths.ts'

/** Budget, spending and classes of each source, with the total below. */
export function SourceSumsPanel({
  year,
  sources,
  total,
  rows,
}: Pick<ActivityYear, 'year' | 'sources' | 'total' | 'rows'>) {
  const all = {
    fundingSource: null,
    cohorts: sources.reduce((sum, source) => sum + source.cohorts, 0),
    decided: sources.reduce((sum, source) => sum + source.decided, 0),
  }
  /** The activities of a source, or of all. */
  const activities = (count: number, fundingSource: FundingSource | null) => (
    <PathLink path={withSearch(activitiesPath, { tahun: year, sumber: fundingSource })}>{count} kegiatan</PathLink>
  )
  /** '3, 1 selesai': classes that belong to the activities of this year, whenever they are counted in reports. */
  function classes({
    fundingSource,
    cohorts,
    decided,
  }: Pick<SourceSums, 'cohorts' | 'decided'> & { fundingSource: FundingSource | null }) {
    const own = rows.filter(row => fundingSource === null || row.fundingSource === fundingSource).map(row => row.id)
    const behind = (measure: 'classes' | 'finished', title: string) =>
      behindFigure(
        measure,
        { from: plainDate(year - 1, 1, 1), to: plainDate(year + 1, 12, 31) },
        { activity: own },
        title,
      )
    const of = fundingSource === null ? `kegiatan ${year}` : `kegiatan ${fundingSourceName(fundingSource)} ${year}`
    return cohorts === 0 ? (
      '–'
    ) : (
      <>
        <PathLink path={behind('classes', `${cohorts} kelas, ${of}`)} aria-label={`${cohorts} kelas, ${of}`}>
          {cohorts}
        </PathLink>
        {decided > 0 && (
          <>
            , <PathLink path={behind('finished', `${decided} kelas selesai, ${of}`)}>{decided} selesai</PathLink>
          </>
        )}
      </>
    )
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
            cell: row => activities(row.activities, row.fundingSource),
            foot: activities(rows.length, null),
          },
          { head: 'Kelas', cell: classes, foot: classes(all) },
        ]}
      />
    </Panel>
  )
}

function shareOf({ share }: Sums) {
  return <ShareBar tenths={share} text={formatShare(share)} />
}
