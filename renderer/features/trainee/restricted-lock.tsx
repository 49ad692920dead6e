import { IconLock } from '@tabler/icons-react'
import { LinkAct } from '../../ui/link-act.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './restricted-lock.module.css'

export interface RestrictedLockProps {
  /** "Tampilkan", "Isi". */
  act: string
  onAct: () => unknown
  /** Said under the act when it leaves a trace: "dicatat". */
  trace?: string
  error?: string | null
}

/** The violet lock: restricted data is there, or may be; it is not shown until somebody asks. */
export function RestrictedLock({ act, onAct, trace, error = null }: RestrictedLockProps) {
  return (
    <Panel label="Data terbatas">
      <div className={styles.lock}>
        <IconLock size={18} stroke={1.75} className={styles.sign} aria-hidden />
        <div>
          <p className={styles.title}>Data terbatas</p>
          <p className={styles.detail}>Stunting, disabilitas, rekening</p>
          {error !== null && (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
        </div>
        <div className={styles.act}>
          <LinkAct onAct={onAct} label={`${act} data terbatas`}>
            {act}
          </LinkAct>
          {trace !== undefined && <span className={styles.detail}>{trace}</span>}
        </div>
      </div>
    </Panel>
  )
}
