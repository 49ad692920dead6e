import { IconCalendar } from '@tabler/icons-react'
import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { shortDay } from '../../../shared/kernel/date-words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Why nothing is to be filled in today, and when the classes go on. */
export function NoClassToday({ overview }: { overview: HomeOverview }) {
  const { dayOff, nextClassDay } = overview
  return (
    <EmptyState
      icon={IconCalendar}
      title={dayOff === null ? 'Tidak ada kelas hari ini.' : `Hari ini libur: ${dayOff}.`}
    >
      {nextClassDay && `Kelas lanjut ${shortDay(nextClassDay)}.`}
    </EmptyState>
  )
}
