import { IconCheck, IconX } from '@tabler/icons-react'
import type { LaneProblem } from '../../../../shared/features/cohort/contract.ts'
import { capital } from '../../../../shared/kernel/capital.ts'
import type { LaneBar } from '../../../ui/rail/rail-lanes.tsx'

interface LaneRun {
  from: number
  to: number
  /** null if the person or room is available. */
  reason: string | null
}

/** Days 1 to `count`, grouped into runs with the same reason or none. */
export function laneRuns(count: number, problems: readonly LaneProblem[]): LaneRun[] {
  const reasons = new Map<number, string>()
  // A day can have several reasons; the first one, the credential, is shown.
  for (const { n, reason } of problems) if (!reasons.has(n)) reasons.set(n, reason)
  const runs: LaneRun[] = []
  for (let n = 1; n <= count; n += 1) {
    const reason = reasons.get(n) ?? null
    const last = runs.at(-1)
    if (last && last.reason === reason) last.to = n
    else runs.push({ from: n, to: n, reason })
  }
  return runs
}

interface LaneText {
  /** Available on all days: 'Boleh mengajar 15 hari'. */
  free: string
  /** Available on some days: 'Bisa' in 'Bisa hari ke-6 s.d. 15'. */
  partly: string
}

/** The bars of a lane: one green bar, or available days in grey and the others with their reason. */
export function laneBars(count: number, problems: readonly LaneProblem[], words: LaneText): LaneBar[] {
  return laneRuns(count, problems).map(({ from, to, reason }): LaneBar => {
    const place = { key: String(from), from, to }
    if (reason !== null) {
      const whole = from === 1 && to === count
      return { ...place, tone: 'err', icon: IconX, text: whole ? `Ditolak: ${reason}` : capital(brief(reason)) }
    }
    if (problems.length > 0) return { ...place, tone: 'neutral', text: `${words.partly} ${formatDays(from, to)}` }
    return { ...place, tone: 'ok', icon: IconCheck, text: words.free }
  })
}

/** 'hari ke-6 s.d. 15', 'hari ke-3' */
export function formatDays(from: number, to: number): string {
  return from === to ? `hari ke-${from}` : `hari ke-${from} s.d. ${to}`
}

/** A shorter reason for a bar of few days; the heading says the rest. */
function brief(reason: string): string {
  return reason.replace(/^sertifikat BNSP \w+ /, '')
}
