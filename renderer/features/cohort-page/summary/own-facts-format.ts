import type { Cohort } from '../../../../shared/features/cohort/contract.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'

/** A class that was moved into another year keeps the code that papers and people know it by. */
export function formatOwnFacts({
  code,
  year,
  start,
  program,
  trainees,
}: Pick<Cohort, 'code' | 'year' | 'start' | 'program' | 'trainees'>): string {
  const planned = yearOf(start) === year ? '' : ` (kode dari rencana ${year})`
  return `${code}${planned} · ${program} · ${trainees} peserta`
}
