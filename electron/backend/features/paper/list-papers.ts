import { type PaperKey, paperKeys, paperTitle } from '../../../../shared/facts/paper-key.ts'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { PaperRow } from '../../../../shared/features/paper/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { issuedKinds } from '../certificate/certificate-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { lastScheduleChange } from '../cohort/schedule-change-store.ts'
import { graduationRows } from '../graduation/graduation-store.ts'
/** Every paper of a class. A letter about a change that never was, or about a result that all like, would be missing for ever. */
export function paperRows(db: ReadDatabase, cohort: CohortRecord): PaperRow[] {
  const issued = issuedKinds(db, cohort.id)
  const never: Partial<Record<PaperKey, boolean>> = {
    'schedule-change': lastScheduleChange(db, cohort.id) === undefined,
    'graduation-reasons': graduationRows(db, cohort).every(
      row => row.decision !== 'failed' && row.proposal !== 'failed',
    ),
  }
  return paperKeys
    .filter(key => never[key] !== true)
    .map(key => ({ key, title: paperTitle(key), waitsFor: waitsFor(key, issued) }))
}

/** Every other paper is an empty form until there is something to say; these are issued, and before that only an example. */
function waitsFor(key: PaperKey, issued: ReadonlySet<CertificateKind>): string | null {
  if (key === 'certificate' || key === 'statement') return issued.has(key) ? null : 'Belum ada yang diterbitkan.'
  return null
}
