import type { Credential, InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { validity } from '../../../../shared/features/instructor/credential.ts'
import { lastingCredentials } from '../../../../shared/features/instructor/standing.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { addDays, type PlainDate, plainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { TimelineBar, TimelineBlock } from '../../../ui/rail/timeline.tsx'

/** Two whole years around today; at the end of a year the next one is included. */
export function timelineYears(today: PlainDate): { first: PlainDate; last: PlainDate } {
  const year = yearOf(addDays(today, -180))
  return { first: plainDate(year, 1, 1), last: plainDate(year + 1, 12, 31) }
}

/** The credentials of one kind; a renewed one is drawn up to its successor. */
export function credentialBars(
  credentials: readonly Credential[],
  kind: Credential['kind'],
  today: PlainDate,
): TimelineBar[] {
  const ofKind = credentials.filter(credential => credential.kind === kind).toSorted(byIssue)
  const lasting = new Set(lastingCredentials(ofKind))
  return ofKind.flatMap((credential, index): TimelineBar[] => {
    const { id, issued, validUntil } = credential
    const successor = ofKind
      .slice(index + 1)
      .find(later => later.trades.some(trade => credential.trades.includes(trade)))
    if (!lasting.has(credential)) {
      const to = successor && successor.issued <= validUntil ? addDays(successor.issued, -1) : validUntil
      return to < issued ? [] : [{ key: String(id), from: issued, to, tone: 'past', text: 'sudah diganti' }]
    }
    const renewed = ofKind.some(earlier => earlier.issued < issued && !lasting.has(earlier))
    const text = `${renewed ? 'diperpanjang, ' : ''}s.d. ${shortDate(validUntil)} ${yearOf(validUntil)}`
    return [{ key: String(id), from: issued, to: validUntil, tone: toneOf(credential, today), text }]
  })
}

function byIssue(a: Credential, b: Credential): number {
  return a.issued < b.issued ? -1 : 1
}

function toneOf(credential: Credential, today: PlainDate): TimelineBar['tone'] {
  const { state } = validity(credential, today)
  if (state === 'red' || state === 'expired') return 'err'
  return state === 'amber' ? 'warn' : 'ok'
}

/** The classes below the credentials: held = filled, planned = outline, hatched = days without a valid credential. */
export function cohortBlocks(cohorts: InstructorRow['cohorts']): TimelineBlock[] {
  return cohorts.map(({ code, title, start, end, status, outside }) => {
    const dates = `${shortDate(start)} – ${shortDate(end)} ${yearOf(end)}`
    return {
      key: code,
      from: start,
      to: end,
      state: outside.length > 0 ? 'outside' : status === 'planned' ? 'planned' : 'held',
      label: `${title}, ${dates}${outside.length > 0 ? `, ${outside.length} hari di luar sertifikat` : ''}`,
    }
  })
}

/** 'Housekeeping · Tata Rias' */
export function tradesOf(credentials: readonly Credential[]): string {
  const held = new Set(credentials.filter(one => one.kind === 'TEKNIS').flatMap(one => one.trades))
  return [...held].map(tradeName).join(' · ')
}

/** Whether the credential is valid for the coming classes: 'Kelas Tata Rias IV (13 Jan) belum sah'. */
export function cohortNote(cohorts: InstructorRow['cohorts']): { words: string; urgent: boolean } | null {
  const open = cohorts.filter(cohort => cohort.status !== 'finished').toSorted((a, b) => (a.start < b.start ? -1 : 1))
  const outside = open.find(cohort => cohort.outside.length > 0)
  if (outside) return { words: `Kelas ${outside.title} (${shortDate(outside.start)}) di luar sertifikat`, urgent: true }
  const [next] = open
  if (!next) return null
  if (open.length > 1) return { words: `${open.length} kelas terjadwal, semuanya masih sah`, urgent: false }
  return next.status === 'running'
    ? { words: `Kelas berjalan selesai ${shortDate(next.end)}, masih sah`, urgent: false }
    : { words: `${next.title} mulai ${shortDate(next.start)}, masih sah`, urgent: false }
}
