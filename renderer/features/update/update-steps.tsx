import { IconClock, IconDevices, IconRefresh } from '@tabler/icons-react'
import type { PreparedUpdate } from '../../../shared/features/update/contract.ts'
import { type DiscStep, DiscSteps } from '../../ui/page/disc-steps.tsx'
import { formatClock, formatMoment } from '../../ui/page/moment-format.ts'

/** Steps of the prepared version, done and to come. */
export function UpdateSteps({ prepared, desks }: { prepared: PreparedUpdate; desks: number }) {
  const { checkedAt, snapshotAt, when } = prepared
  const steps: DiscStep[] = [
    {
      title: 'Berkas diperiksa',
      detail: `${formatMoment(checkedAt)} · utuh, dari penerbit Balai`,
      state: 'done',
    },
    {
      title: 'Cadangan dibuat dan diuji',
      detail: `${formatClock(snapshotAt)} · dibuka dan diperiksa`,
      state: 'done',
    },
    { title: 'Disiapkan di komputer ini', detail: 'Diska USB boleh dicabut', state: 'done' },
    {
      title: when === 'closing' ? 'Dipasang saat Balai ditutup' : 'Dipasang',
      detail: 'Diperiksa sekali lagi, lalu program diganti',
      sign: when === 'closing' ? IconClock : IconRefresh,
      state: 'next',
    },
  ]
  if (desks > 0)
    steps.push({
      title: `${desks} meja menyusul`,
      detail: 'masing-masing saat halamannya dibuka lagi',
      sign: IconDevices,
      state: 'next',
    })
  return <DiscSteps steps={steps} label="Langkah pembaruan" />
}
