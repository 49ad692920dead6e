import type { IssueCheck, IssuePreparation } from '../../../../shared/features/certificate/contract.ts'
import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { longDate } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import type { Check } from '../../../ui/feedback/check-list.tsx'
import { type Answers, answerTo, overridableCode } from './issue-answers.ts'

const stepLabels = { attendance: 'Buka kehadiran', scores: 'Buka nilai', schedule: 'Buka jadwal' }

/** Checks of the class as a whole: problems found by the backend first, then what is in order. */
export function cohortChecks(
  cohort: Cohort,
  { kind, checks, officers, officerId, issuedOn }: IssuePreparation,
  answers: Answers,
  actions: { onExcept: (check: IssueCheck) => void; onTakeBack: (check: IssueCheck) => void },
): Check[] {
  const officer = officers.find(one => one.id === officerId)
  const { progress, days, decreeNumber, code } = cohort
  const passed: Check[] = []
  const ok = (key: string, title: string) => passed.push({ key, tone: 'ok', title })
  if (!checks.some(check => check.code === 'credential') && days.every(day => day.instructors.length > 0))
    ok('credential', `Instruktur bersertifikat pada ${days.length} hari`)
  if (progress.attendance) ok('attendance', `${days.length} hari ditutup`)
  if (progress.scores) ok('scores', 'Semua unit dinilai')
  if (progress.graduation) ok('graduation', 'Hasil sidang ditetapkan')
  if (officer?.valid) ok('officer', `Penanda tangan sah pada ${longDate(issuedOn)}`)
  if (decreeNumber) ok('decree', 'SK peserta bernomor')
  else
    passed.push({
      key: 'decree',
      tone: 'warn',
      title: 'SK peserta belum bernomor',
      action: (
        <LinkAction needs="cohort.change" size="small" path={cohortPath(code)}>
          Isi di Ringkasan
        </LinkAction>
      ),
    })
  return [
    ...checks.map((check): Check => {
      const reason = answerTo(check, { kind, enrolmentId: null }, answers)
      return {
        key: check.message,
        tone: check.level === 'error' && reason === undefined ? 'err' : 'warn',
        title: check.message,
        ...(reason === undefined ? {} : { detail: `Dikecualikan: ${reason}` }),
        action: (
          <>
            {check.step && (
              <LinkAction size="small" path={cohortPath(code, check.step)}>
                {stepLabels[check.step]}
              </LinkAction>
            )}{' '}
            {overridableCode(check) && reason === undefined && (
              <LinkAction size="small" onAction={() => actions.onExcept(check)}>
                Kecualikan
              </LinkAction>
            )}
            {reason !== undefined && (
              <LinkAction size="small" onAction={() => actions.onTakeBack(check)}>
                Batalkan pengecualian
              </LinkAction>
            )}
          </>
        ),
      }
    }),
    ...passed,
  ]
}
