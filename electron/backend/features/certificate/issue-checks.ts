import type { Officer } from '../../../../shared/features/centre/contract.ts'
import type { CertificateKind, IssueCheck } from '../../../../shared/features/certificate/contract.ts'
import { longDate } from '../../../../shared/kernel/date-words.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { isValidOn } from '../centre/centre-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { findPanel } from '../graduation/graduation-store.ts'

/** What stands in the way of issuing anything for a class on that day. */
export function classChecks(
  db: ReadDatabase,
  cohort: CohortRecord,
  issuedOn: PlainDate,
  officer: Officer | undefined,
): IssueCheck[] {
  const checks: IssueCheck[] = []
  const error = (message: string) => checks.push({ level: 'error', message, traineeId: null })
  const panel = findPanel(db, cohort.id)
  if (!panel) error('Sidang kelulusan belum menetapkan hasil')
  else if (issuedOn < panel.heldOn) error(`Tanggal terbit mendahului sidang (${longDate(panel.heldOn)})`)
  if (!officer) error('Penanda tangan belum dipilih')
  else if (!isValidOn(officer, issuedOn))
    error(`Penanda tangan tidak berlaku pada ${longDate(issuedOn)}. Pilih pejabat lain atau ubah tanggal`)
  const [unlicensed] = db.all<{ date: PlainDate; name: string }>(
    `SELECT unlicensed_teaching.date, instructor.name FROM unlicensed_teaching
     JOIN instructor ON instructor.id = unlicensed_teaching.instructor_id WHERE cohort_code = ? ORDER BY date LIMIT 1`,
    [cohort.code],
  )
  // The database lets nobody teach without what was asked for then; only a setting made stricter afterwards leads here.
  if (unlicensed) {
    const message = `${unlicensed.name} mengajar ${longDate(unlicensed.date)} tanpa sertifikat yang sekarang disyaratkan`
    checks.push({ level: 'warning', message, traineeId: null })
  }
  return checks
}

/** What is still missing about one person. */
export function personChecks(
  person: { traineeId: number; birthPlace: string; hasPhoto: boolean },
  kind: CertificateKind,
  printPhoto: boolean,
): IssueCheck[] {
  const checks: IssueCheck[] = []
  if (person.birthPlace === '')
    checks.push({ level: 'error', message: 'Tempat lahir kosong', traineeId: person.traineeId })
  if (printPhoto && !person.hasPhoto) {
    const message =
      kind === 'certificate' ? 'Pas foto belum ada; kotaknya dicetak kosong untuk ditempel' : 'Pas foto belum ada'
    checks.push({ level: 'warning', message, traineeId: person.traineeId })
  }
  return checks
}
