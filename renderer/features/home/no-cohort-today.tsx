import { IconCalendar } from '@tabler/icons-react'
import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { shortDay } from '../../../shared/kernel/date-format.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'

/** Why nothing is to be filled in today, and when the classes go on. */
export function NoCohortToday({ overview }: { overview: HomeOverview }) {
  const { dayOff, nextCohortDay } = overview
  return (
    <EmptyState
      icon={IconCalendar}
      title={dayOff === null ? 'Tidak ada kelas hari ini.' : `Hari ini libur: ${dayOff}.`}
    >
      {nextCohortDay && `Kelas lanjut ${shortDay(nextCohortDay)}.`}
    </EmptyState>
  )
}
