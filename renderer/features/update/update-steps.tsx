import { IconCheck, IconClock, IconRefresh, type TablerIcon } from '@tabler/icons-react'
import type { PreparedUpdate } from '../../../shared/features/update/contract.ts'
import { classNames } from '../../ui/page/class-names.ts'
import { formatClock, formatMoment } from '../../ui/page/moment-format.ts'
import styles from './update-steps.module.css'

type Step = { title: string; detail: string; sign: TablerIcon; done: boolean }

/** What has happened to the prepared version and what will. */
export function UpdateSteps({ prepared }: { prepared: PreparedUpdate }) {
  const { checkedAt, snapshotAt, when } = prepared
  const steps: Step[] = [
    {
      title: 'Berkas diperiksa',
      detail: `${formatMoment(checkedAt)} · utuh dan dari penerbit Balai`,
      sign: IconCheck,
      done: true,
    },
    {
      title: 'Cadangan dibuat dan diuji',
      detail: `${formatClock(snapshotAt)} · dibuka dan diperiksa`,
      sign: IconCheck,
      done: true,
    },
    { title: 'Disiapkan di komputer ini', detail: 'Diska USB boleh dicabut', sign: IconCheck, done: true },
    {
      title: when === 'closing' ? 'Dipasang saat Balai ditutup' : 'Dipasang',
      detail: 'Diperiksa sekali lagi, lalu program diganti',
      sign: when === 'closing' ? IconClock : IconRefresh,
      done: false,
    },
  ]
  return (
    <ol className={styles.steps}>
      {steps.map(({ title, detail, sign: Sign, done }) => (
        <li key={title} className={styles.step}>
          <span className={classNames(styles.disc, done && styles.done)}>
            <Sign size={15} aria-hidden />
          </span>
          <div>
            <p className={styles.title}>
              {title}
              {done && <span className={styles.unseen}> (selesai)</span>}
            </p>
            <p className={styles.detail}>{detail}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
