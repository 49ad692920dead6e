import type { Signatory } from '../../../../../shared/features/centre/signatory.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { issueDateProblem } from '../../../../../shared/features/certificate/issue-date.ts'
import type { EnrolmentId } from '../../../../../shared/ids.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { DomainError, foundIn } from '../../../domain-error.ts'
import type { QueryScope, TaskScope } from '../../../scope.ts'
import { allOfficers, getRules, isValidOn, listOfficers, signatoryOf } from '../../centre/centre-store.ts'
import { type CohortRecord, getCohort } from '../../cohort/cohort-store.ts'
import { traineesOfCohort } from '../../cohort/enrolment-store.ts'
import { decisionsOfCohort, findPanel } from '../../graduation/graduation-store.ts'
import { issuedOfCohort } from '../certificate-store.ts'
import { recordSigner, type SignRecord } from '../keys/signing-key-store.ts'
import { photoPrinted } from './issue-checks.ts'
import { issueFacts } from './issue-facts.ts'
import { answeredChecks } from './issue-overrides.ts'
import { keepDrawn } from './keep-drawn.ts'
import { type PresentLook, presentLook } from './present-look.ts'
import { assertNumbersFree, drawAndWrite, type NumberedPaper, takeNumbers } from './take-numbers.ts'

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

/** The second signatory. @throws DomainError not_found, officer_not_valid */
export function acknowledgerOn(db: ReadDatabase, id: number | null, issuedOn: PlainDate): Signatory | null {
  if (id === null) return null
  const officer = foundIn(allOfficers(db), row => row.id === id, 'officer')
  if (!isValidOn(officer, issuedOn))
    throw new DomainError({ code: 'officer_not_valid', name: officer.name, date: issuedOn })
  return signatoryOf(officer)
}

/** Draws the papers and stores them, each with the next number: all of them or none. */
export async function issueCertificates(scope: TaskScope, request: IssueRequest) {
  const { read, write, workspace } = scope
  return drawAndWrite(
    scope,
    async () => {
      const { papers, look } = read(query => prepareIssue(query, request, recordSigner(query.db, workspace.keys)))
      return { look, drawn: await keepDrawn(scope, request.kind, papers, look) }
    },
    ({ drawn, look }) => write(command => ({ issued: takeNumbers(command, request, drawn, look) })),
  )
}

/** All possible refusals, before anything is drawn. */
function prepareIssue(
  scope: QueryScope,
  request: IssueRequest,
  sign: SignRecord,
): { papers: NumberedPaper[]; look: PresentLook } {
  const { db, today } = scope
  const { code, kind, issuedOn, officerId, enrolmentIds } = request
  const cohort = getCohort(db, code)
  const officer = foundIn(listOfficers(db), row => row.id === officerId, 'officer')
  const panel = findPanel(db, cohort.id)
  if (!panel) throw new DomainError({ code: 'panel_not_decided' })
  const misdated = issueDateProblem(issuedOn, { ...panel, today, daysAhead: getRules(db).issueDaysAhead })
  if (misdated) throw new DomainError(misdated)
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
  const answers = answeredChecks(db, cohort, { ...request, today }, wanted)
  const issue = {
    kind,
    issuedOn,
    signatory: signatoryOf(officer),
    acknowledger: acknowledgerOn(db, request.acknowledgerId, issuedOn),
    printPhoto: photoPrinted(db, cohort, kind, request.printPhoto),
    replaces: '',
  }
  const ids = wanted.map(({ enrolmentId }) => enrolmentId)
  const papers = issueFacts(scope, cohort, issue, ids, sign).map(paper => ({
    ...paper,
    answers: answers.get(paper.enrolmentId) ?? [],
  }))
  assertNumbersFree(db, papers)
  return { papers, look: presentLook(db, cohort, kind) }
}

/** People who get this kind of paper by decision of the panel, in list order. */
export function entitled(db: ReadDatabase, cohort: CohortRecord, kind: CertificateKind) {
  const decisions = decisionsOfCohort(db, cohort.id)
  return traineesOfCohort(db, cohort.id)
    .filter(row => decisions.get(row.enrolmentId)?.decision === (kind === 'certificate' ? 'passed' : 'failed'))
    .map(({ enrolmentId, traineeId, position, name }) => ({ enrolmentId, traineeId, position, name }))
}
