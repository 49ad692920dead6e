import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type {
  DrawnCertificateFacts,
  DrawnStatementFacts,
} from '../../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { blank } from '../../../paper-kit/cohort-format.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { QueryScope } from '../../../scope.ts'
import { centreLines } from '../../centre/centre-facts-store.ts'
import { getRules } from '../../centre/centre-store.ts'
import type { CohortRecord } from '../../cohort/cohort-store.ts'
import { unitsOfCohort } from '../../cohort/cohort-unit-store.ts'
import { cohortFacts } from '../../graduation/cohort-facts-store.ts'
import { drawPapers } from './draw-certificate-papers.ts'
import { presentLook } from './present-look.ts'

/**
 * What the paper of this class will look like, before anybody has got one: stamped CONTOH, of nobody, with a number that nothing
 * gives and a code that proves nothing. Whatever only a person could fill in stays open.
 */
export function drawExample(
  { db, today, at }: QueryScope,
  cohort: CohortRecord,
  kind: CertificateKind,
  size: PaperSize | null,
): DrawnPaper {
  const { centre, cohort: facts, days, head, instructor } = cohortFacts(db, { today, at }, cohort)
  const rules = getRules(db)
  const units = unitsOfCohort(db, cohort.id)
  const hours = (of: (unit: (typeof units)[number]) => number) => units.reduce((sum, unit) => sum + of(unit), 0)
  const common = {
    templateVersion: 1 as const,
    number: blank,
    issuedOn: today,
    replaces: '',
    name: 'Nama Peserta',
    birthPlace: blank,
    birthDate: null,
    trade: facts.trade,
    program: facts.program,
    cohort: { number: facts.number, year: facts.year },
    start: facts.start,
    end: facts.end,
    dayCount: days.length,
    hours: days.reduce((sum, day) => sum + day.hours, 0),
    attendance: null,
    signatory: head,
    qrText: 'CONTOH',
  }
  const { lines, city, practice, address } = centre
  const present = { ...presentLook(db, cohort, kind), specimen: true }
  const look = { ...present, paperSize: size ?? present.paperSize }
  if (kind === 'statement') {
    const statement: DrawnStatementFacts = {
      ...common,
      centre: { lines: centreLines(db), city, practice, address },
      address: blank,
    }
    return drawPapers(kind, [{ facts: statement, photo: null }], look)
  }
  const { decree, weights, passMark, minimumAttendance, minutesPerHour } = facts
  const certificate: DrawnCertificateFacts = {
    ...common,
    centre: { lines, city, practice },
    decree: decree?.date
      ? { issuer: cohort.decreeIssuer, number: decree.number, date: decree.date, subject: decree.subject }
      : null,
    theoryHours: hours(unit => unit.theoryHours),
    practiceHours: hours(unit => unit.practiceHours),
    minutesPerHour,
    predicate: null,
    theory: null,
    practice: null,
    final: null,
    weights,
    passMark,
    minimumAttendance,
    units: units.map(unit => ({
      code: unit.code,
      title: unit.title,
      hours: unit.theoryHours + unit.practiceHours,
      result: null,
      score: null,
    })),
    acknowledger: null,
    backSignatory:
      rules.certificateBackSignedBy === 'head' || instructor === null
        ? head
        : { prefix: '', title: 'Instruktur', name: instructor.name, rank: '', nip: instructor.nip },
  }
  return drawPapers(kind, [{ facts: certificate, photo: null }], look)
}
