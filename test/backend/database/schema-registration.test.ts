import { describe, expect, test } from 'vitest'
import { addTrainees } from '../cohort-steps.ts'
import { applyAll, enterScores, openRegistration, stipulate } from '../registration-steps.ts'
import { rawCentre } from './raw-centre.ts'

describe('rules of the schema about a selection', () => {
  const raw = rawCentre(async fixture => {
    const people = await addTrainees(fixture, 6)
    // Registration 1 is stipulated (applicants 1 to 3: Lulus, Cadangan 1, Cadangan 2), 2 is open (applicants 4 and 5).
    const settled = await openRegistration(fixture, { quota: 1 })
    const ids = await applyAll(fixture, settled, people.slice(0, 3))
    await enterScores(
      fixture,
      settled,
      ids.map((one, index) => [one, 90 - index, 80] as const),
    )
    await stipulate(fixture, settled)
    const [first] = ids
    if (!first) throw new Error('nobody applied')
    await fixture.client.registration.record({ applicantId: first, kind: 'RE_REGISTERED', reason: '' })
    const open = await openRegistration(fixture, { title: 'Yang lain' })
    await applyAll(fixture, open, people.slice(3, 5))
  })

  const event = (values: string) =>
    `INSERT INTO applicant_event (applicant_id, kind, reason, replaces, recorded_at, recorded_by) VALUES (${values}, '', '')`
  const applicant = (values: string) =>
    `INSERT INTO applicant (registration_id, trainee_id, number, registered_on, priority) VALUES (${values})`

  test.each([
    ['nobody applies twice', applicant("2, 4, 9, '2024-12-03', 'POOR'"), 'UNIQUE'],
    ['nor under a number that is taken', applicant("2, 6, 1, '2024-12-03', 'POOR'"), 'UNIQUE'],
    ['a group of priority is one of three', applicant("2, 6, 9, '2024-12-03', 'RICH'"), 'CHECK'],
    ['an override has its reason', "UPDATE applicant SET override = 'accepted' WHERE id = 4", 'CHECK'],
    ['an order in a tie has its reason', 'UPDATE applicant SET tie_position = 1 WHERE id = 4', 'CHECK'],
    ['places are kept within the quota', 'UPDATE registration SET kept_places = 3 WHERE id = 2', 'CHECK'],
    ['a registration closes after it opens', "UPDATE registration SET closes = '2024-12-01' WHERE id = 2", 'CHECK'],
    ['a score is no verdict', "INSERT INTO stage_result VALUES (4, 'TEST', 1, NULL)", 'CHECK'],
    ['a verdict is no score', "INSERT INTO stage_result VALUES (4, 'ADMINISTRATION', NULL, 8000)", 'CHECK'],
    ['a score ends at 100', "INSERT INTO stage_result VALUES (4, 'TEST', NULL, 10001)", 'CHECK'],
    ['a stipulated result takes no score', "INSERT INTO stage_result VALUES (1, 'TEST', NULL, 1)", 'selection_frozen'],
    ['nor changes one', 'UPDATE stage_result SET score = 1 WHERE applicant_id = 1', 'selection_frozen'],
    ['nor loses one', 'DELETE FROM stage_result WHERE applicant_id = 1', 'selection_frozen'],
    ['nor takes an applicant', applicant("1, 6, 9, '2024-12-03', 'POOR'"), 'selection_frozen'],
    ['nor changes one of them', "UPDATE applicant SET priority = 'POOR' WHERE id = 1", 'selection_frozen'],
    ['nor its quota', 'UPDATE registration SET quota = 9 WHERE id = 1', 'selection_frozen'],
    ['nor its weights', 'UPDATE registration_stage SET weight = 1 WHERE registration_id = 1', 'selection_frozen'],
    ['nor its stages', 'DELETE FROM registration_stage WHERE registration_id = 1', 'selection_frozen'],
    [
      'a decision is not changed',
      "UPDATE selection_decision SET decision = 'rejected', reserve = NULL",
      'selection_frozen',
    ],
    ['a decree is not changed', "UPDATE stipulation SET decree_number = 'x'", 'selection_frozen'],
    ['nor taken back once somebody registered again', 'DELETE FROM stipulation', 'selection_frozen'],
    ['what happened is not changed', "UPDATE applicant_event SET reason = 'x'", 'append_only'],
    ['nor taken out', 'DELETE FROM applicant_event', 'append_only'],
    ['nor replaced', 'INSERT OR REPLACE INTO applicant_event SELECT * FROM applicant_event', 'append_only'],
    ['nobody registers again without a decision', event("4, 'RE_REGISTERED', '', NULL"), 'selection_not_decided'],
    ['who moves up comes for somebody', event("2, 'PROMOTED', '', NULL"), 'CHECK'],
    ['and nobody else does', event("2, 'WITHDRAWN', '', 1"), 'CHECK'],
  ])('%s', (_, sql, key) => {
    expect(() => raw.exec(sql)).toThrow(key)
  })

  test('a place is taken once, and a reserve moves up once', () => {
    raw.exec(event("2, 'PROMOTED', '', 1"))
    expect(() => raw.exec(event("3, 'PROMOTED', '', 1"))).toThrow('append_only')
    expect(() => raw.exec(event("2, 'PROMOTED', '', 3"))).toThrow('UNIQUE')
  })

  test('the class may still be chosen after the decision', () => {
    expect(() => raw.exec('UPDATE registration SET cohort_id = NULL WHERE id = 1')).not.toThrow()
  })
})
