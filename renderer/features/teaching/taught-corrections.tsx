import type { TaughtCorrection } from '../../../shared/features/teaching/contract.ts'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import styles from './taught-corrections.module.css'

/** What a closed day said before, who changed it and why; nothing while nobody did. */
export function TaughtCorrections({ corrections }: { corrections: readonly TaughtCorrection[] }) {
  if (corrections.length === 0) return null
  return (
    <section className={layout.history} aria-label="Riwayat jam mengajar">
      <h3 className={styles.title}>Riwayat</h3>
      <ul>
        {corrections.map(({ at, operator, reason, before, after }) => (
          <li key={`${at} ${after.join()}`}>
            {formatMoment(at)}, {operator}: {reason}
            <br />
            {before.join(' · ')} <b>menjadi</b> {after.join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
