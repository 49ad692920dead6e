import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { DrawnCertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { blank } from '../../../paper-kit/cohort-format.ts'
import type { QueryScope } from '../../../scope.ts'
import { centreLines, getRules } from '../../centre/centre-store.ts'
import { backSignatory, certificateCourseFacts, courseFacts } from '../../certificate-design/course-facts.ts'
import { type CohortRecord, unitsOfCohort } from '../../cohort/cohort-store.ts'
import { cohortFacts } from '../../graduation/cohort-facts-store.ts'
import type { PaperRequest, WholeLook } from './draw-certificate-papers.ts'
import { presentLook } from './present-look.ts'

/**
 * What the paper of this class will look like before the first is issued: stamped CONTOH, with no number and a code that proves
 * nothing. What belongs to a person stays open.
 */
export function exampleOf(
  { db, today, at }: QueryScope,
  cohort: CohortRecord,
  kind: CertificateKind,
  size: PaperSize | null,
): { request: PaperRequest; look: WholeLook } {
  const facts = cohortFacts(db, { today, at }, cohort)
  const common = {
    ...courseFacts(facts),
    templateVersion: 1 as const,
    number: blank,
    issuedOn: today,
    replaces: '',
    name: 'Nama Peserta',
    birthPlace: blank,
    birthDate: null,
    attendance: null,
    signatory: facts.head,
    qrText: 'CONTOH',
  }
  const present = { ...presentLook(db, cohort, kind), specimen: true }
  const look = { ...present, paperSize: size ?? present.paperSize }
  if (kind === 'statement') {
    const { city, practice, address } = facts.centre
    const centre = { lines: centreLines(db), city, practice, address }
    return { request: { facts: { ...common, centre, address: blank }, photo: null }, look }
  }
  const unmarked = { result: null, score: null }
  const certificate: DrawnCertificateFacts = {
    ...common,
    ...certificateCourseFacts(facts, cohort.decreeIssuer, unitsOfCohort(db, cohort.id), () => unmarked),
    predicate: null,
    theory: null,
    practice: null,
    final: null,
    acknowledger: null,
    backSignatory: backSignatory(facts, getRules(db).certificateBackSignedBy, facts.head),
  }
  return { request: { facts: certificate, photo: null }, look }
}
