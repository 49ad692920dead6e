import type {
  CertificateKind,
  IssueCheck,
  OverridableCheck,
} from '../../../../../shared/features/certificate/contract.ts'
import type { EnrolmentId } from '../../../../../shared/ids.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { DomainError, foundIn } from '../../../domain-error.ts'
import { listOfficers } from '../../centre/centre-store.ts'
import type { CohortRecord } from '../../cohort/cohort-store.ts'
import { checksOfCohort, cohortChecks, photoPrinted } from './issue-checks.ts'

type IssueRequest = {
  kind: CertificateKind
  issuedOn: PlainDate
  officerId: number
  printPhoto: boolean | null
  overrides: readonly { enrolmentId: EnrolmentId | null; check: OverridableCheck; reason: string }[]
}

/** A failed check with its reason. */
export type AnsweredCheck = { check: OverridableCheck; message: string; reason: string }

/** The reasons of each paper; every red check needs one. @throws DomainError officer_not_valid, issue_checks, override_for_nothing */
export function answeredChecks(
  db: ReadDatabase,
  cohort: CohortRecord,
  request: IssueRequest & { today: PlainDate },
  people: readonly { enrolmentId: EnrolmentId; name: string }[],
): Map<EnrolmentId, AnsweredCheck[]> {
  const officer = foundIn(listOfficers(db), row => row.id === request.officerId, 'officer')
  const used = new Set<IssueRequest['overrides'][number]>()
  const answer = (check: IssueCheck, enrolmentId: EnrolmentId | null): AnsweredCheck | null => {
    const given = request.overrides.find(one => one.check === check.code && one.enrolmentId === enrolmentId)
    if (!given || !check.overridable) return null
    used.add(given)
    return { check: given.check, message: check.message, reason: given.reason }
  }
  const ofCohort: AnsweredCheck[] = []
  const open: string[] = []
  for (const check of errors(cohortChecks(db, cohort, request, officer))) {
    const answered = answer(check, null)
    if (answered) ofCohort.push(answered)
    else if (check.code === 'officer')
      throw new DomainError({ code: 'officer_not_valid', name: officer.name, date: request.issuedOn })
    // Checks that cannot be overridden are refused elsewhere with their own codes.
    else if (check.overridable) open.push(check.message)
  }
  const checksOf = checksOfCohort(db, cohort, request.kind, photoPrinted(db, cohort, request.kind, request.printPhoto))
  const answers = new Map(
    people.map(({ enrolmentId, name }) => {
      const own = errors(checksOf(enrolmentId)).flatMap(check => {
        const answered = answer(check, enrolmentId)
        if (!answered) open.push(`${name}: ${check.message}`)
        return answered ?? []
      })
      return [enrolmentId, [...ofCohort, ...own]] as [EnrolmentId, AnsweredCheck[]]
    }),
  )
  if (open.length > 0) throw new DomainError({ code: 'issue_checks', messages: open })
  // A reason for a check that passed would remain on the record of the paper and be wrong.
  const idle = request.overrides.find(one => !used.has(one))
  if (idle) throw new DomainError({ code: 'override_for_nothing', check: idle.check })
  return answers
}

function errors(checks: readonly IssueCheck[]): IssueCheck[] {
  return checks.filter(check => check.level === 'error')
}
