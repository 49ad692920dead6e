import type { RegistrationDraft } from '../../shared/features/registration/registration.ts'
import type { ApplicantId, RegistrationId, TraineeId } from '../../shared/ids.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { programOf } from './cohort-steps.ts'
import type { Fixture } from './fixture.ts'

/** A registration with test and interview for two places and two reserves, open in the first week of December 2024. */
export async function registrationDraft(
  fixture: Fixture,
  changes: Partial<RegistrationDraft> = {},
): Promise<RegistrationDraft> {
  return {
    title: 'Tata Rias Gelombang Desember',
    programId: await programOf(fixture, 'TR'),
    cohortCode: null,
    year: 2024,
    opens: '2024-12-02',
    closes: '2024-12-10',
    quota: 2,
    reserves: 2,
    keptPlaces: 0,
    keptActivityId: null,
    stages: [
      { kind: 'ADMINISTRATION', weight: 0, passLimit: null },
      { kind: 'TEST', weight: 60, passLimit: null },
      { kind: 'INTERVIEW', weight: 40, passLimit: 6000 },
    ],
    meetings: [{ occasion: 'TEST', date: '2024-12-11', time: '08:30', place: 'Aula UPT BLK' }],
    ...changes,
  }
}

export async function openRegistration(
  fixture: Fixture,
  changes: Partial<RegistrationDraft> = {},
): Promise<RegistrationId> {
  const registration = await registrationDraft(fixture, changes)
  return (await fixture.client.registration.save({ id: null, registration })).id
}

/** Adds applicants on one day; returns the ids of all applicants, by number. */
export async function applyAll(
  fixture: Fixture,
  id: RegistrationId,
  traineeIds: TraineeId[],
  on: PlainDate = '2024-12-03',
): Promise<ApplicantId[]> {
  await fixture.client.registration.apply({ id, on, traineeIds })
  const { applicants } = await fixture.client.registration.get({ id })
  return applicants.toSorted((a, b) => a.number - b.number).map(one => one.id)
}

/** Sets administration to passed, and the scores of test and interview in whole points. */
export async function enterScores(
  fixture: Fixture,
  id: RegistrationId,
  scores: readonly (readonly [ApplicantId | undefined, number, number])[],
): Promise<void> {
  await fixture.client.registration.saveResults({
    id,
    entries: scores.flatMap(([applicantId, test, interview]) =>
      applicantId ? [{ applicantId, administration: true, test: test * 100, interview: interview * 100 }] : [],
    ),
  })
}

export async function stipulate(fixture: Fixture, id: RegistrationId, decreeDate: PlainDate = '2024-12-10') {
  const [officer] = (await fixture.client.centre.get({})).officers
  if (!officer) throw new Error('no official')
  const stipulation = { decreeNumber: '800.2/153-Disnaker/2024', decreeDate, officerId: officer.id }
  return fixture.client.registration.stipulate({ id, stipulation })
}
