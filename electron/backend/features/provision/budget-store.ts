import {
  type BudgetLine,
  type Evaluation,
  noSupply,
  type Supply,
} from '../../../../shared/features/provision/budget.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function budgetOfCohort(db: ReadDatabase, cohortId: number): BudgetLine[] {
  return db.all<BudgetLine>(
    `SELECT budget_year AS year, kind, description, account_code AS account, volume, unit, times, times_unit AS timesUnit, price,
       incentive, realised
     FROM cohort_budget WHERE cohort_id = ? ORDER BY position`,
    [cohortId],
  )
}

export function writeBudget(db: WriteDatabase, cohortId: number, lines: readonly BudgetLine[]): void {
  db.run('DELETE FROM cohort_budget WHERE cohort_id = ?', [cohortId])
  lines.forEach((one, index) => {
    db.run(
      `INSERT INTO cohort_budget (cohort_id, position, budget_year, kind, description, account_code, volume, unit, times, times_unit,
         price, incentive, realised)
       VALUES (@cohortId, @position, @year, @kind, @description, @account, @volume, @unit, @times, @timesUnit, @price, @incentive, @realised)`,
      { ...one, cohortId, position: index + 1 },
    )
  })
}

export function supplyOfCohort(db: ReadDatabase, cohortId: number): Supply {
  const row = db.get<Supply>(
    `SELECT supplier, order_number AS orderNumber, ordered_on AS orderedOn, inspection_number AS inspectionNumber,
       inspected_on AS inspectedOn, handover_number AS handoverNumber, handed_over_on AS handedOverOn, keeper, keeper_nip AS keeperNip
     FROM cohort_supply WHERE cohort_id = ?`,
    [cohortId],
  )
  return row ?? noSupply
}

export function writeSupply(db: WriteDatabase, cohortId: number, supply: Supply): void {
  db.run(
    `INSERT OR REPLACE INTO cohort_supply (cohort_id, supplier, order_number, ordered_on, inspection_number, inspected_on,
       handover_number, handed_over_on, keeper, keeper_nip)
     VALUES (@cohortId, @supplier, @orderNumber, @orderedOn, @inspectionNumber, @inspectedOn, @handoverNumber, @handedOverOn, @keeper,
       @keeperNip)`,
    { ...supply, cohortId },
  )
}

export function evaluationsOfCohort(db: ReadDatabase, cohortId: number): Evaluation[] {
  return db
    .all<{ answers: string; comment: string }>(
      'SELECT answers, comment FROM cohort_evaluation WHERE cohort_id = ? ORDER BY respondent',
      [cohortId],
    )
    .map(({ answers, comment }) => ({ answers: JSON.parse(answers) as Evaluation['answers'], comment }))
}

export function writeEvaluations(db: WriteDatabase, cohortId: number, evaluations: readonly Evaluation[]): void {
  db.run('DELETE FROM cohort_evaluation WHERE cohort_id = ?', [cohortId])
  evaluations.forEach(({ answers, comment }, index) => {
    db.run('INSERT INTO cohort_evaluation (cohort_id, respondent, answers, comment) VALUES (?, ?, ?, ?)', [
      cohortId,
      index + 1,
      JSON.stringify(answers),
      comment,
    ])
  })
}
