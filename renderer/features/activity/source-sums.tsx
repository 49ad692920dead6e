import { overspent, type Sums } from '../../../shared/features/activity/activity.ts'
import type { ActivityYear } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { formatShare, rupiah } from '../../../shared/kernel/money.ts'
import { ShareBar } from '../../ui/feedback/share-bar.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { formatClass } from './activity-columns.tsx'
import styles from './source-sums.module.css'

/** Budget, spending and classes of each source of money, with the year below. */
export function SourceSumsPanel({ sources, total, rows }: Pick<ActivityYear, 'sources' | 'total' | 'rows'>) {
  return (
    <Panel flush label="Dana menurut sumber">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Sumber dana</th>
            <th scope="col" className={styles.end}>
              Pagu
            </th>
            <th scope="col" className={styles.end}>
              Realisasi
            </th>
            <th scope="col" className={styles.share}>
              Terserap
            </th>
            <th scope="col" className={styles.end}>
              Sisa
            </th>
            <th scope="col">Kegiatan</th>
            <th scope="col">Kelas</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(source => (
            <tr key={source.fundingSource}>
              <th scope="row">{fundingSourceName(source.fundingSource)}</th>
              <Money sums={source} />
              <td>{source.activities}</td>
              <td>{formatClass(source)}</td>
            </tr>
          ))}
        </tbody>
        {sources.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">Semua sumber</th>
              <Money sums={total} />
              <td>{rows.length}</td>
              <td>
                {formatClass({
                  cohorts: sources.reduce((sum, source) => sum + source.cohorts, 0),
                  decided: sources.reduce((sum, source) => sum + source.decided, 0),
                })}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </Panel>
  )
}

function Money({ sums }: { sums: Sums }) {
  return (
    <>
      <td className={styles.end}>{rupiah(sums.budget)}</td>
      <td className={styles.end}>{rupiah(sums.realized)}</td>
      <td className={styles.share}>
        <ShareBar tenths={sums.share} text={formatShare(sums.share)} />
      </td>
      <td className={classNames(styles.end, overspent(sums) > 0 && layout.err)}>{rupiah(sums.left)}</td>
    </>
  )
}
