import { wasPresent } from '../../../../../shared/features/attendance/mark.ts'
import { bareName, officeOf, type Signatory } from '../../../../../shared/features/centre/signatory.ts'
import type { CertificateFacts, StatementFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { predicate } from '../../../../../shared/features/score/score.ts'
import type { EnrolmentId } from '../../../../../shared/ids.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { DomainError, foundIn } from '../../../domain-error.ts'
import { formatHome } from '../../../paper-kit/home-format.ts'
import type { QueryScope } from '../../../scope.ts'
import { centreLines, getPaperRules, getRules } from '../../centre/centre-store.ts'
import { backSignatory, certificateCourseFacts, courseFacts } from '../../certificate-design/course-facts.ts'
import { type CohortRecord, unitsOfCohort } from '../../cohort/cohort-store.ts'
import { traineesOfCohort } from '../../cohort/enrolment-store.ts'
import { cohortFacts } from '../../graduation/cohort-facts-store.ts'
import { scoresOfCohort } from '../../score/score-store.ts'
import { findPhoto } from '../../trainee/photo-store.ts'
import type { SignRecord } from '../keys/signing-key-store.ts'
import { counterOf, nextNumber, numbering } from './number-store.ts'

/** `acknowledger`: second signatory of a certificate; null for one signature. */
type Issue = {
  kind: CertificateKind
  issuedOn: PlainDate
  signatory: Signatory
  acknowledger: Signatory | null
  /** null if the design has none. */
  printPhoto: boolean | null
  /** Number of the replaced paper; '' for none. */
  replaces: string
}
export type IssuedFacts = {
  enrolmentId: EnrolmentId
  sequence: number
  number: string
  facts: CertificateFacts | StatementFacts
  photo: Uint8Array | null
}

/** The data to freeze for these people, with the next numbers. */
export function issueFacts(
  { db, ...moment }: QueryScope,
  cohort: CohortRecord,
  issue: Issue,
  enrolmentIds: readonly EnrolmentId[],
  signRecord: SignRecord,
): IssuedFacts[] {
  const facts = cohortFacts(db, moment, cohort)
  const rules = getRules(db)
  const enrolments = traineesOfCohort(db, cohort.id)
  const units = unitsOfCohort(db, cohort.id)
  const scores = scoresOfCohort(db, cohort.id)
  const counter = counterOf(db, issue.kind, cohort.code, issue.issuedOn)
  const numberOf = numbering(db, issue.kind, counter.series, issue.issuedOn)
  const first = nextNumber(db, counter)

  const paper = getPaperRules(db)
  const { signatory } = issue
  const signer = paper.certificateDegrees ? signatory : { ...signatory, name: bareName(signatory.name) }
  return enrolmentIds.map((enrolmentId, index) => {
    const sequence = first + index
    const enrolment = foundIn(enrolments, row => row.enrolmentId === enrolmentId, 'enrolment')
    const person = foundIn(facts.trainees, row => row.position === enrolment.position, 'trainee')
    const number = numberOf(sequence)
    const common = {
      templateVersion: 1 as const,
      number,
      issuedOn: issue.issuedOn,
      replaces: issue.replaces,
      name: person.name,
      birthPlace: person.birthPlace,
      birthDate: person.birthDate,
      ...courseFacts(facts),
      attendance: { present: person.marks.filter(wasPresent).length, planned: facts.days.length },
      signatory: signer,
      qrText: signRecord({
        kind: issue.kind,
        number,
        name: person.name,
        program: facts.cohort.program,
        start: facts.cohort.start,
        end: facts.cohort.end,
        issuedOn: issue.issuedOn,
        issuer: facts.centre.lines.at(-1) ?? '',
      }),
    }
    const photo = issue.printPhoto ? findPhoto(db, enrolment.traineeId) : null
    const issued = { enrolmentId, sequence, number, photo }
    if (issue.kind === 'statement') {
      const { city, practice, address } = facts.centre
      const centre = { lines: centreLines(db), city, practice, address }
      return { ...issued, facts: { ...common, centre, address: formatHome(person) } }
    }
    if (person.theory === null || person.practice === null || person.final === null) {
      throw new DomainError({ code: 'not_entitled', name: person.name })
    }
    const own = scores.get(enrolmentId)
    return {
      ...issued,
      facts: {
        ...common,
        ...certificateCourseFacts(facts, cohort.decreeIssuer, units, unit => ({
          result: own?.units.get(unit.id)?.result ?? 'BK',
          score: own?.units.get(unit.id)?.score ?? null,
        })),
        predicate: paper.predicate ? predicate(person.final, cohort.predicateBands) : '',
        theory: person.theory,
        practice: person.practice,
        final: person.final,
        acknowledger: issue.acknowledger,
        backSignatory: backSignatory(facts, rules.certificateBackSignedBy, signer),
      },
    }
  })
}

/** 'Kepala UPT Balai Latihan Kerja · Drs. H. …' for a select. */
export function formatOfficer(officer: Signatory): string {
  return `${officeOf(officer)} · ${officer.name}`
}
