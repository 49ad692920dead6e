import type { Applicant, Registration } from '../../../../shared/features/registration/contract.ts'
import { stageName } from '../../../../shared/features/registration/registration-format.ts'

/** What decided a rank besides the score: a failed stage, a tie rule, a decision of the committee. */
export function formatRanking(row: Applicant, { applicants }: Pick<Registration, 'applicants'>): string {
  const words: string[] = []
  if (row.override) words.push(row.override.reason)
  if (row.standing === 'failed' && row.stage)
    words.push(
      row.stage === 'ADMINISTRATION'
        ? 'tidak memenuhi syarat administrasi'
        : `di bawah nilai terendah ${stageWord(row)}`,
    )
  if (row.standing === 'incomplete' && row.stage) words.push(`${stageName(row.stage).toLowerCase()} belum diisi`)
  if (row.standing === 'withdrawn') words.push(row.events.findLast(event => event.kind === 'WITHDRAWN')?.reason ?? '')
  if (row.kept) words.push('kelurahan ini belum mempunyai peserta')
  const before = row.rank === null ? undefined : applicants.find(one => one.rank === (row.rank ?? 0) - 1)
  if (row.tieRule && before) words.push(formatTie(row, before))
  return words.filter(part => part !== '').join(' · ')
}

function stageWord({ stage }: Applicant): string {
  return stage ? stageName(stage).toLowerCase() : ''
}

function formatTie(row: Applicant, before: Applicant): string {
  const same = `nilai sama dengan ${before.name}`
  switch (row.tieRule) {
    case 'priority':
      return `${same}, prioritas sesudahnya`
    case 'date':
      return `${same}, daftar lebih akhir`
    case 'decided':
      return `${same}: ${row.tieReason}`
    default:
      return same
  }
}
