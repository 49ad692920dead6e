import type { FactColumn } from '../../../shared/features/report/fact.ts'
import { conditionOf, type FactSource } from '../../../shared/features/report/figure-sql.ts'
import { type MeasureKey, measureKeys, measures } from '../../../shared/features/report/measure.ts'

/** Columns of a row of people that do not need its class. */
export const peopleColumns = {
  // A person in two centres counts as one if the centres send the hidden NIK.
  trainee: `CASE WHEN enrolment.person <> '' THEN enrolment.person ELSE enrolment.centre_id::text || ' ' || enrolment.trainee END`,
  sex: 'enrolment.sex',
  age: 'enrolment.age',
  outcome: 'enrolment.outcome',
  certificate: 'enrolment.certificate',
  statement: 'enrolment.statement',
  test: 'enrolment.test',
  status3: 'enrolment.status3',
  status6: 'enrolment.status6',
  status12: 'enrolment.status12',
  relevant3: 'enrolment.relevant3',
  relevant6: 'enrolment.relevant6',
  relevant12: 'enrolment.relevant12',
  latest: 'enrolment.latest',
} as const satisfies FactSource['columns']

/**
 * Columns of pusat.class_sum with what they count, and the column for each measure. A graduate's turn depends on the class and the day of the query,
 * so it is no sum.
 */
const sums = new Map<string, string>()
export const keptSums: Partial<Record<MeasureKey, string>> = {}
for (const key of measureKeys) {
  const { due: _, ...measure } = measures[key]
  const known = Object.keys(measure.where ?? {}).every(column => column in peopleColumns)
  if (measure.fact !== 'enrolment' || measure.distinct || measure.sum || !known) continue
  const condition = conditionOf(
    { from: '', date: null, columns: peopleColumns as Partial<Record<FactColumn, string>> },
    measure,
  )
  const column = [...sums].find(([, same]) => same === condition)?.[0] ?? key.toLowerCase()
  sums.set(column, condition)
  keptSums[key] = `class_sum.${column}`
}

export const sumColumns: readonly { column: string; condition: string }[] = [...sums].map(([column, condition]) => ({
  column,
  condition,
}))
