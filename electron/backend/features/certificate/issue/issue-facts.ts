import type { CohortFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { officeOf, type Signatory } from '../../../../../shared/features/centre/signatory.ts'
import type { CertificateFacts, StatementFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { predicate } from '../../../../../shared/features/score/score.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { Moment } from '../../../clock.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { DomainError, found } from '../../../domain-error.ts'
import { formatHome } from '../../../paper-kit/home-format.ts'
import { centreLines } from '../../centre/centre-facts-store.ts'
import { getRules } from '../../centre/centre-store.ts'
import type { CohortRecord } from '../../cohort/cohort-store.ts'
import { unitsOfCohort } from '../../cohort/cohort-unit-store.ts'
import { traineesOfCohort } from '../../cohort/enrolment-store.ts'
import { cohortFacts } from '../../graduation/cohort-facts-store.ts'
import { scoresOfCohort } from '../../score/score-store.ts'
import { findPhoto } from '../../trainee/photo-store.ts'
import type { SignRecord } from '../keys/signing-key-store.ts'
import { numbering, seriesOfCohort } from './number-store.ts'

/** `acknowledger` signs a certificate beside the head of the centre; null for one signature. */
type Issue = {
  kind: CertificateKind
  issuedOn: PlainDate
  signatory: Signatory
  acknowledger: Signatory | null
  /** null where there is no place for one. */
  printPhoto: boolean | null
  /** Number of the paper whose place this one takes; '' for none. */
  replaces: string
}
export type IssuedFacts = {
  sequence: number
  number: string
  facts: CertificateFacts | StatementFacts
  photo: Uint8Array | null
}

/** The facts that one paper will say for ever, with the number of the given place in the year. */
export function issueFacts(
  db: ReadDatabase,
  moment: Moment,
  cohort: CohortRecord,
  issue: Issue,
  signRecord: SignRecord,
) {
  const facts = cohortFacts(db, moment, cohort)
  const rules = getRules(db)
  const enrolments = traineesOfCohort(db, cohort.id)
  const units = unitsOfCohort(db, cohort.id)
  const scores = scoresOfCohort(db, cohort.id)
  const numberOf = numbering(db, issue.kind, seriesOfCohort(db, cohort.code), issue.issuedOn)

  return (enrolmentId: number, sequence: number): IssuedFacts => {
    const enrolment = found(
      enrolments.find(row => row.enrolmentId === enrolmentId),
      'enrolment',
    )
    const person = found(
      facts.trainees.find(row => row.position === enrolment.position),
      'trainee',
    )
    const number = numberOf(sequence)
    const common = {
      templateVersion: 1 as const,
      number,
      issuedOn: issue.issuedOn,
      replaces: issue.replaces,
      name: person.name,
      birthPlace: person.birthPlace,
      birthDate: person.birthDate,
      ...course(facts, person),
      signatory: issue.signatory,
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
    if (issue.kind === 'statement') {
      const { city, practice, address } = facts.centre
      return {
        sequence,
        number,
        photo,
        facts: { ...common, centre: { lines: centreLines(db), city, practice, address }, address: formatHome(person) },
      }
    }
    if (person.theory === null || person.practice === null || person.final === null) {
      throw new DomainError({ code: 'not_entitled', name: person.name })
    }
    const own = scores.get(enrolmentId)
    const { lines, city, practice } = facts.centre
    const { decree, weights, passMark, minimumAttendance, minutesPerHour } = facts.cohort
    return {
      sequence,
      number,
      photo,
      facts: {
        ...common,
        centre: { lines, city, practice },
        decree: decree?.date
          ? { issuer: cohort.decreeIssuer, number: decree.number, date: decree.date, subject: decree.subject }
          : null,
        theoryHours: units.reduce((sum, unit) => sum + unit.theoryHours, 0),
        practiceHours: units.reduce((sum, unit) => sum + unit.practiceHours, 0),
        minutesPerHour,
        predicate: predicate(person.final, cohort.predicateBands),
        theory: person.theory,
        practice: person.practice,
        final: person.final,
        weights,
        passMark,
        minimumAttendance,
        units: units.map(unit => ({
          code: unit.code,
          title: unit.title,
          hours: unit.theoryHours + unit.practiceHours,
          result: own?.units.get(unit.id)?.result ?? 'BK',
          score: own?.units.get(unit.id)?.score ?? null,
        })),
        acknowledger: issue.acknowledger,
        backSignatory: backSignatory(facts, rules.certificateBackSignedBy, issue.signatory),
      },
    }
  }
}

function course(facts: CohortFacts, person: CohortFacts['trainees'][number]) {
  const { trade, program, number, year, start, end } = facts.cohort
  const present = person.marks.filter(mark => mark === 'H' || mark === 'T').length
  return {
    trade,
    program,
    cohort: { number, year },
    start,
    end,
    dayCount: facts.days.length,
    hours: facts.days.reduce((sum, day) => sum + day.hours, 0),
    attendance: { present, planned: facts.days.length },
  }
}

function backSignatory(facts: CohortFacts, by: 'instructor' | 'head', head: Signatory): Signatory {
  if (by === 'head' || facts.instructor === null) return head
  return { prefix: '', title: 'Instruktur', name: facts.instructor.name, rank: '', nip: facts.instructor.nip }
}

/** 'Kepala UPT Balai Latihan Kerja · Drs. H. …' for a list to choose from. */
export function formatOfficer(officer: Signatory): string {
  return `${officeOf(officer)} · ${officer.name}`
}
