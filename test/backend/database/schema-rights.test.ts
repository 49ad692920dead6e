import { describe, expect, test } from 'vitest'
import { addTrainees, createSampleCohort, samplePerson } from '../cohort-steps.ts'
import { rawCentre } from './raw-centre.ts'

describe('rules of the schema about rights', () => {
  const raw = rawCentre(async fixture => {
    const { client } = fixture
    const [frozen, open, anonymous] = await addTrainees(fixture, 3)
    if (frozen === undefined || open === undefined || anonymous === undefined) throw new Error('nobody')
    const consent = { signedOn: '2024-12-10', signer: 'SELF', guardian: '', basis: 'CONSENT' } as const
    await client.rights.recordConsent({ id: frozen, consent })
    const file = new File(['%PDF-1.7'], 'ktp.pdf', { type: 'application/pdf' })
    await client.trainee.addFile({ id: frozen, kind: 'KTP', file })
    await client.trainee.save({
      id: frozen,
      trainee: samplePerson(0),
      evidence: { source: 'DTSEN', groups: ['POOR'], decile: 2, dataDate: '2024-10-01' },
    })
    await createSampleCohort(fixture, { traineeIds: [open] })
    const reason = 'Diminta orangnya lewat surat'
    await client.rights.freeze({ id: frozen, requestedOn: '2024-12-10', reason })
    await client.trainee.save({ id: anonymous, trainee: samplePerson(2, { phone: '6281299990000' }) })
    await client.rights.anonymise({ ids: [anonymous], reason })
  })

  test.each([
    ['frozen data stays as it is', "UPDATE trainee SET phone = '6281' WHERE id = 1", 'trainee_closed'],
    ['the data of nobody in particular too', "UPDATE trainee SET name = 'Siti' WHERE id = 3", 'trainee_closed'],
    ['nobody frozen is deleted', 'DELETE FROM trainee WHERE id = 1', 'trainee_closed'],
    ['a scan stays', 'DELETE FROM trainee_file', 'trainee_closed'],
    ['an evidence stays', 'DELETE FROM target_evidence', 'trainee_closed'],
    ['no photo is added', "INSERT INTO trainee_photo VALUES (1, x'ff')", 'trainee_closed'],
    [
      'nothing restricted is added',
      "INSERT INTO trainee_restricted VALUES (1, '', NULL, '', '', '', '')",
      'trainee_closed',
    ],
    ['no class is begun', 'INSERT INTO enrolment (cohort_id, trainee_id, position) VALUES (1, 1, 9)', 'trainee_closed'],
    ['no place is handed over', 'UPDATE enrolment SET trainee_id = 1', 'trainee_closed'],
    [
      'frozen once',
      "INSERT INTO trainee_freeze (trainee_id, requested_on, reason, frozen_at, frozen_by) VALUES (1, '2024-12-10', 'x', '', '')",
      'UNIQUE',
    ],
    ['that it was frozen stays', 'DELETE FROM trainee_freeze', 'append_only'],
    ['a signing keeps its day', "UPDATE trainee_consent SET signed_on = '2024-12-01'", 'append_only'],
    ['a signing stays', 'DELETE FROM trainee_consent', 'append_only'],
    [
      'who signs for others has a name',
      "INSERT INTO trainee_consent (trainee_id, signed_on, signer, guardian, basis, recorded_at, recorded_by) VALUES (2, '2024-12-10', 'GUARDIAN', '', 'CONSENT', '', '')",
      'CHECK',
    ],
    ['nobody with data is anonymous', "INSERT INTO trainee_anonymity VALUES (2, 'REQUEST', '', '')", 'not_anonymous'],
    ['nobody gets a name back', 'DELETE FROM trainee_anonymity', 'append_only'],
    ['the years are few', 'UPDATE rules SET retention_years = 51', 'CHECK'],
    [
      'a row of the audit that nobody erased stays',
      'UPDATE audit SET after = NULL WHERE id = (SELECT max(id) FROM audit)',
      'append_only',
    ],
    [
      'of an erased one, who did it',
      "UPDATE audit SET operator = 'Lain' WHERE id IN (SELECT audit_id FROM audit_erasure)",
      'append_only',
    ],
    ['that it was erased stays', 'DELETE FROM audit_erasure', 'append_only'],
  ])('%s', (_, sql, words) => {
    expect(() => raw.exec(sql)).toThrow(words)
  })
})
