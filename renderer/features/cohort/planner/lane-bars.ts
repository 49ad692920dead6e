import { IconCheck, IconX } from '@tabler/icons-react'
import type { LaneProblem } from '../../../../shared/features/cohort/contract.ts'
import { capital } from '../../../../shared/kernel/capital.ts'
import type { LaneBar } from '../../../ui/rail/rail-lanes.tsx'

interface LaneRun {
  from: number
  to: number
  /** null where the person or room can be used. */
  reason: string | null
}

/** Days 1 to `count` as runs that share a reason, or have none. */
export function laneRuns(count: number, problems: readonly LaneProblem[]): LaneRun[] {
  const reasons = new Map<number, string>()
  // A person can be refused twice on one day; the first reason, the credential, is the one that counts.
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
  /** Nothing in the way: 'Boleh mengajar 15 hari'. */
  free: string
  /** Free on some days: 'Bisa' goes before 'hari ke-6 s.d. 15'. */
  partly: string
}

/** The bars of a lane: one green bar, or the days that are possible in grey and the others with their reason. */
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

/** A bar of a few days has no room for what the heading above it says already. */
function brief(reason: string): string {
  return reason.replace(/^sertifikat BNSP \w+ /, '')
}
