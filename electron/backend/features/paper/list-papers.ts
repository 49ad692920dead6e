import { type PaperKey, paperKeys, paperTitle } from '../../../../shared/facts/paper-key.ts'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { PaperRow } from '../../../../shared/features/paper/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { issuedKinds } from '../certificate/certificate-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { lastScheduleChange } from '../cohort/schedule-change-store.ts'
import { graduationRows } from '../graduation/graduation-store.ts'
import { findCohortLetter } from '../letter/letter-store.ts'
import { budgetOfCohort } from '../provision/budget-store.ts'
import { aidsOfCohort, stagesOfCohort, targetsOfCohort } from './class-facts-store.ts'

/** All papers of a class, without letters that have no reason, such as about a change that never happened. */
export function paperRows(db: ReadDatabase, cohort: CohortRecord): PaperRow[] {
  const issued = issuedKinds(db, cohort.id)
  const never: Partial<Record<PaperKey, boolean>> = {
    'schedule-change': lastScheduleChange(db, cohort.id) === undefined,
    'graduation-reasons': graduationRows(db, cohort).every(
      row => row.decision !== 'failed' && row.proposal !== 'failed',
    ),
  }
  const unneeded = unneededPapers(db, cohort)
  return paperKeys
    .filter(key => never[key] !== true)
    .map(key => ({ key, title: paperTitle(key), waitsFor: waitsFor(key, issued), needed: !unneeded.has(key) }))
}

/** Papers that this class does not need, by source of money and what happened. They can still be made. */
function unneededPapers(db: ReadDatabase, cohort: CohortRecord): Set<PaperKey> {
  const trainees = traineesOfCohort(db, cohort.id)
  const stages = stagesOfCohort(db, cohort.id)
  const isIncentive = cohort.fundingSource.startsWith('Insentif Fiskal')
  const budget = budgetOfCohort(db, cohort.id)
  const forbidsHonoraria = isIncentive && budget.some(one => one.kind === 'HONORARIUM' && one.incentive === 'NO')
  const buysMaterials = budget.length === 0 || budget.some(one => one.kind === 'MATERIAL')
  const needs: Partial<Record<PaperKey, boolean>> = {
    'target-participants': isIncentive || targetsOfCohort(db, cohort.id).size > 0,
    'assignment-committee': (findCohortLetter(db, cohort.id, 'decree-instructors')?.extra.panitia ?? '') !== '',
    'aid-handover': aidsOfCohort(db, cohort.id).length > 0,
    'withdrawal-letter': trainees.some(one => one.left?.kind === 'withdrawn'),
    'replacement-minutes': trainees.some(one => one.joinedDay > 1),
    'selection-minutes': stages.length > 0,
    'test-sheet': stages.includes('TEST'),
    'interview-sheet': stages.includes('INTERVIEW'),
    'receipt-honoraria': !forbidsHonoraria,
    'materials-inspection': buysMaterials,
    'materials-handover': buysMaterials,
    'stock-card': buysMaterials,
  }
  return new Set(paperKeys.filter(key => needs[key] === false))
}

/** Why an issued paper cannot be made yet; all other papers are empty forms before. */
function waitsFor(key: PaperKey, issued: ReadonlySet<CertificateKind>): string | null {
  if (key === 'certificate' || key === 'statement') return issued.has(key) ? null : 'Belum ada yang diterbitkan.'
  return null
}
