import type { CohortRow } from '../../../../shared/features/cohort/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { BadgeTone } from '../../../ui/feedback/badge.tsx'

interface CohortState {
  tone: BadgeTone
  words: string
}

/** State of a class for its badge; kunyit if it trains today. */
export function cohortState({ status, days, start }: CohortRow, today: PlainDate): CohortState {
  switch (status) {
    case 'planned':
      return start > today ? { tone: 'neutral', words: 'Rencana' } : runningState(days, today)
    case 'running':
      return runningState(days, today)
    case 'finished':
      return { tone: 'warn', words: 'Menunggu sidang' }
    case 'decided':
      return { tone: 'ok', words: 'Selesai' }
    case 'cancelled':
      return { tone: 'neutral', words: 'Dibatalkan' }
  }
}

function runningState(days: CohortRow['days'], today: PlainDate): CohortState {
  const day = days.find(one => one.date === today)
  if (day) return { tone: 'now', words: `Hari ke-${day.n}` }
  const missed = days.find(one => one.date < today && !one.complete)
  return missed ? { tone: 'warn', words: `Hari ke-${missed.n} belum diisi` } : { tone: 'info', words: 'Berjalan' }
}
