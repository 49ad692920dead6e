import type {
  CertificateKind,
  IssueCandidate,
  IssueCheck,
  IssuePreparation,
  OverridableCheck,
} from '../../../../shared/features/certificate/contract.ts'
import type { EnrolmentId } from '../../../../shared/ids.ts'

/** Reasons for issuing although a check is red, kept until the papers are issued. */
export type Answers = ReadonlyMap<string, string>

export const noAnswers: Answers = new Map()

type Place = { kind: CertificateKind; enrolmentId: EnrolmentId | null }

export function answerKey({ kind, enrolmentId }: Place, check: OverridableCheck): string {
  return `${kind} ${enrolmentId ?? 'class'} ${check}`
}

/** The reason given for a check; undefined where there is none, or where none is allowed. */
export function answerTo(check: IssueCheck, place: Place, answers: Answers): string | undefined {
  const code = overridableCode(check)
  return code && answers.get(answerKey(place, code))
}

/** Errors that still keep a paper, or all papers of the class, from being issued. */
export function openErrors(checks: readonly IssueCheck[], place: Place, answers: Answers): IssueCheck[] {
  return checks.filter(check => check.level === 'error' && answerTo(check, place, answers) === undefined)
}

export function overridableCode({ code, level, overridable }: IssueCheck): OverridableCheck | undefined {
  // Only what is red and said to be overridable carries one of these codes.
  return level === 'error' && overridable ? (code as OverridableCheck | undefined) : undefined
}

/** The answers that belong to these people and their class, as the command takes them. */
export function overridesFor(
  { kind, checks }: Pick<IssuePreparation, 'kind' | 'checks'>,
  people: readonly IssueCandidate[],
  answers: Answers,
): { enrolmentId: EnrolmentId | null; check: OverridableCheck; reason: string }[] {
  const of = (own: readonly IssueCheck[], enrolmentId: EnrolmentId | null) =>
    own.flatMap(check => {
      const code = overridableCode(check)
      const reason = answerTo(check, { kind, enrolmentId }, answers)
      return code && reason !== undefined ? [{ enrolmentId, check: code, reason }] : []
    })
  return [...of(checks, null), ...people.flatMap(person => of(person.checks, person.enrolmentId))]
}
