import { Box } from '@mantine/core'
import { IconCheck, IconClock, IconDevices, IconRefresh, type TablerIcon } from '@tabler/icons-react'
import type { PreparedUpdate } from '../../../shared/features/update/contract.ts'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { formatClock, formatMoment } from '../../ui/page/moment-format.ts'
import styles from './update-steps.module.css'

type Step = { title: string; detail: string; sign: TablerIcon; done: boolean }

/** What has happened to the prepared version and what will. */
export function UpdateSteps({ prepared, desks }: { prepared: PreparedUpdate; desks: number }) {
  const { checkedAt, snapshotAt, when } = prepared
  const steps: Step[] = [
    {
      title: 'Berkas diperiksa',
      detail: `${formatMoment(checkedAt)} · utuh, dari penerbit Balai`,
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
  if (desks > 0)
    steps.push({
      title: `${desks} meja menyusul`,
      detail: 'masing-masing saat halamannya dibuka lagi',
      sign: IconDevices,
      done: false,
    })
  return (
    <ol className={layout.tight}>
      {steps.map(({ title, detail, sign: Sign, done }) => (
        <li key={title} className={styles.step}>
          <span className={classNames(styles.disc, done && styles.done)}>
            <Sign size={15} aria-hidden />
          </span>
          <div>
            <Box component="p" fz="0.875rem" fw={600} lh="1.125rem">
              {title}
              {done && <span className={layout.unseen}> (selesai)</span>}
            </Box>
            <Box component="p" c="var(--ink-2)" fz="0.78125rem" lh="1.0625rem">
              {detail}
            </Box>
          </div>
        </li>
      ))}
    </ol>
  )
}
