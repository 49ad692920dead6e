import type { IssuePreparation } from '../../../shared/features/certificate/contract.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { longDate } from '../../../shared/kernel/date-words.ts'
import type { Check } from '../../ui/check-list.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { classPath } from '../cohort/class-tabs.ts'

/** What concerns the class as a whole: what the backend finds wrong, then what is in order. */
export function classChecks(cohort: Cohort, { checks, officers, officerId, issuedOn }: IssuePreparation): Check[] {
  const officer = officers.find(one => one.id === officerId)
  const { progress, days, decreeNumber, code } = cohort
  const passed: Check[] = []
  const ok = (key: string, title: string) => passed.push({ key, tone: 'ok', title })
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
    ...checks.map(
      (check): Check => ({
        key: check.message,
        tone: check.level === 'error' ? 'err' : 'warn',
        title: check.message,
      }),
    ),
    ...passed,
  ]
}
