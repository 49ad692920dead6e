import { Box } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { formatField } from '../../../shared/features/trainee/trainee-labels.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { api, QueryBoundary, useRead } from '../../app/client.ts'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './correction-list.module.css'

/** All changes of the data: old and new value, who, when and why. */
export function CorrectionList({ id }: { id: TraineeId }) {
  const corrections = useRead(api.rights.corrections, { id })
  if (corrections.data?.length === 0) return null
  return (
    <Panel title="Koreksi" facts="nilai sebelum dan sesudah; nilai data terbatas tidak disimpan">
      <QueryBoundary query={corrections} rows={2}>
        {rows => (
          <ul className={layout.lines}>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a history have no other key and never change their order
              <Box component="li" key={index} py="0.5rem">
                {row.fields.map(({ field, before, after }) => (
                  <p key={field} className={styles.change}>
                    <span className={styles.field}>{formatField(field)}</span>
                    <span>
                      <s>{before || 'kosong'}</s>{' '}
                      <IconArrowRight size={14} role="img" aria-label="menjadi" className={styles.arrow} />{' '}
                      <strong>{after || 'kosong'}</strong>
                    </span>
                  </p>
                ))}
                <p className={styles.detail}>
                  {[row.reason, formatMoment(row.at), row.by].filter(Boolean).join(' · ')}
                </p>
              </Box>
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Panel>
  )
}
