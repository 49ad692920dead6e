import { describe, expect, test } from 'vitest'
import { addActivity, createSampleCohort } from '../cohort-steps.ts'
import { rawCentre } from './raw-centre.ts'

describe('rules of the schema about money', () => {
  const raw = rawCentre(async fixture => {
    const activityId = await addActivity(fixture, { budgetYear: 2024 })
    await createSampleCohort(fixture, { activityId })
    await createSampleCohort(fixture, { number: 2, start: '2025-02-03' })
    await addActivity(fixture, { budgetYear: 2025 })
    const { id } = await fixture.client.activity.saveSpending({
      activityId,
      spending: { date: '2024-12-16', description: 'Bahan', amount: 250_000, evidence: 'SP2D-1' },
    })
    await fixture.client.activity.attachEvidence({ id, file: new File(['%PDF-1.7'], 'bukti.pdf') })
  })

  const entry = (values: string) =>
    `INSERT INTO spending (activity_id, date, description, amount, evidence, reverses, recorded_at, recorded_by) VALUES (${values}, '', '')`

  test.each([
    ['an entry is not changed', 'UPDATE spending SET amount = 1', 'append_only'],
    ['nor deleted', 'DELETE FROM spending', 'append_only'],
    ['nor replaced', 'INSERT OR REPLACE INTO spending SELECT * FROM spending', 'append_only'],
    ['an entry lies in its budget year', entry("1, '2025-01-02', 'x', 1, 'x', NULL"), 'spending_outside_year'],
    ['a reversal takes back the whole amount', entry("1, '2024-12-17', 'x', -1, 'x', 1"), 'reversal_differs'],
    ['of its own activity', entry("2, '2024-12-17', 'x', -250000, 'x', 1"), 'reversal_differs'],
    ['not before it', entry("1, '2024-12-15', 'x', -250000, 'x', 1"), 'reversal_differs'],
    ['a minus without what it reverses', entry("1, '2024-12-17', 'x', -1, 'x', NULL"), 'CHECK'],
    ['evidence is named', entry("1, '2024-12-17', 'x', 1, '', NULL"), 'CHECK'],
    ['a number is given once a year', 'UPDATE activity SET budget_year = 2024, number = 1 WHERE id = 2', 'UNIQUE'],
    ['24 numbers', 'UPDATE activity SET number = 25 WHERE id = 2', 'CHECK'],
    ['whole rupiah', 'UPDATE activity SET budget = 1.5', 'cannot store REAL'],
    [
      'an activity in use keeps its year',
      'UPDATE activity SET budget_year = 2023 WHERE id = 1',
      'activity_year_in_use',
    ],
    ['a class stays in its year', 'UPDATE cohort SET activity_id = 2 WHERE id = 1', 'activity_of_other_year'],
    ['also the other way', 'UPDATE cohort SET activity_id = 1 WHERE id = 2', 'activity_of_other_year'],
    [
      'a first day does not leave it',
      "UPDATE cohort_day SET date = '2025-03-03' WHERE cohort_id = 1 AND n = 1",
      'activity_of_other_year',
    ],
    ['evidence belongs to an entry', 'INSERT INTO spending_file VALUES (99, 1)', 'FOREIGN KEY'],
    ['one file an entry', 'INSERT INTO spending_file SELECT * FROM spending_file', 'UNIQUE'],
    ['a file that proves something stays', 'DELETE FROM attachment', 'FOREIGN KEY'],
    ['an activity with a class stays', 'DELETE FROM activity WHERE id = 1', 'FOREIGN KEY'],
    ['a code of four digits', "UPDATE centre SET regency_code = '36.71'", 'CHECK'],
  ])('%s', (_, sql, message) => {
    expect(() => raw.exec(sql)).toThrow(message)
  })

  test('an entry can be reversed only once', () => {
    raw.exec(entry("1, '2025-01-02', 'x', -250000, 'x', 1"))
    expect(() => raw.exec(entry("1, '2025-01-03', 'x', -250000, 'x', 1"))).toThrow('append_only')
    expect(() => raw.exec(entry("1, '2025-01-03', 'x', 250000, 'x', 2"))).toThrow(/CHECK|reversal_differs/)
    expect(raw.prepare('SELECT realized FROM activity_sums WHERE id = 1').pluck().get()).toBe(0)
  })

  test('a class without activity can move to any date', () => {
    raw.exec("UPDATE cohort_day SET date = '2024-11-04' WHERE cohort_id = 2 AND n = 1")
    raw.exec('UPDATE cohort SET activity_id = 1 WHERE id = 2')
    raw.exec('UPDATE cohort SET activity_id = NULL WHERE id = 2')
  })
})
