import { useQuery } from '@tanstack/react-query'
import type { TraineeId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { historyWords } from './history-words.ts'
import styles from './trainee-page.module.css'

/** Who did what with the data of this person; values are not repeated here. */
export function TraineeHistory({ id }: { id: TraineeId }) {
  const history = useQuery(api.trainee.history.queryOptions({ input: { id } }))
  return (
    <Panel title="Riwayat">
      <Reading query={history} rows={3}>
        {rows =>
          rows.length === 0 ? (
            <p className={styles.none}>Belum ada perubahan sejak diimpor.</p>
          ) : (
            <ul className={styles.rows}>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a history have no other key and never change places.
                <li key={index} className={styles.row}>
                  <span>{historyWords(row)}</span>
                  <span className={styles.detail}>
                    {momentWords(row.at)} · {row.by}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </Panel>
  )
}
