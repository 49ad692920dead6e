import { describe, expect, test } from 'vitest'
import { addTrainees, createSampleCohort, samplePerson } from '../cohort-steps.ts'
import { rawCentre } from './raw-centre.ts'

describe('rules of the schema about people', () => {
  const raw = rawCentre(async fixture => {
    const [traineeId] = await addTrainees(fixture, 1)
    if (traineeId === undefined) throw new Error('nobody')
    await fixture.client.trainee.save({
      id: traineeId,
      trainee: samplePerson(0),
      evidence: { source: 'DTSEN', groups: ['EXTREME_POOR', 'STUNTING'], decile: 1, dataDate: '2024-10-01' },
    })
    await createSampleCohort(fixture, { traineeIds: [traineeId] })
    const file = new File(['%PDF-1.7'], 'ktp.pdf', { type: 'application/pdf' })
    await fixture.client.trainee.addFile({ id: traineeId, kind: 'KTP', file })
  })

  test.each([
    ['an evidence is history', 'UPDATE target_evidence SET extreme_poor = 0', 'append_only'],
    ['its decile too', 'UPDATE target_evidence_restricted SET decile = 3', 'append_only'],
    ['a decile is one of ten', 'INSERT INTO target_evidence_restricted VALUES (99, 0, 11)', 'CHECK'],
    ['an admission keeps its source', "UPDATE enrolment_target SET source = 'SKTM'", 'admission_frozen'],
    ['an admission keeps its decile', 'UPDATE enrolment_target_restricted SET decile = 3', 'admission_frozen'],
    ['an admission stays with its enrolment', 'DELETE FROM enrolment_target', 'admission_frozen'],
    ['its decile stays too', 'DELETE FROM enrolment_target_restricted', 'admission_frozen'],
    [
      'an admission is not replaced',
      'INSERT OR REPLACE INTO enrolment_target SELECT * FROM enrolment_target',
      'admission_frozen',
    ],
    [
      'nor its decile',
      'INSERT OR REPLACE INTO enrolment_target_restricted SELECT * FROM enrolment_target_restricted',
      'admission_frozen',
    ],
    ['a stored file keeps its checksum', "UPDATE stored_file SET sha256 = sha256 || ''", 'file_frozen'],
    ['a file that somebody has is not forgotten', 'DELETE FROM stored_file', 'FOREIGN KEY'],
    ['a religion is one of those known', "UPDATE trainee SET religion = 'LAIN'", 'CHECK'],
    ['an emergency number is a number', "UPDATE trainee SET emergency_phone = '0812'", 'CHECK'],
    ['a bank account is digits', "INSERT INTO trainee_restricted VALUES (1, '', NULL, '', '', '12-3', '')", 'CHECK'],
    ['a time of training is one of three', "UPDATE rules SET trained_within = 'week'", 'CHECK'],
  ])('%s', (_, sql, words) => {
    expect(() => raw.exec(sql)).toThrow(words)
  })

  test('an admission is deleted with its enrolment, and a deleted evidence leaves it unchanged', () => {
    raw.exec('DELETE FROM target_evidence')
    expect(raw.prepare('SELECT evidence_id, source FROM enrolment_target').get()).toEqual({
      evidence_id: null,
      source: 'DTSEN',
    })
    raw.exec('DELETE FROM enrolment')
    expect(raw.prepare('SELECT count(*) FROM enrolment_target').pluck().get()).toBe(0)
    expect(raw.prepare('SELECT count(*) FROM enrolment_target_restricted').pluck().get()).toBe(0)
  })
})
