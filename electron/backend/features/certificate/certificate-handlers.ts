import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import {
  certificateFactsSchema,
  statementFactsSchema,
} from '../../../../shared/features/certificate/certificate-facts.ts'
import { certificateFileName } from '../../../../shared/features/certificate/certificate-file-name.ts'
import type {
  CertificateKind,
  certificateContract,
  IssueCandidate,
  IssueOverride,
} from '../../../../shared/features/certificate/contract.ts'
import { certificateId, type EnrolmentId } from '../../../../shared/ids.ts'
import { safeFileName } from '../../../../shared/kernel/file-name.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { refusalWords } from '../../../../shared/refusal-words.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { found, Refused } from '../../refused.ts'
import type { CommandScope, Handlers, QueryScope } from '../../scope.ts'
import { getCentre, getRules, isValidOn, listOfficers, signatoryOf } from '../centre/centre-store.ts'
import { chosenDesign, presentDesign, saveVersion } from '../certificate-design/design-store.ts'
import { type CohortRecord, getCohort, traineesOfCohort } from '../cohort/cohort-store.ts'
import { decisionsOfCohort, findPanel } from '../graduation/graduation-store.ts'
import { certificateRegister } from './certificate-register.ts'
import {
  findIssuedFile,
  frozenPapers,
  type IssuedPaper,
  insertCertificate,
  issuedOfCohort,
} from './certificate-store.ts'
import { drawNameSample } from './documents/name-sample.ts'
import { drawPapers, type Look } from './draw-papers.ts'
import { checksOfCohort, classChecks } from './issue-checks.ts'
import { type IssuedFacts, issueFacts, officerWords } from './issue-facts.ts'
import { type AnsweredCheck, answeredChecks, overridesOfCohort, recordOverrides } from './issue-overrides.ts'
import { counterOf, isNumberTaken, nextNumber, numbering } from './number-store.ts'
import { recordSigner, type SignRecord } from './signing-key.ts'

/** Another desk may take numbers while ours are being drawn; then everything is drawn anew with the next ones. */
const drawingAttempts = 3

export const certificateHandlers: Handlers<typeof certificateContract> = {
  prepare({ db }, { code, kind, issuedOn, officerId }) {
    const cohort = getCohort(db, code)
    const officers = listOfficers(db)
    const officer =
      officerId === null ? officers.find(row => isValidOn(row, issuedOn)) : officers.find(row => row.id === officerId)
    const checks = classChecks(db, cohort, issuedOn, officer)
    const issued = issuedOfCohort(db, cohort.id)
    const overrides = overridesOfCohort(db, cohort.id)
    const checksOf = checksOfCohort(db, cohort, kind)
    const counter = counterOf(db, kind, code, issuedOn)
    const numberOf = numbering(db, kind, counter.series, issuedOn)
    let sequence = nextNumber(db, counter)
    const candidates = entitled(db, cohort, kind).map((person): IssueCandidate => {
      const paper = issued.get(person.enrolmentId)
      return {
        ...person,
        number: paper || !officer ? null : numberOf(sequence++),
        issued: paper ? issuedPaper(paper, overrides.get(paper.id)) : null,
        checks: paper ? [] : checksOf(person.enrolmentId),
      }
    })
    const taken = candidates.find(({ number }) => number !== null && isNumberTaken(db, number))?.number
    if (taken) {
      checks.push({ level: 'error', message: refusalWords({ code: 'number_taken', number: taken }), traineeId: null })
    }
    return {
      code,
      kind,
      issuedOn,
      officers: officers.map(row => ({ id: row.id, words: officerWords(row), valid: isValidOn(row, issuedOn) })),
      officerId: officer?.id ?? null,
      checks,
      candidates,
    }
  },

  async preview({ read, workspace }, { code, kind, issuedOn, officerId, enrolmentId }) {
    const { paper, look } = read(scope => {
      const cohort = getCohort(scope.db, code)
      const officers = listOfficers(scope.db)
      const officer = found(
        officers.find(row => (officerId === null ? isValidOn(row, issuedOn) : row.id === officerId)) ?? officers[0],
        'officer',
      )
      const signatory = signatoryOf(officer)
      const sign = recordSigner(scope.db, workspace.keys)
      const of = issueFacts(scope.db, scope, cohort, { kind, issuedOn, signatory }, sign)
      return {
        paper: of(enrolmentId, nextNumber(scope.db, counterOf(scope.db, kind, code, issuedOn))),
        look: presentLook(scope.db, cohort, kind),
      }
    })
    const { bytes } = drawPapers(kind, [paper], { ...look, specimen: true })
    return pdfFile(bytes, `contoh-${safeFileName(paper.facts.name)}.pdf`)
  },

  async issue({ read, write, workspace }, request) {
    for (let attempt = 1; ; attempt += 1) {
      const prepared = read(scope => prepareIssue(scope, request, recordSigner(scope.db, workspace.keys)))
      const drawn = prepared.papers.map(paper => ({
        ...paper,
        pdf: drawPapers(request.kind, [paper], prepared.look).bytes,
      }))
      try {
        return write(scope => ({ issued: takeNumbers(scope, request, drawn, prepared.look) }))
      } catch (error) {
        if (attempt === drawingAttempts || !(error instanceof Refused) || error.refusal.code !== 'numbers_moved')
          throw error
      }
    }
  },

  async nameSample({ read }, { enrolmentId }) {
    const { name, design, today } = read(({ db, today }) => {
      const row = db.get<{ name: string; programId: number }>(
        `SELECT trainee.name, program_id AS programId FROM enrolment JOIN trainee ON trainee.id = trainee_id
         JOIN cohort ON cohort.id = cohort_id WHERE enrolment.id = ?`,
        [enrolmentId],
      )
      const person = found(row, 'enrolment')
      return { name: person.name, design: presentDesign(db, chosenDesign(db, person.programId)).design, today }
    })
    return pdfFile(drawNameSample(design, name, today).bytes, 'contoh-baris-nama.pdf')
  },

  register: ({ db }, { search, limit, offset }) => certificateRegister(db, search, limit, offset),

  async file({ read }, { id }) {
    const { number, name, pdf } = read(({ db }) => found(findIssuedFile(db, id), 'certificate'))
    return pdfFile(pdf, certificateFileName(number, name))
  },

  async classFile({ read }, { code, kind, size }) {
    const bytes = read(({ db }) => drawClassFile(db, code, kind, size))
    return pdfFile(bytes, `${kind === 'certificate' ? 'sertifikat' : 'surat-keterangan'}-${code}.pdf`)
  },
}

type NumberedPaper = IssuedFacts & { enrolmentId: EnrolmentId; answers: AnsweredCheck[] }
/**
 * All papers of one kind of a class that hold, in one file, drawn from what was frozen; `size` null for the one they were issued on.
 * @throws Refused nothing_issued
 */
export function drawClassFile(
  db: ReadDatabase,
  code: string,
  kind: CertificateKind,
  size: PaperSize | null = null,
): Uint8Array {
  const papers = frozenPapers(db, getCohort(db, code).id, kind)
  const [first] = papers
  if (!first) throw new Refused({ code: 'nothing_issued' })
  const requests = papers.map(({ facts, photo, logo, palette, design }) => ({
    facts: kind === 'certificate' ? certificateFactsSchema.parse(facts) : statementFactsSchema.parse(facts),
    photo,
    logo,
    palette,
    design,
  }))
  return drawPapers(kind, requests, size === null ? first : { ...first, paperSize: size }).bytes
}

type IssueRequest = {
  code: string
  kind: CertificateKind
  issuedOn: PlainDate
  officerId: number
  enrolmentIds: EnrolmentId[]
  overrides: Parameters<typeof answeredChecks>[2]['overrides']
}

/** Everything that can be refused is refused here, before anything is drawn. */
function prepareIssue(
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
  if (!panel) throw new Refused({ code: 'panel_not_decided' })
  if (issuedOn < panel.heldOn) throw new Refused({ code: 'issue_before_panel', date: issuedOn, heldOn: panel.heldOn })
  const people = entitled(db, cohort, kind)
  const issued = issuedOfCohort(db, cohort.id)
  const wanted = people.filter(person => enrolmentIds.includes(person.enrolmentId))
  for (const id of enrolmentIds) {
    const paper = issued.get(id)
    if (paper) throw new Refused({ code: 'already_issued', name: paper.name, number: paper.number })
    const outsider = traineesOfCohort(db, cohort.id).find(
      row => row.enrolmentId === id && !wanted.some(person => person.enrolmentId === id),
    )
    if (outsider) throw new Refused({ code: 'not_entitled', name: outsider.name })
  }
  if (wanted.length !== new Set(enrolmentIds).size) throw new Refused({ code: 'not_found', thing: 'enrolment' })
  const answers = answeredChecks(db, cohort, request, wanted)
  const signatory = signatoryOf(officer)
  const of = issueFacts(db, scope, cohort, { kind, issuedOn, signatory }, sign)
  const first = nextNumber(db, counterOf(db, kind, code, issuedOn))
  const papers = wanted.map(({ enrolmentId }, index) => ({
    ...of(enrolmentId, first + index),
    enrolmentId,
    answers: answers.get(enrolmentId) ?? [],
  }))
  const taken = papers.find(paper => isNumberTaken(db, paper.number))
  if (taken) throw new Refused({ code: 'number_taken', number: taken.number })
  return { papers, look: presentLook(db, cohort, kind) }
}

/** The transaction takes exactly the numbers that were drawn, or nothing. @throws Refused numbers_moved, already_issued */
function takeNumbers(
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
    throw new Refused({ code: 'numbers_moved' })
  const { design, ...frozenLook } = look
  const designVersionId = design ? frozenVersion(db, design, { at, by: operator.name }) : null
  return papers.map(({ enrolmentId, sequence, number, facts, photo, pdf, answers }) => {
    const earlier = issued.get(enrolmentId)
    if (earlier) throw new Refused({ code: 'already_issued', name: earlier.name, number: earlier.number })
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

function issuedPaper({ id, number, issuedOn }: IssuedPaper, overrides: IssueOverride[] = []): IssueCandidate['issued'] {
  return {
    id,
    number,
    issuedOn,
    ...(overrides.length > 0
      ? { overrides: overrides.map(({ message, reason, by, at }) => ({ message, reason, by, at })) }
      : {}),
  }
}

/** Who gets this kind of paper by the decision of the panel, in the order of the list. */
export function entitled(db: ReadDatabase, cohort: CohortRecord, kind: CertificateKind) {
  const decisions = decisionsOfCohort(db, cohort.id)
  return traineesOfCohort(db, cohort.id)
    .filter(row => decisions.get(row.enrolmentId)?.decision === (kind === 'certificate' ? 'passed' : 'failed'))
    .map(({ enrolmentId, traineeId, position, name }) => ({ enrolmentId, traineeId, position, name }))
}

/** A look with the version of a design that it comes from. */
export type PresentLook = Look & { design: ReturnType<typeof presentDesign> | null }

/** What papers look like today. */
export function presentLook(db: ReadDatabase, { programId }: CohortRecord, kind: CertificateKind): PresentLook {
  const { logo, paperSize } = getCentre(db)
  const design = kind === 'certificate' ? presentDesign(db, chosenDesign(db, programId)) : null
  return { logo, paperSize, palette: getRules(db).certificatePalette, design }
}

/** The version that was drawn with. A built-in design gets its version the first time something is issued with it. */
export function frozenVersion(
  db: WriteDatabase,
  { id, versionId, design }: NonNullable<PresentLook['design']>,
  saved: { at: string; by: string },
): number {
  return versionId ?? saveVersion(db, id, design, saved).versionId
}

export function pdfFile(bytes: Uint8Array, name: string): File {
  return new File([new Uint8Array(bytes)], name, { type: 'application/pdf' })
}
