import { IconLock } from '@tabler/icons-react'
import { LinkAction } from '../../ui/action/link-action.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './restricted-lock.module.css'

interface RestrictedLockProps {
  /** "Tampilkan", "Isi". */
  action: string
  onAction: () => unknown
  /** Said under the link when opening is logged: "dicatat". */
  trace?: string
  error?: string | null
}

/** The violet lock in place of restricted data, which is only shown on request. */
export function RestrictedLock({ action, onAction, trace, error = null }: RestrictedLockProps) {
  return (
    <Panel label="Data terbatas">
      <div className={styles.lock}>
        <IconLock size={18} stroke={1.75} className={styles.sign} aria-hidden />
        <div>
          <p className={styles.title}>Data terbatas</p>
          <p className={layout.detail}>Stunting, disabilitas, rekening</p>
          {error !== null && (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
        </div>
        <div className={styles.action}>
          <LinkAction onAction={onAction} label={`${action} data terbatas`}>
            {action}
          </LinkAction>
          {trace !== undefined && <span className={layout.detail}>{trace}</span>}
        </div>
      </div>
    </Panel>
  )
}
