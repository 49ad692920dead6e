import type {
  CertificateKind,
  IssueCandidate,
  IssueCheck,
  IssuePreparation,
  OverridableCheck,
} from '../../../../shared/features/certificate/contract.ts'
import type { EnrolmentId } from '../../../../shared/ids.ts'

/** Reasons for issuing although a check is red, until the papers are issued. */
export type Answers = ReadonlyMap<string, string>

export const noAnswers: Answers = new Map()

type Place = { kind: CertificateKind; enrolmentId: EnrolmentId | null }

export function answerKey({ kind, enrolmentId }: Place, check: OverridableCheck): string {
  return `${kind} ${enrolmentId ?? 'class'} ${check}`
}

/** The reason given for a check; undefined if there is none or none is allowed. */
export function answerTo(check: IssueCheck, place: Place, answers: Answers): string | undefined {
  const code = overridableCode(check)
  return code && answers.get(answerKey(place, code))
}

/** Errors that still prevent the issue of a paper, or of all papers of the class. */
export function openErrors(checks: readonly IssueCheck[], place: Place, answers: Answers): IssueCheck[] {
  return checks.filter(check => check.level === 'error' && answerTo(check, place, answers) === undefined)
}

export function overridableCode({ code, level, overridable }: IssueCheck): OverridableCheck | undefined {
  // Only overridable errors have one of these codes.
  return level === 'error' && overridable ? (code as OverridableCheck | undefined) : undefined
}

/** The reasons that belong to these people and their class, in the form of the command. */
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
