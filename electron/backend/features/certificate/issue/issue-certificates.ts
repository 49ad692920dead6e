import type { Signatory } from '../../../../../shared/features/centre/signatory.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { certificateId, type EnrolmentId } from '../../../../../shared/ids.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { DomainError, found } from '../../../domain-error.ts'
import type { CommandScope, QueryScope } from '../../../scope.ts'
import { allOfficers, isValidOn, listOfficers, signatoryOf } from '../../centre/centre-store.ts'
import { type CohortRecord, getCohort } from '../../cohort/cohort-store.ts'
import { traineesOfCohort } from '../../cohort/enrolment-store.ts'
import { decisionsOfCohort, findPanel } from '../../graduation/graduation-store.ts'
import { insertCertificate, issuedOfCohort } from '../certificate-store.ts'
import type { SignRecord } from '../keys/signing-key-store.ts'
import { photoPrinted } from './issue-checks.ts'
import { type IssuedFacts, issueFacts } from './issue-facts.ts'
import { type AnsweredCheck, answeredChecks, recordOverrides } from './issue-overrides.ts'
import { counterOf, isNumberTaken, nextNumber, numbering } from './number-store.ts'
import { frozenVersion, type PresentLook, presentLook } from './present-look.ts'

type NumberedPaper = IssuedFacts & { enrolmentId: EnrolmentId; answers: AnsweredCheck[] }
type IssueRequest = {
  code: string
  kind: CertificateKind
  issuedOn: PlainDate
  officerId: number
  acknowledgerId: number | null
  printPhoto: boolean | null
  enrolmentIds: EnrolmentId[]
  overrides: Parameters<typeof answeredChecks>[2]['overrides']
}

/** Who signs beside the head of the centre. @throws DomainError not_found, officer_not_valid */
export function acknowledgerOn(db: ReadDatabase, id: number | null, issuedOn: PlainDate): Signatory | null {
  if (id === null) return null
  const officer = found(
    allOfficers(db).find(row => row.id === id),
    'officer',
  )
  if (!isValidOn(officer, issuedOn))
    throw new DomainError({ code: 'officer_not_valid', name: officer.name, date: issuedOn })
  return signatoryOf(officer)
}

/** Everything that can be refused is refused here, before anything is drawn. */
export function prepareIssue(
  scope: QueryScope,
  request: IssueRequest,
  sign: SignRecord,
): { papers: NumberedPaper[]; look: PresentLook } {
  const { db } = scope
  const { code, kind, issuedOn, officerId, enrolmentIds } = request
  const cohort = getCohort(db, code)
  const officer = found(
    listOfficers(db).find(row => row.id === officerId),
    'officer',
  )
  const panel = findPanel(db, cohort.id)
  if (!panel) throw new DomainError({ code: 'panel_not_decided' })
  if (issuedOn < panel.heldOn)
    throw new DomainError({ code: 'issue_before_panel', date: issuedOn, heldOn: panel.heldOn })
  const people = entitled(db, cohort, kind)
  const issued = issuedOfCohort(db, cohort.id)
  const wanted = people.filter(person => enrolmentIds.includes(person.enrolmentId))
  for (const id of enrolmentIds) {
    const paper = issued.get(id)
    if (paper) throw new DomainError({ code: 'already_issued', name: paper.name, number: paper.number })
    const outsider = traineesOfCohort(db, cohort.id).find(
      row => row.enrolmentId === id && !wanted.some(person => person.enrolmentId === id),
    )
    if (outsider) throw new DomainError({ code: 'not_entitled', name: outsider.name })
  }
  if (wanted.length !== new Set(enrolmentIds).size) throw new DomainError({ code: 'not_found', entity: 'enrolment' })
  const answers = answeredChecks(db, cohort, request, wanted)
  const signatory = signatoryOf(officer)
  const acknowledger = acknowledgerOn(db, request.acknowledgerId, issuedOn)
  const printPhoto = photoPrinted(db, cohort, kind, request.printPhoto)
  const of = issueFacts(db, scope, cohort, { kind, issuedOn, signatory, acknowledger, printPhoto, replaces: '' }, sign)
  const first = nextNumber(db, counterOf(db, kind, code, issuedOn))
  const papers = wanted.map(({ enrolmentId }, index) => ({
    ...of(enrolmentId, first + index),
    enrolmentId,
    answers: answers.get(enrolmentId) ?? [],
  }))
  const taken = papers.find(paper => isNumberTaken(db, paper.number))
  if (taken) throw new DomainError({ code: 'number_taken', number: taken.number })
  return { papers, look: presentLook(db, cohort, kind) }
}

/** The transaction takes exactly the numbers that were drawn, or nothing. @throws DomainError numbers_moved, already_issued */
export function takeNumbers(
  scope: CommandScope,
  { code, kind, issuedOn, officerId }: IssueRequest,
  papers: readonly (NumberedPaper & { pdf: Uint8Array })[],
  look: PresentLook,
) {
  const { db, at, operator, record } = scope
  const issued = issuedOfCohort(db, getCohort(db, code).id)
  const counter = counterOf(db, kind, code, issuedOn)
  const numberOf = numbering(db, kind, counter.series, issuedOn)
  const next = nextNumber(db, counter)
  // The pattern may have been changed meanwhile as well as the counter.
  if (papers.some((paper, index) => paper.sequence !== next + index || paper.number !== numberOf(next + index)))
    throw new DomainError({ code: 'numbers_moved' })
  const { design, ...frozenLook } = look
  const designVersionId = design ? frozenVersion(db, design, { at, by: operator.name }) : null
  return papers.map(({ enrolmentId, sequence, number, facts, photo, pdf, answers }) => {
    const earlier = issued.get(enrolmentId)
    if (earlier) throw new DomainError({ code: 'already_issued', name: earlier.name, number: earlier.number })
    const id = certificateId.parse(
      insertCertificate(
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
          designVersionId,
          pdf,
          replacesId: null,
          replacementReason: '',
        },
        { at, by: operator.name },
      ),
    )
    record('certificate', number, null, { kind, name: facts.name, issuedOn })
    recordOverrides(scope, { id, number }, answers)
    return { id, number, name: facts.name }
  })
}

/** Who gets this kind of paper by the decision of the panel, in the order of the list. */
export function entitled(db: ReadDatabase, cohort: CohortRecord, kind: CertificateKind) {
  const decisions = decisionsOfCohort(db, cohort.id)
  return traineesOfCohort(db, cohort.id)
    .filter(row => decisions.get(row.enrolmentId)?.decision === (kind === 'certificate' ? 'passed' : 'failed'))
    .map(({ enrolmentId, traineeId, position, name }) => ({ enrolmentId, traineeId, position, name }))
}
