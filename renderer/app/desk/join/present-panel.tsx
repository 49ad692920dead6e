import type { Present } from '../../../../shared/features/desk/contract.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import { type Changed, clockOfChange } from '../changed.ts'
import styles from './join-page.module.css'

/** Who has the record open now, and who has saved it: also where he has gone already. */
export function PresentPanel({ present, changed }: { present: readonly Present[]; changed: Changed }) {
  const { by, desk } = changed
  const stays = present.some(other => other.name === by)
  return (
    <Panel title="Sedang membuka" flush>
      <ul className={styles.present}>
        {present.map(other => (
          <li key={`${other.name} ${other.desk}`}>
            <span className={styles.dot} data-here aria-hidden />
            <strong>{other.name}</strong>
            <span className={styles.doing}>
              {other.doing === 'editing' ? 'mengubah' : 'melihat'} sejak {clockOfChange({ at: other.since })} ·{' '}
              {other.desk}
            </span>
          </li>
        ))}
        {!stays && (
          <li>
            <span className={styles.dot} aria-hidden />
            <strong>{by}</strong>
            <span className={styles.doing}>
              {['menyimpan', clockOfChange(changed)].join(' ').trim()}, sudah menutup{desk === '' ? '' : ` · ${desk}`}
            </span>
          </li>
        )}
      </ul>
    </Panel>
  )
}
