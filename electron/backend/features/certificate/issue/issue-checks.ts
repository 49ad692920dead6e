import { domainErrorMessage } from '../../../../../shared/domain-error.ts'
import type { Officer } from '../../../../../shared/features/centre/contract.ts'
import type { CertificateKind, IssueCheck } from '../../../../../shared/features/certificate/contract.ts'
import { issueDateProblem } from '../../../../../shared/features/certificate/issue-date.ts'
import type { Design } from '../../../../../shared/features/certificate-design/design.ts'
import { usualCapitals } from '../../../../../shared/features/trainee/name/odd-capitals.ts'
import { longDate, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { getRules, isValidOn } from '../../centre/centre-store.ts'
import { chosenDesign, presentDesign } from '../../certificate-design/design-store.ts'
import { fitName } from '../../certificate-design/documents/name-line.ts'
import { daysOfCohort } from '../../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../../cohort/cohort-store.ts'
import { findPanel, graduationRows } from '../../graduation/graduation-store.ts'
import { peopleOfIssue, unlicensedDays } from './issue-store.ts'

/** Checks of the class as a whole on that day. */
export function cohortChecks(
  db: ReadDatabase,
  cohort: CohortRecord,
  { issuedOn, today }: { issuedOn: PlainDate; today: PlainDate },
  officer: Officer | undefined,
): IssueCheck[] {
  const checks: IssueCheck[] = []
  const error = (message: string, more: Partial<IssueCheck> = {}) =>
    checks.push({ level: 'error', message, traineeId: null, ...more })
  const panel = findPanel(db, cohort.id)
  if (!panel) error('Sidang kelulusan belum menetapkan hasil')
  const misdated = panel && issueDateProblem(issuedOn, { ...panel, today, daysAhead: getRules(db).issueDaysAhead })
  // Without full stop, for a list.
  if (misdated) error(domainErrorMessage(misdated).slice(0, -1))
  if (!officer) error('Penanda tangan belum dipilih')
  else if (!isValidOn(officer, issuedOn))
    error(`Penanda tangan tidak berlaku pada ${longDate(issuedOn)}. Pilih pejabat lain atau ubah tanggal`, {
      code: 'officer',
      overridable: true,
    })
  const open = daysOfCohort(db, cohort.id).filter(day => day.closed === null)
  if (open.length > 0)
    error(`${open.length} hari belum ditutup: hari ke-${open.map(day => day.n).join(', ')}`, {
      code: 'days_open',
      overridable: true,
      step: 'attendance',
    })
  const unlicensed = unlicensedDays(db, cohort)
  const [first] = unlicensed
  // The database enforces the rule of that time; this happens only after a stricter setting.
  if (first)
    error(
      `${first.name} mengajar ${longDate(first.date)} tanpa sertifikat yang disyaratkan${unlicensed.length > 1 ? ` (seluruhnya ${unlicensed.length} hari mengajar)` : ''}`,
      { code: 'credential', overridable: true, step: 'schedule' },
    )
  return checks
}

type CheckedPerson = {
  traineeId: number
  name: string
  birthPlace: string
  hasPhoto: boolean
  /** Units without K or BK. */
  unitsOpen: number
}

/** Missing data and warnings of one person. */
function personChecks(
  person: CheckedPerson,
  kind: CertificateKind,
  { printPhoto, design }: { printPhoto: boolean | null; design: Design },
): IssueCheck[] {
  const { traineeId } = person
  const checks: IssueCheck[] = []
  const add = (level: IssueCheck['level'], message: string, more: Partial<IssueCheck>) =>
    checks.push({ level, message, traineeId, ...more })
  if (person.birthPlace === '') add('error', 'Tempat lahir kosong', { code: 'birth_place', overridable: true })
  if (kind === 'certificate' && person.unitsOpen > 0)
    add('error', `${person.unitsOpen} unit belum dinilai; di balik sertifikat tercetak BK`, {
      code: 'units_open',
      overridable: true,
      step: 'scores',
    })
  if (kind === 'certificate') checks.push(...nameChecks(person, design))
  const proposal = usualCapitals(person.name)
  if (proposal !== null) add('warning', `Huruf besar tidak lazim: ${person.name}`, { code: 'capitals', proposal })
  if (printPhoto && !person.hasPhoto) add('error', 'Pas foto belum ada', { code: 'photo', overridable: true })
  return checks
}

/** A slightly smaller name is fine; a small one, or several lines, is a warning; below that an error to be overridden. */
function nameChecks({ traineeId, name }: CheckedPerson, design: Design): IssueCheck[] {
  const fit = fitName(design, name)
  if (!fit || (fit.lines === 1 && fit.size >= 0.75 * fit.usual && !fit.overflows)) return []
  const points = (size: number) => `${String(size).replace('.', ',')} pt`
  const set = `dicetak ${fit.lines > 1 ? `${fit.lines} baris ` : ''}${points(fit.size)}, biasanya ${points(fit.usual)}`
  if (fit.size < fit.smallest || fit.overflows)
    return [
      { level: 'error', message: `Nama terlalu panjang: ${set}`, traineeId, code: 'name_too_long', overridable: true },
    ]
  return [{ level: 'warning', message: `Nama panjang: ${set}`, traineeId, code: 'name_long' }]
}

/** Whether photos are printed, as requested or by the rules; null if the design has none. */
export function photoPrinted(
  db: ReadDatabase,
  cohort: CohortRecord,
  kind: CertificateKind,
  choice: boolean | null,
): boolean | null {
  const { design } = presentDesign(db, chosenDesign(db, cohort.programId))
  const hasPlace = design.blocks.some(block => block.kind === 'photo' && block.on && !block.empty)
  return kind === 'certificate' && !hasPlace ? null : (choice ?? getRules(db).printPhoto)
}

/** A function that returns the checks of a member by list number. */
export function checksOfCohort(
  db: ReadDatabase,
  cohort: CohortRecord,
  kind: CertificateKind,
  printPhoto: boolean | null,
): (enrolmentId: number) => IssueCheck[] {
  const people = peopleOfIssue(db, cohort.id)
  const open = new Map(graduationRows(db, cohort).map(row => [row.enrolmentId as number, row.unitsOpen]))
  const { design } = presentDesign(db, chosenDesign(db, cohort.programId))
  return enrolmentId => {
    const person = people.find(row => row.enrolmentId === enrolmentId)
    if (!person) return []
    const unitsOpen = open.get(enrolmentId) ?? 0
    return personChecks({ ...person, hasPhoto: person.hasPhoto === 1, unitsOpen }, kind, { printPhoto, design })
  }
}
