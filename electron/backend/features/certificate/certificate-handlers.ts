import { certificateFileName } from '../../../../shared/features/certificate/certificate-file-name.ts'
import type { certificateContract } from '../../../../shared/features/certificate/contract.ts'
import { safeFileName } from '../../../../shared/kernel/file-name.ts'
import { shortDate } from '../../../../shared/kernel/plain-date.ts'
import { found } from '../../domain-error.ts'
import { drawOnThread, warmUpDrawing } from '../../draw-on-thread.ts'
import { pdfBytes } from '../../paper-kit/pdf-file.ts'
import type { Handlers } from '../../scope.ts'
import { isValidOn, listOfficers, signatoryOf } from '../centre/centre-store.ts'
import { chosenDesign, presentDesign } from '../certificate-design/design-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { peopleOfCohort, peopleOfEnrolments } from '../cohort/enrolment-store.ts'
import { findIssuedFile, type IssuedFile } from './certificate-store.ts'
import { drawTogether } from './issue/draw-issued.ts'
import { acknowledgerOn, issueCertificates } from './issue/issue-certificates.ts'
import { photoPrinted } from './issue/issue-checks.ts'
import { issueFacts } from './issue/issue-facts.ts'
import { findNamed } from './issue/issue-store.ts'
import { presentLook } from './issue/present-look.ts'
import { readIssue } from './issue/read-issue.ts'
import { recordSigner } from './keys/signing-key-store.ts'
import { cohortFileBytes } from './register/draw-cohort-file.ts'

export const certificateHandlers: Handlers<typeof certificateContract> = {
  prepare(scope, request) {
    // People who look at this page usually draw papers next.
    warmUpDrawing(scope)
    return readIssue(scope, request)
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

/** Why a paper does not hold any more, to be stamped on it; null where it does. */
function formatPaperState({ revokedOn, replacedBy, replacedOn }: IssuedFile): string | null {
  if (revokedOn !== null) return `DICABUT ${shortDate(revokedOn)} ${revokedOn.slice(0, 4)}`
  if (replacedBy === null || replacedOn === null) return null
  return `DIGANTI dengan ${replacedBy}, ${shortDate(replacedOn)} ${replacedOn.slice(0, 4)}`
}
