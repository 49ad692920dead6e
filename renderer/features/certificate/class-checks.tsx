import type { IssueCheck, IssuePreparation } from '../../../shared/features/certificate/contract.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { longDate } from '../../../shared/kernel/date-words.ts'
import type { Check } from '../../ui/check-list.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import { type Answers, answerTo, overridableCode } from './issue-answers.ts'

const stepWords = { attendance: 'Buka kehadiran', scores: 'Buka nilai', schedule: 'Buka jadwal' }

/** What concerns the class as a whole: what the backend finds wrong, then what is in order. */
export function classChecks(
  cohort: Cohort,
  { kind, checks, officers, officerId, issuedOn }: IssuePreparation,
  answers: Answers,
  acts: { onExcept: (check: IssueCheck) => void; onTakeBack: (check: IssueCheck) => void },
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
      act: (
        <LinkAct size="small" path={classPath(code)}>
          Isi di Ringkasan
        </LinkAct>
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
        act: (
          <>
            {check.step && (
              <LinkAct size="small" path={classPath(code, check.step)}>
                {stepWords[check.step]}
              </LinkAct>
            )}{' '}
            {overridableCode(check) && reason === undefined && (
              <LinkAct size="small" onAct={() => acts.onExcept(check)}>
                Kecualikan
              </LinkAct>
            )}
            {reason !== undefined && (
              <LinkAct size="small" onAct={() => acts.onTakeBack(check)}>
                Batalkan pengecualian
              </LinkAct>
            )}
          </>
        ),
      }
    }),
    ...passed,
  ]
}
