import { nothingRestricted } from '../../shared/features/trainee/restricted.ts'
import type { TraineeId } from '../../shared/ids.ts'
import {
  addActivity,
  addInstructor,
  addTrainees,
  decidedCohort,
  enrolled,
  issueAll,
  samplePerson,
} from './cohort-steps.ts'
import type { Fixture } from './fixture.ts'
import { applyAll, openRegistration } from './registration-steps.ts'

/** Data that must never leave the centre; one person has all of it. */
export const secrets = {
  email: 'rahasia@contoh.id',
  emergencyName: 'Budi Kakaknya',
  address: 'Jl. Rahasia 7',
  phone: '628129998877',
  familyCard: '3671010101010009',
  stuntedChild: 'Rizki Balita',
  bankAccount: '9988776655',
  bankHolder: 'Pemilik Rekening',
}

/** Some of everything that is sent: a registration, a class up to its certificates, a revoked one, a tracer, money. */
export async function aYearOfWork(fixture: Fixture): Promise<{ code: string; ids: TraineeId[]; numbers: string[] }> {
  const { client } = fixture
  const ids = await addTrainees(fixture, 6)
  const [first] = ids
  if (first === undefined) throw new Error('nobody')
  const { stuntedChild, bankAccount, bankHolder, ...plain } = secrets
  await client.trainee.save({
    id: first,
    trainee: samplePerson(0, plain),
    evidence: { source: 'DTSEN', groups: ['EXTREME_POOR', 'STUNTING'], decile: 1, dataDate: '2024-10-01' },
    restricted: { ...nothingRestricted, stuntedChild, bankName: 'BJB', bankAccount, bankHolder },
    correction: 'Alamat pada KTP sudah berubah',
  })
  await applyAll(fixture, await openRegistration(fixture), ids.slice(0, 3))
  const activity = await addActivity(fixture, { budgetYear: 2024 })
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const code = await decidedCohort(
    fixture,
    { instructorId, traineeIds: ids, activityId: activity },
    {
      heldOn: '2025-01-09',
      absences: { 2: { 3: 'S', 4: 'I' }, 6: { 1: 'A', 2: 'A', 3: 'A', 4: 'A', 5: 'A', 6: 'A' } },
    },
  )
  const lessons = [{ instructorId, unitId: null, kind: 'theory' as const, firstHour: 1, hours: 2, note: 'Pembukaan' }]
  await client.teaching.record({ code, n: 1, lessons, reason: null })
  await client.teaching.closeDays({ code, days: [1] })
  await client.activity.saveSpending({
    activityId: activity,
    spending: {
      date: '2024-12-20',
      description: 'Bahan praktik Bu Siti',
      amount: 250_000,
      evidence: 'K-1',
      accountCode: '',
    },
  })
  const numbers = await issueAll(fixture, code, '2025-01-09')
  await issueAll(fixture, code, '2025-01-09', 'statement')
  const { enrolmentId } = await enrolled(fixture, code, 1)
  fixture.setToday('2025-04-15')
  await client.alumni.saveFollowUp({
    enrolmentId,
    month: 3,
    answer: {
      status: 'EMPLOYED',
      place: 'Salon Rahasia',
      work: 'Penata rias',
      income: 2_000_000,
      relevant: true,
      note: '',
      askedOn: '2025-04-15',
    },
  })
  return { code, ids, numbers }
}
