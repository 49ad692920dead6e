import { IconCircleCheck, IconPackage } from '@tabler/icons-react'
import type { PreparedUpdate } from '../../../shared/features/update/contract.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './prepared-head.module.css'

const megabyte = 1024 * 1024

/** What is ready, where it came from, and what is installed now. */
export function PreparedHead({ prepared, present }: { prepared: PreparedUpdate; present: string }) {
  const { version, source, bytes, when } = prepared
  return (
    <Panel label={`Balai ${version}`}>
      <div className={styles.head}>
        <span className={styles.sign}>
          <IconPackage size={22} stroke={1.5} aria-hidden />
        </span>
        <div>
          <h2 className={styles.title}>
            {when === 'closing' ? `Balai ${version} dipasang saat ditutup` : `Balai ${version} siap dipasang`}
          </h2>
          <p className={styles.from}>
            dari {source}, {Math.max(1, Math.round(bytes / megabyte))} MB ·{' '}
            <span className={styles.signed}>
              <IconCircleCheck size={15} aria-hidden /> tanda tangan penerbit cocok
            </span>
          </p>
        </div>
        <p className={styles.present}>
          sekarang <strong>{present}</strong>
        </p>
      </div>
    </Panel>
  )
}
