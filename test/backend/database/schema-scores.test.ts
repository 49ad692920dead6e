import { describe, expect, test } from 'vitest'
import {
  addElements,
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  enrolled,
  enterScores,
  programOf,
  samplePerson,
} from '../cohort-steps.ts'
import { rawCentre } from './raw-centre.ts'

const reason = 'Nilai praktik salah disalin'

describe('rules of the schema about scores', () => {
  const raw = rawCentre(async fixture => {
    const { client } = fixture
    await addElements(fixture, await programOf(fixture, 'TR'), ['Menyiapkan alat', 'Menerapkan K3'])
    const instructorId = await addInstructor(fixture, 'Rina', {})
    const traineeIds = await addTrainees(fixture, 2)
    const decided = await decidedCohort(
      fixture,
      { start: '2024-12-02', instructorId, traineeIds: traineeIds.slice(0, 1) },
      { heldOn: '2024-12-20' },
    )
    await client.trainee.save({ id: traineeIds[0] as never, trainee: samplePerson(0, { birthPlace: '' }) })
    const { enrolmentId } = await enrolled(fixture, decided, 1)
    const { officerId } = await client.certificate.prepare({
      code: decided,
      kind: 'certificate',
      issuedOn: '2024-12-20',
      officerId: null,
    })
    await client.certificate.issue({
      code: decided,
      kind: 'certificate',
      issuedOn: '2024-12-20',
      officerId: officerId as never,
      enrolmentIds: [enrolmentId],
      overrides: [{ enrolmentId, check: 'birth_place', reason }],
    })
    const running = await createSampleCohort(fixture, {
      number: 2,
      start: '2025-02-03',
      traineeIds: traineeIds.slice(1),
    })
    await enterScores(fixture, running)
    await client.score.close({ code: running })
    await client.score.reopen({ code: running, reason })
    const person = await enrolled(fixture, running, 1)
    await client.score.save({ code: running, entries: [{ enrolmentId: person.enrolmentId, theory: 9000 }] })
    await client.score.close({ code: running })
  })

  const refuses = (sql: string) => expect(() => raw.exec(sql))

  test.each([
    'UPDATE score SET theory = 1 WHERE enrolment_id = 2',
    'DELETE FROM unit_result WHERE enrolment_id = 2',
    "UPDATE element_result SET result = 'BK' WHERE enrolment_id = 2",
    'INSERT OR REPLACE INTO score (enrolment_id, theory) VALUES (2, 1)',
  ])('scores of a closed entry: %s', sql => {
    refuses(sql).toThrow('scores_closed')
  })

  test.each([
    'DELETE FROM score_closing',
    "UPDATE score_closing SET reopen_reason = 'lain' WHERE reopened_at IS NOT NULL",
    "UPDATE score_closing SET closed_by = 'lain' WHERE reopened_at IS NULL",
    'DELETE FROM score_correction',
    "UPDATE score_correction SET after = '1'",
    'DELETE FROM issue_override',
    "UPDATE issue_override SET reason = 'sebab yang lain'",
  ])('history only grows: %s', sql => {
    refuses(sql).toThrow('append_only')
  })

  test('only one closing is in force, and opening it needs a reason', () => {
    refuses(
      "INSERT INTO score_closing (cohort_id, closed_at, closed_by) SELECT cohort_id, 'x', 'y' FROM score_closing LIMIT 1",
    ).toThrow('UNIQUE')
    refuses("UPDATE score_closing SET reopened_at = 'x', reopened_by = 'y' WHERE reopened_at IS NULL").toThrow('CHECK')
  })

  test('a failed test has no certificate, and a certificate has one holder', () => {
    const insert = (enrolment: number, result: string, number: string) =>
      `INSERT INTO competence_test VALUES (${enrolment}, '2025-01-08', 'LSP', 'Skema', '${result}', '${number}', '', NULL, 'x', 'y')`
    refuses(insert(1, 'BK', '123')).toThrow('CHECK')
    raw.exec(insert(1, 'K', '123'))
    refuses(insert(2, 'K', '123')).toThrow('UNIQUE')
  })
})
