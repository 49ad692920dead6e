import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { CertificateFacts, StatementFacts } from '../../../../shared/features/certificate/certificate-facts.ts'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import type { QueryScope } from '../../scope.ts'
import { getRules } from '../centre/centre-store.ts'
import { type CohortRecord, unitsOfCohort } from '../cohort/cohort-store.ts'
import { classFacts } from '../paper/class-facts-store.ts'
import { drawPapers } from './draw-papers.ts'
import { presentLook } from './present-look.ts'

const room = '....................'

/**
 * What the paper of this class will look like, before anybody has got one: stamped CONTOH, of nobody, with a number that nothing
 * gives and a code that proves nothing.
 */
export function drawExample(
  { db, today, at }: QueryScope,
  cohort: CohortRecord,
  kind: CertificateKind,
  size: PaperSize | null,
): DrawnPaper {
  const { centre, cohort: facts, days, head, instructor } = classFacts(db, { today, at }, cohort)
  const rules = getRules(db)
  const units = unitsOfCohort(db, cohort.id)
  const hours = (of: (unit: (typeof units)[number]) => number) => units.reduce((sum, unit) => sum + of(unit), 0)
  const common = {
    templateVersion: 1 as const,
    number: room,
    issuedOn: today,
    replaces: '',
    name: 'Nama Peserta',
    birthPlace: room,
    birthDate: today,
    trade: facts.trade,
    program: facts.program,
    cohort: { number: facts.number, year: facts.year },
    start: facts.start,
    end: facts.end,
    dayCount: days.length,
    hours: days.reduce((sum, day) => sum + day.hours, 0),
    attendance: { present: days.length, planned: days.length },
    signatory: head,
    qrText: 'CONTOH',
  }
  const { lines, city, practice, address } = centre
  const present = { ...presentLook(db, cohort, kind), specimen: true }
  const look = { ...present, paperSize: size ?? present.paperSize }
  if (kind === 'statement') {
    const statement: StatementFacts = { ...common, centre: { lines, city, practice, address }, address: room }
    return drawPapers(kind, [{ facts: statement, photo: null }], look)
  }
  const { decree, weights, passMark, minimumAttendance, minutesPerHour } = facts
  const certificate: CertificateFacts = {
    ...common,
    centre: { lines, city, practice },
    decree: decree?.date
      ? { issuer: cohort.decreeIssuer, number: decree.number, date: decree.date, subject: decree.subject }
      : null,
    theoryHours: hours(unit => unit.theoryHours),
    practiceHours: hours(unit => unit.practiceHours),
    minutesPerHour,
    predicate: null,
    theory: 10_000,
    practice: 10_000,
    final: 10_000,
    weights,
    passMark,
    minimumAttendance,
    units: units.map(unit => ({
      code: unit.code,
      title: unit.title,
      hours: unit.theoryHours + unit.practiceHours,
      result: 'K' as const,
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
