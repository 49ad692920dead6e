import {
  type CertificateKind,
  type IssueCheck,
  type OverridableCheck,
  overridableChecks,
} from '../../../../../shared/features/certificate/contract.ts'
import { earliestAfterIssue } from '../../../../../shared/features/certificate/issue-date.ts'
import type { CertificateId } from '../../../../../shared/ids.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { DomainError, found } from '../../../domain-error.ts'
import type { CommandScope, QueryScope, TaskScope } from '../../../scope.ts'
import { isValidOn, listOfficers, signatoryOf } from '../../centre/centre-store.ts'
import { getCohort } from '../../cohort/cohort-store.ts'
import { recordSigner, type SignRecord } from '../keys/signing-key-store.ts'
import { assertHolds, findCertificate } from '../register/book-store.ts'
import { checksOfCohort, cohortChecks, photoPrinted } from './issue-checks.ts'
import { issueFacts } from './issue-facts.ts'
import type { AnsweredCheck } from './issue-overrides.ts'
import { acknowledgerOf, photoAsBefore } from './issue-store.ts'
import { keepDrawn } from './keep-drawn.ts'
import { type PresentLook, presentLook } from './present-look.ts'
import {
  assertNumbersFree,
  drawAndWrite,
  type NumberedDrawing,
  type NumberedPaper,
  takeNumbers,
} from './take-numbers.ts'

type Replacement = {
  id: CertificateId
  issuedOn: PlainDate
  officerId: number
  reason: string
  /** Reason for red checks. */
  exception: string | null
}

type Replacing = { kind: CertificateKind; papers: NumberedPaper[]; look: PresentLook }

/** Red checks of the paper that would replace this one. */
export function replacementErrors(
  { db, today }: Pick<QueryScope, 'db' | 'today'>,
  asked: Omit<Replacement, 'reason' | 'exception'>,
): IssueCheck[] {
  const { kind, code, enrolmentId } = found(findCertificate(db, asked.id), 'certificate')
  const cohort = getCohort(db, code)
  const officer = listOfficers(db).find(row => row.id === asked.officerId)
  const own = checksOfCohort(db, cohort, kind, photoPrinted(db, cohort, kind, photoAsBefore(db, asked.id)))(enrolmentId)
  return [...cohortChecks(db, cohort, { ...asked, today }, officer), ...own].filter(check => check.level === 'error')
}

/** @throws DomainError issue_checks */
function answersFor(scope: QueryScope, request: Replacement): AnsweredCheck[] {
  const red = replacementErrors(scope, request)
  return red.map(({ code, message, overridable }) => {
    if (request.exception === null || !overridable || !code || !isOverridable(code))
      throw new DomainError({ code: 'issue_checks', messages: red.map(check => check.message) })
    return { check: code, message, reason: request.exception }
  })
}

function isOverridable(code: NonNullable<IssueCheck['code']>): code is OverridableCheck {
  return (overridableChecks as readonly string[]).includes(code)
}

/** Draws the new paper with present values, and stores it with the next number. */
export async function replaceCertificate(scope: TaskScope, request: Replacement) {
  const { read, write, workspace } = scope
  return drawAndWrite(
    scope,
    async () => {
      const { kind, papers, look } = read(query =>
        prepareReplacement(query, request, recordSigner(query.db, workspace.keys)),
      )
      return { look, papers: await keepDrawn(scope, kind, papers, look) }
    },
    drawn => write(command => writeReplacement(command, request, drawn)),
  )
}

/** Data of the new paper, with present values and the next number. */
function prepareReplacement(scope: QueryScope, request: Replacement, sign: SignRecord): Replacing {
  const { db, today } = scope
  const old = found(findCertificate(db, request.id), 'certificate')
  assertHolds(old)
  if (request.issuedOn < earliestAfterIssue(old.issuedOn, today))
    throw new DomainError({ code: 'date_before_issue', date: request.issuedOn, issuedOn: old.issuedOn })
  const officer = found(
    listOfficers(db).find(row => row.id === request.officerId),
    'officer',
  )
  if (!isValidOn(officer, request.issuedOn))
    throw new DomainError({ code: 'officer_not_valid', name: officer.name, date: request.issuedOn })
  const { kind, code, enrolmentId } = old
  const answers = answersFor(scope, request)
  const cohort = getCohort(db, code)
  const issue = {
    kind,
    issuedOn: request.issuedOn,
    signatory: signatoryOf(officer),
    // The second signatory of the old paper signs the new one too.
    acknowledger: acknowledgerOf(db, old.id),
    printPhoto: photoPrinted(db, cohort, kind, photoAsBefore(db, old.id)),
    replaces: old.number,
  }
  const papers = issueFacts(scope, cohort, issue, [enrolmentId], sign)
  assertNumbersFree(db, papers)
  return { kind, papers: papers.map(paper => ({ ...paper, answers })), look: presentLook(db, cohort, kind) }
}

/** Takes exactly the drawn number, or nothing. @throws DomainError numbers_moved */
function writeReplacement(
  scope: CommandScope,
  request: Replacement,
  { papers, look }: { papers: readonly NumberedDrawing[]; look: PresentLook },
) {
  const old = found(findCertificate(scope.db, request.id), 'certificate')
  assertHolds(old)
  const { issuedOn, officerId, reason } = request
  const { id, number, kind, code } = old
  const taken = takeNumbers(scope, { kind, code, issuedOn, officerId }, papers, look, { id, number, reason })
  return found(taken[0], 'certificate')
}
