import type { Signatory } from '../../../../../shared/features/centre/signatory.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { issueDateProblem } from '../../../../../shared/features/certificate/issue-date.ts'
import { certificateId, type EnrolmentId } from '../../../../../shared/ids.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { givenNumbers } from '../../../database/number-log.ts'
import { DomainError, foundIn } from '../../../domain-error.ts'
import type { KeptPaper } from '../../../files/paper-store.ts'
import type { CommandScope, QueryScope } from '../../../scope.ts'
import { allOfficers, getRules, isValidOn, listOfficers, signatoryOf } from '../../centre/centre-store.ts'
import { type CohortRecord, getCohort } from '../../cohort/cohort-store.ts'
import { traineesOfCohort } from '../../cohort/enrolment-store.ts'
import { decisionsOfCohort, findPanel } from '../../graduation/graduation-store.ts'
import { insertCertificate, issuedOfCohort } from '../certificate-store.ts'
import type { SignRecord } from '../keys/signing-key-store.ts'
import { photoPrinted } from './issue-checks.ts'
import { type IssuedFacts, issueFacts } from './issue-facts.ts'
import { type AnsweredCheck, answeredChecks } from './issue-overrides.ts'
import { insertOverrides } from './issue-store.ts'
import { counterOf, isNumberTaken, nextNumber, numbering } from './number-store.ts'
import { frozenVersion, type PresentLook, presentLook } from './present-look.ts'

/** Stored paper and, if used, its photo. */
export type KeptDrawing = { kept: KeptPaper; photo: KeptPaper | null }

type NumberedPaper = IssuedFacts & { answers: AnsweredCheck[] }
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

/** All possible refusals, before anything is drawn. */
export function prepareIssue(
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

/** The number may have been recorded by hand. @throws DomainError number_taken */
export function assertNumbersFree(db: ReadDatabase, papers: readonly IssuedFacts[]): void {
  const taken = papers.find(paper => isNumberTaken(db, paper.number))
  if (taken) throw new DomainError({ code: 'number_taken', number: taken.number })
}

/** If another desk takes numbers while papers are drawn, they are drawn again with the next ones. */
const drawingAttempts = 3

/** Draws, then writes; repeats while `write` finds that numbers have changed. */
export async function drawAndWrite<Drawn, Written>(
  draw: () => Promise<Drawn>,
  write: (drawn: Drawn) => Written,
): Promise<Written> {
  for (let attempt = 1; ; attempt += 1) {
    const drawn = await draw()
    try {
      return write(drawn)
    } catch (error) {
      const moved = error instanceof DomainError && error.data.code === 'numbers_moved'
      if (attempt === drawingAttempts || !moved) throw error
    }
  }
}

/**
 * The transaction takes exactly the drawn numbers, or nothing.
 * @param replaced the paper that the only one of `papers` replaces
 * @throws DomainError numbers_moved, already_issued
 */
export function takeNumbers(
  scope: CommandScope,
  { code, kind, issuedOn, officerId }: Pick<IssueRequest, 'code' | 'kind' | 'issuedOn' | 'officerId'>,
  papers: readonly (Omit<NumberedPaper, 'photo'> & KeptDrawing)[],
  look: PresentLook,
  replaced: { id: number; number: string; reason: string } | null = null,
) {
  const { db, at, operator, numbers, record, afterCommit } = scope
  const issued = issuedOfCohort(db, getCohort(db, code).id)
  const counter = counterOf(db, kind, code, issuedOn)
  const numberOf = numbering(db, kind, counter.series, issuedOn)
  const next = nextNumber(db, counter)
  // The template may have changed too, not only the counter.
  if (papers.some((paper, index) => paper.sequence !== next + index || paper.number !== numberOf(next + index)))
    throw new DomainError({ code: 'numbers_moved' })
  afterCommit(() => numbers.keep(givenNumbers(db)))
  const { design, ...frozenLook } = look
  const designVersionId = design ? frozenVersion(db, design, { at, by: operator.name }) : null
  return papers.map(({ answers, ...paper }) => {
    const { number, facts } = paper
    const earlier = issued.get(paper.enrolmentId)
    if (earlier && earlier.id !== replaced?.id)
      throw new DomainError({ code: 'already_issued', name: earlier.name, number: earlier.number })
    const of = { ...counter, ...paper, ...frozenLook, issuedOn, officerId, designVersionId }
    const replacement = { replacesId: replaced?.id ?? null, replacementReason: replaced?.reason ?? '' }
    const id = certificateId.parse(insertCertificate(db, { ...of, ...replacement }, { at, by: operator.name }))
    const why = replaced ? { replaces: replaced.number, reason: replaced.reason } : {}
    record('certificate', number, null, { kind, name: facts.name, issuedOn, sha256: paper.kept.sha256, ...why })
    if (answers.length > 0) {
      insertOverrides(db, id, answers, { at, by: operator.name })
      record('issue_override', number, null, { overrides: answers })
    }
    return { id, number, name: facts.name }
  })
}

/** People who get this kind of paper by decision of the panel, in list order. */
export function entitled(db: ReadDatabase, cohort: CohortRecord, kind: CertificateKind) {
  const decisions = decisionsOfCohort(db, cohort.id)
  return traineesOfCohort(db, cohort.id)
    .filter(row => decisions.get(row.enrolmentId)?.decision === (kind === 'certificate' ? 'passed' : 'failed'))
    .map(({ enrolmentId, traineeId, position, name }) => ({ enrolmentId, traineeId, position, name }))
}
