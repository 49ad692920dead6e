import { useQuery } from '@tanstack/react-query'
import { formatField } from '../../../shared/features/trainee/trainee-labels.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { formatHistory } from './history-labels.ts'
import styles from './trainee-page.module.css'

/** Who changed what of this person; for data on certificates also the old and new value. */
export function TraineeHistory({ id }: { id: TraineeId }) {
  const history = useQuery(api.trainee.history.queryOptions({ input: { id } }))
  return (
    <Panel title="Riwayat">
      <QueryBoundary query={history} rows={3}>
        {rows =>
          rows.length === 0 ? (
            <p className={styles.none}>Belum ada perubahan sejak diimpor.</p>
          ) : (
            <ul className={layout.lines}>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a history have no other key and never change their order
                <li key={index} className={styles.row}>
                  <span>
                    {formatHistory(row)}
                    {row.values.map(({ field, before, after }) => (
                      <span key={field} className={styles.detail}>
                        {' '}
                        {formatField(field)}: <s>{before || '–'}</s> menjadi <b>{after || '–'}</b>
                      </span>
                    ))}
                  </span>
                  <span className={styles.detail}>
                    {formatMoment(row.at)} · {row.by}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  )
}
