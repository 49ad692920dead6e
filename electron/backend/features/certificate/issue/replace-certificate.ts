import { type Signatory, signatorySchema } from '../../../../../shared/features/centre/signatory.ts'
import {
  type IssueCheck,
  type OverridableCheck,
  overridableChecks,
} from '../../../../../shared/features/certificate/contract.ts'
import { type CertificateId, certificateId } from '../../../../../shared/ids.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { DomainError, found } from '../../../domain-error.ts'
import type { CommandScope, QueryScope } from '../../../scope.ts'
import { isValidOn, listOfficers, signatoryOf } from '../../centre/centre-store.ts'
import { getCohort } from '../../cohort/cohort-store.ts'
import { assertHolds } from '../assert-holds.ts'
import { insertCertificate } from '../certificate-store.ts'
import type { SignRecord } from '../keys/signing-key-store.ts'
import { findCertificate } from '../register/book-store.ts'
import { drawPapers } from './draw-certificate-papers.ts'
import { checksOfCohort, cohortChecks, photoPrinted } from './issue-checks.ts'
import { type IssuedFacts, issueFacts } from './issue-facts.ts'
import { type AnsweredCheck, recordOverrides } from './issue-overrides.ts'
import { counterOf, isNumberTaken, nextNumber, numbering } from './number-store.ts'
import { frozenVersion, type PresentLook, presentLook } from './present-look.ts'

type Replacement = {
  id: CertificateId
  issuedOn: PlainDate
  officerId: number
  reason: string
  /** Answers for what is red. */
  exception: string | null
}

type Drawn = { paper: IssuedFacts; look: PresentLook; pdf: Uint8Array; answers: AnsweredCheck[] }

/** What is red about the paper that would take the place of this one. */
export function replacementErrors(db: ReadDatabase, asked: Omit<Replacement, 'reason' | 'exception'>): IssueCheck[] {
  const { kind, code, enrolmentId } = found(findCertificate(db, asked.id), 'certificate')
  const cohort = getCohort(db, code)
  const officer = listOfficers(db).find(row => row.id === asked.officerId)
  const own = checksOfCohort(db, cohort, kind, photoPrinted(db, cohort, kind, null))(enrolmentId)
  return [...cohortChecks(db, cohort, asked.issuedOn, officer), ...own].filter(check => check.level === 'error')
}

/** @throws DomainError issue_checks */
function answersFor(db: ReadDatabase, request: Replacement): AnsweredCheck[] {
  const red = replacementErrors(db, request)
  return red.map(({ code, message, overridable }) => {
    if (request.exception === null || !overridable || !code || !isOverridable(code))
      throw new DomainError({ code: 'issue_checks', messages: red.map(check => check.message) })
    return { check: code, message, reason: request.exception }
  })
}

function isOverridable(code: NonNullable<IssueCheck['code']>): code is OverridableCheck {
  return (overridableChecks as readonly string[]).includes(code)
}

/** The new paper with the facts of today and the number that comes next, drawn before anything is written. */
export function drawReplacement(scope: QueryScope, request: Replacement, sign: SignRecord): Drawn {
  const { db } = scope
  const old = found(findCertificate(db, request.id), 'certificate')
  assertHolds(old)
  if (request.issuedOn < old.issuedOn)
    throw new DomainError({ code: 'date_before_issue', date: request.issuedOn, issuedOn: old.issuedOn })
  const officer = found(
    listOfficers(db).find(row => row.id === request.officerId),
    'officer',
  )
  if (!isValidOn(officer, request.issuedOn))
    throw new DomainError({ code: 'officer_not_valid', name: officer.name, date: request.issuedOn })
  const signatory = signatoryOf(officer)
  const { kind, code, enrolmentId } = old
  const answers = answersFor(db, request)
  const cohort = getCohort(db, code)
  // Whoever signed beside the head signs the new paper too.
  const acknowledger = acknowledgerOf(db, old.id)
  const printPhoto = photoPrinted(db, cohort, kind, null)
  const issue = { kind, issuedOn: request.issuedOn, signatory, acknowledger, printPhoto, replaces: old.number }
  const of = issueFacts(db, scope, cohort, issue, sign)
  const paper = of(enrolmentId, nextNumber(db, counterOf(db, kind, code, request.issuedOn)))
  if (isNumberTaken(db, paper.number)) throw new DomainError({ code: 'number_taken', number: paper.number })
  const look = presentLook(db, cohort, kind)
  return { paper, look, answers, pdf: drawPapers(kind, [paper], look).bytes }
}

/** Takes exactly the number that was drawn, or nothing. @throws DomainError numbers_moved */
export function writeReplacement(scope: CommandScope, request: Replacement, { paper, look, pdf, answers }: Drawn) {
  const { db, at, operator, record } = scope
  const old = found(findCertificate(db, request.id), 'certificate')
  assertHolds(old)
  const { kind, code, enrolmentId } = old
  const { issuedOn, officerId, reason } = request
  const { sequence, number, facts, photo } = paper
  const counter = counterOf(db, kind, code, issuedOn)
  if (nextNumber(db, counter) !== sequence || numbering(db, kind, counter.series, issuedOn)(sequence) !== number)
    throw new DomainError({ code: 'numbers_moved' })
  const { design, ...frozenLook } = look
  const id = insertCertificate(
    db,
    {
      ...counter,
      sequence,
      number,
      enrolmentId,
      issuedOn,
      officerId,
      facts,
      photo,
      ...frozenLook,
      designVersionId: design ? frozenVersion(db, design, { at, by: operator.name }) : null,
      pdf,
      replacesId: old.id,
      replacementReason: reason,
    },
    { at, by: operator.name },
  )
  record('certificate', number, null, { kind, name: facts.name, issuedOn, replaces: old.number, reason })
  recordOverrides(scope, { id, number }, answers)
  return { id: certificateId.parse(id), number, name: facts.name }
}

function acknowledgerOf(db: ReadDatabase, certificateId: number): Signatory | null {
  const frozen = db.value<string | null>("SELECT facts -> 'acknowledger' FROM certificate WHERE id = ?", [
    certificateId,
  ])
  return frozen === null ? null : signatorySchema.nullable().parse(JSON.parse(frozen))
}
