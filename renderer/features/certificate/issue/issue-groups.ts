import type { IssueCandidate, IssuePreparation } from '../../../../shared/features/certificate/contract.ts'
import type { OfficerId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { type Answers, noAnswers, openErrors } from './issue-answers.ts'

/** Choices before the issue. `null`: the usual value; for `issuedOn` also while the typed text is not a date. */
export type IssueDraft = { issuedOn: PlainDate | null; officerId: OfficerId | null; printPhoto: boolean | null }

export interface IssueGroups {
  /** Something must be corrected, or a reason given, first. */
  wrong: IssueCandidate[]
  /** May be issued, but has warnings. */
  noted: IssueCandidate[]
  ready: IssueCandidate[]
  issued: IssueCandidate[]
}

/** Candidates grouped by what they need, each group in the order of the list. */
export function issueGroups({ kind, candidates }: IssuePreparation, answers: Answers = noAnswers): IssueGroups {
  const groups: IssueGroups = { wrong: [], noted: [], ready: [], issued: [] }
  for (const candidate of candidates) {
    if (candidate.issued) groups.issued.push(candidate)
    else if (openErrors(candidate.checks, { kind, enrolmentId: candidate.enrolmentId }, answers).length > 0)
      groups.wrong.push(candidate)
    else if (candidate.checks.length > 0) groups.noted.push(candidate)
    else groups.ready.push(candidate)
  }
  return groups
}

/** Everybody whose paper can be issued now. */
export function issuable({ noted, ready }: IssueGroups): IssueCandidate[] {
  return [...noted, ...ready].toSorted((a, b) => a.position - b.position)
}
