import type { Trainee, TraineeChange } from '../../../shared/features/trainee/contract.ts'
import { traineeDraft } from '../../../shared/features/trainee/trainee.ts'
import { formatField } from '../../../shared/features/trainee/trainee-labels.ts'
import { sameValue } from '../../../shared/kernel/join-values.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { draftOf } from '../trainee/form/use-trainee-form.ts'
import { formatHistory } from './history-labels.ts'
import styles from './trainee-page.module.css'

/** Who changed what of this person; for data on certificates also the old and new value. */
export function TraineeHistory({ trainee }: { trainee: Trainee }) {
  const { id } = trainee
  const history = useRead(api.trainee.history, { id })
  const save = useCommand(api.trainee.save, {
    done: (_, { decided = [] }) => `${decided.map(formatField).join(', ')} dikembalikan.`,
    undo: async (_, { seen, trainee: now, decided }) =>
      seen && api.trainee.save.call({ id, trainee: seen, seen: traineeDraft.parse(now), decided }),
  })
  const now = draftOf(trainee)
  const known = new Map<string, unknown>(Object.entries(now ?? {}))
  const isOpen = now !== null && trainee.state === 'OPEN'
  function restore({ field, value }: TraineeChange['unchosen'][number]) {
    if (now) return save.run({ id, trainee: { ...now, [field]: value }, seen: now, decided: [field] })
  }
  return (
    <Panel title="Riwayat">
      <ErrorNote error={save.error} />
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
                    {row.unchosen.map(one => (
                      <span key={`${one.field} ${one.words}`} className={styles.detail}>
                        {' '}
                        {formatField(one.field)}: <b>{one.words || 'kosong'}</b>{' '}
                        {isOpen && 'value' in one && !sameValue(known.get(one.field), one.value) && (
                          <LinkAction
                            needs="trainee.change"
                            size="small"
                            label={`Kembalikan ${formatField(one.field)}: ${one.words || 'kosong'}`}
                            onAction={() => restore(one)}
                          >
                            Kembalikan
                          </LinkAction>
                        )}
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
