import type {
  CertificateKind,
  IssueCandidate,
  IssuePreparation,
} from '../../../../shared/features/certificate/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { type Answers, openErrors } from './issue-answers.ts'
import type { IssueGroups } from './issue-groups.ts'

export function whyNotIssue(
  { kind, checks, officerId }: IssuePreparation,
  issuedOn: PlainDate | null,
  ready: readonly IssueCandidate[],
  answers: Answers,
): string | undefined {
  if (issuedOn === null) return 'Isi tanggal terbit.'
  const errors = openErrors(checks, { kind, enrolmentId: null }, answers).map(check => check.message)
  if (errors.length > 0) return `${errors.join('. ')}.`
  if (officerId === null) return 'Pilih penanda tangan.'
  return ready.length === 0 ? 'Semua masih perlu diperbaiki.' : undefined
}

export function formatWrong({ wrong }: IssueGroups): string {
  return wrong.map(one => `${one.name}: ${one.checks.map(check => check.message).join(', ')}`).join(' · ')
}

export function formatFact({ wrong, noted, ready, issued }: IssueGroups, kind: CertificateKind): string {
  const all = wrong.length + noted.length + ready.length + issued.length
  const who = kind === 'certificate' ? `${all} lulus` : `${all} tidak lulus`
  return issued.length > 0 ? `${who} · ${issued.length} sudah terbit` : who
}
