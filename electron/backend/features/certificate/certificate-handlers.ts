import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import { certificateFileName } from '../../../../shared/features/certificate/certificate-file-name.ts'
import type {
  certificateContract,
  IssueCandidate,
  IssueOverride,
} from '../../../../shared/features/certificate/contract.ts'
import { safeFileName } from '../../../../shared/kernel/file-name.ts'
import { shortDate } from '../../../../shared/kernel/plain-date.ts'
import { found } from '../../domain-error.ts'
import { drawOnThread, warmUpDrawing } from '../../draw-on-thread.ts'
import { pdfBytes } from '../../paper-kit/pdf-file.ts'
import type { Handlers } from '../../scope.ts'
import { allOfficers, isValidOn, listOfficers, signatoryOf } from '../centre/centre-store.ts'
import { chosenDesign, presentDesign } from '../certificate-design/design-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { peopleOfCohort, peopleOfEnrolments } from '../cohort/enrolment-store.ts'
import { findIssuedFile, type IssuedFile, type IssuedPaper, issuedOfCohort } from './certificate-store.ts'
import { drawTogether } from './issue/draw-issued.ts'
import { acknowledgerOn, entitled, issueCertificates } from './issue/issue-certificates.ts'
import { checksOfCohort, cohortChecks, photoPrinted } from './issue/issue-checks.ts'
import { formatOfficer, issueFacts } from './issue/issue-facts.ts'
import { findNamed, overridesOfCohort } from './issue/issue-store.ts'
import { counterOf, isNumberTaken, nextNumber, numbering } from './issue/number-store.ts'
import { presentLook } from './issue/present-look.ts'
import { recordSigner } from './keys/signing-key-store.ts'
import { cohortFileBytes } from './register/draw-cohort-file.ts'

export const certificateHandlers: Handlers<typeof certificateContract> = {
  prepare(scope, { code, kind, issuedOn, officerId, printPhoto: choice }) {
    // People who look at this page usually draw papers next.
    warmUpDrawing(scope)
    const { db, today } = scope
    const cohort = getCohort(db, code)
    const officers = listOfficers(db)
    const officer =
      officerId === null ? officers.find(row => isValidOn(row, issuedOn)) : officers.find(row => row.id === officerId)
    const checks = cohortChecks(db, cohort, { issuedOn, today }, officer)
    const issued = issuedOfCohort(db, cohort.id)
    const overrides = overridesOfCohort(db, cohort.id)
    const printPhoto = photoPrinted(db, cohort, kind, choice)
    const checksOf = checksOfCohort(db, cohort, kind, printPhoto)
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
      checks.push({
        level: 'error',
        message: domainErrorMessage({ code: 'number_taken', number: taken }),
        traineeId: null,
      })
    }
    return {
      code,
      kind,
      issuedOn,
      officers: officers.map(row => ({ id: row.id, words: formatOfficer(row), valid: isValidOn(row, issuedOn) })),
      officerId: officer?.id ?? null,
      acknowledgers: allOfficers(db)
        .filter(row => isValidOn(row, issuedOn))
        .map(row => ({ id: row.id, words: formatOfficer(row) })),
      printPhoto,
      checks,
      candidates,
    }
  },

  async preview(task, { code, kind, issuedOn, officerId, acknowledgerId, enrolmentId, ...options }) {
    const { papers, look } = task.read(scope => {
      const { db } = scope
      const cohort = getCohort(db, code)
      const officers = listOfficers(db)
      const officer = found(
        officers.find(row => (officerId === null ? isValidOn(row, issuedOn) : row.id === officerId)) ?? officers[0],
        'officer',
      )
      const issue = {
        kind,
        issuedOn,
        signatory: signatoryOf(officer),
        acknowledger: acknowledgerOn(db, acknowledgerId, issuedOn),
        printPhoto: photoPrinted(db, cohort, kind, options.printPhoto),
        replaces: '',
      }
      const sign = recordSigner(db, task.workspace.keys)
      return { papers: issueFacts(scope, cohort, issue, [enrolmentId], sign), look: presentLook(db, cohort, kind) }
    })
    const bytes = await drawTogether(task, kind, papers, { ...look, specimen: true })
    task.saw(
      'cohort_view',
      `${code} ${kind}`,
      task.read(({ db }) => peopleOfEnrolments(db, [enrolmentId])),
    )
    return pdfBytes(bytes, `contoh-${safeFileName(papers[0]?.facts.name ?? '')}.pdf`)
  },

  issue: issueCertificates,

  async nameSample(scope, { enrolmentId }) {
    const settled = scope.read(({ db, today }) => {
      const person = found(findNamed(db, enrolmentId), 'enrolment')
      return { name: person.name, design: presentDesign(db, chosenDesign(db, person.programId)).design, today }
    })
    return pdfBytes((await drawOnThread(scope, 'name-sample', settled)).bytes, 'contoh-baris-nama.pdf')
  },

  async file(scope, { id }) {
    const { workspace, today } = scope
    const paper = scope.read(({ db }) => found(findIssuedFile(db, id), 'certificate'))
    scope.saw('certificate', paper.number, [paper.traineeId])
    const pdf = await workspace.papers.get(paper.sha256, paper.number)
    const words = formatPaperState(paper)
    const title = `${paper.number} ${paper.name}`
    const bytes = words === null ? pdf : await drawOnThread(scope, 'stamp', { pdf, words, title, today })
    return pdfBytes(bytes, certificateFileName(paper.number, paper.name))
  },

  async cohortFile(scope, { code, kind, size }) {
    const bytes = await cohortFileBytes(scope, code, kind, size)
    scope.saw(
      'cohort_view',
      `${code} ${kind}`,
      scope.read(({ db }) => peopleOfCohort(db, getCohort(db, code).id)),
    )
    return pdfBytes(bytes, `${kind === 'certificate' ? 'sertifikat' : 'surat-keterangan'}-${code}.pdf`)
  },
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

/** Why a paper does not hold any more, to be stamped on it; null where it does. */
function formatPaperState({ revokedOn, replacedBy, replacedOn }: IssuedFile): string | null {
  if (revokedOn !== null) return `DICABUT ${shortDate(revokedOn)} ${revokedOn.slice(0, 4)}`
  if (replacedBy === null || replacedOn === null) return null
  return `DIGANTI dengan ${replacedBy}, ${shortDate(replacedOn)} ${replacedOn.slice(0, 4)}`
}
