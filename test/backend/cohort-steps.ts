import type { BackendClient } from '../../electron/backend/create-backend.ts'
import { setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import {
  personDraft,
  servisMotorPeople,
  tataBogaPeople,
  tataRiasPeople,
} from '../../electron/backend/sample/sample-people.ts'
import type { ActivityDraft } from '../../shared/features/activity/activity.ts'
import type { Mark } from '../../shared/features/attendance/mark.ts'
import type { CohortDraft } from '../../shared/features/cohort/cohort.ts'
import type { CohortTrainee } from '../../shared/features/cohort/contract.ts'
import type { CredentialDraft } from '../../shared/features/instructor/contract.ts'
import type { TradeCode } from '../../shared/features/program/trades.ts'
import type { TraineeDraft } from '../../shared/features/trainee/trainee.ts'
import type { ActivityId, InstructorId, ProgramId, RoomId, TraineeId } from '../../shared/ids.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import type { Fixture } from './fixture.ts'

// Steps of the main job, so that a test only writes what is special about its case.

const people = [...tataRiasPeople, ...tataBogaPeople, ...servisMotorPeople].map(personDraft)

/** A fictional person with an own NIK; there are 48. */
export function samplePerson(index: number, changes: Partial<TraineeDraft> = {}): TraineeDraft {
  const person = people[index]
  if (!person) throw new RangeError(`there are ${people.length} people`)
  return { ...person, ...changes }
}

/** The sample centre with its official, desk, rooms, calendar and programmes. */
export async function setUp(fixture: Fixture): Promise<void> {
  if (!(await fixture.beginWith(setUpAnew))) await setUpAnew(fixture)
}

/** The same without the cached copy, so that this centre has its own identity and keys. */
export async function setUpAnew(fixture: Fixture): Promise<void> {
  await setUpSampleCentre({ client: fixture.client, setToday: fixture.setToday })
}

export async function addTrainees(fixture: Fixture, count: number, from = 0): Promise<TraineeId[]> {
  const rows = Array.from({ length: count }, (_, index) => samplePerson(from + index))
  return (await fixture.client.trainee.importRows({ fileName: 'daftar.xlsx', rows })).all
}

export const technical: CredentialDraft = {
  kind: 'TEKNIS',
  number: '96022 5142 3 0000417 2022',
  registration: '',
  lsp: 'LSP Contoh',
  licence: '',
  scheme: 'Penata Rias Wajah',
  trades: ['TR'],
  issued: '2022-01-10',
  validUntil: '2026-12-31',
}

export async function addInstructor(
  fixture: Fixture,
  name: string,
  ...credentials: Partial<CredentialDraft>[]
): Promise<InstructorId> {
  const { id } = await fixture.client.instructor.save({
    id: null,
    instructor: { name, nip: '', institution: '', phone: '', active: true },
  })
  for (const [index, credential] of credentials.entries()) {
    await fixture.client.instructor.saveCredential({
      instructorId: id,
      id: null,
      credential: { ...technical, number: `${id}${index} 0000 3 0000001 2022`, ...credential },
    })
  }
  return id
}

export async function programOf(fixture: Fixture, trade: TradeCode): Promise<ProgramId> {
  const row = (await fixture.client.program.list({})).find(program => program.trade === trade)
  if (!row) throw new Error(`no program of ${trade}`)
  return row.id
}

/** Sets the elements of the first unit of a program. */
export async function addElements(fixture: Fixture, id: ProgramId, elements: string[]): Promise<void> {
  const { id: _, ...program } = await fixture.client.program.get({ id })
  const units = program.units.map((unit, index) => (index === 0 ? { ...unit, elements } : unit))
  await fixture.client.program.save({ id, program: { ...program, units } })
}

export async function roomNamed(fixture: Fixture, name: string): Promise<RoomId> {
  const row = (await fixture.client.program.rooms({})).find(room => room.name === name)
  if (!row) throw new Error(`no room ${name}`)
  return row.id
}

/** A draft of Tata Rias from 16 December 2024, Monday to Friday, without people. */
export async function sampleCohortDraft(fixture: Fixture, changes: Partial<CohortDraft> = {}): Promise<CohortDraft> {
  return {
    programId: await programOf(fixture, 'TR'),
    start: '2024-12-16',
    week: 5,
    jointLeave: 'off',
    hours: 8,
    startTime: '08:00',
    endTime: '15:15',
    number: 1,
    roomId: null,
    instructorId: null,
    traineeIds: [],
    decreeIssuer: '',
    decreeNumber: '',
    decreeDate: null,
    decreeSubject: '',
    activity: '',
    fundingSource: '',
    activityId: null,
    ...changes,
  }
}

export async function createSampleCohort(fixture: Fixture, changes: Partial<CohortDraft> = {}): Promise<string> {
  return (await fixture.client.cohort.create(await sampleCohortDraft(fixture, changes))).code
}

export async function enrolled(fixture: Fixture, code: string, position: number): Promise<CohortTrainee> {
  const row = (await fixture.client.cohort.trainees({ code })).find(trainee => trainee.position === position)
  if (!row) throw new Error(`nobody has number ${position}`)
  return row
}

export async function dateOfDay(fixture: Fixture, code: string, n: number): Promise<PlainDate> {
  const day = (await fixture.client.cohort.get({ code })).days.find(row => row.n === n)
  if (!day) throw new Error(`no day ${n}`)
  return day.date
}

/** Position → day number → mark; everybody else is present. */
export type Absences = Readonly<Record<number, Readonly<Record<number, Mark>>>>

/** Fills and closes days, each on its own day; afterwards the clock stays on the last day. */
export async function holdDays(
  fixture: Fixture,
  code: string,
  { from = 1, until, absences = {} }: { from?: number; until: number; absences?: Absences },
): Promise<void> {
  const { days } = await fixture.client.cohort.get({ code })
  for (const day of days.filter(row => row.n >= from && row.n <= until)) {
    fixture.setToday(day.date)
    const trainees = await fixture.client.cohort.trainees({ code })
    const exceptions = trainees.flatMap(({ enrolmentId, position, left }) => {
      const mark = absences[position]?.[day.n]
      return mark && left === null ? [{ enrolmentId, mark, arrivedAt: null, note: '' }] : []
    })
    await fixture.client.attendance.fillDay({ code, n: day.n, exceptions })
    const [teacher] = day.instructors
    if (!teacher) throw new Error(`nobody teaches day ${day.n}`)
    await fixture.client.attendance.closeDay({ code, n: day.n, instructorId: teacher.id })
  }
}

/** Gives everybody who did not leave 78,00 and 82,00 and all units competent, except where `special` says otherwise. */
export async function enterScores(
  fixture: Fixture,
  code: string,
  special: Readonly<Record<number, { theory?: number; practice?: number }>> = {},
): Promise<void> {
  const { units, rows } = await fixture.client.score.grid({ code })
  await fixture.client.score.save({
    code,
    entries: rows
      .filter(row => !row.left)
      .map(row => ({
        enrolmentId: row.enrolmentId,
        theory: special[row.position]?.theory ?? 7800,
        practice: special[row.position]?.practice ?? 8200,
        units: units.map(unit => ({ unitId: unit.id, result: 'K' as const })),
      })),
  })
}

export const panel = {
  place: 'Ruang Rapat',
  members: [{ name: 'Endah Kurniasih, S.E.', role: 'Ketua' }],
  overrides: [],
}

/** An activity for Tata Rias in the budget year 2025. */
export const sampleActivity: ActivityDraft = {
  budgetYear: 2025,
  number: 1,
  fundingSource: 'DIF_POVERTY',
  title: 'Pelatihan Tata Rias bagi Masyarakat Miskin Ekstrem',
  trade: 'TR',
  budgetActivity: '',
  budgetSubActivity: '',
  accountCode: '5.1.02.02.01.0029',
  budget: 1_000_000,
  plannedClasses: 1,
  plannedPeople: 16,
}

export async function addActivity(fixture: Fixture, changes: Partial<ActivityDraft> = {}): Promise<ActivityId> {
  return (await fixture.client.activity.save({ id: null, activity: { ...sampleActivity, ...changes } })).id
}

/** A finished class, decided on the day after its last day. */
export async function decidedCohort(
  fixture: Fixture,
  changes: Partial<CohortDraft> = {},
  { absences = {}, heldOn }: { absences?: Absences; heldOn: PlainDate },
): Promise<string> {
  const code = await createSampleCohort(fixture, changes)
  await holdDays(fixture, code, { until: 15, absences })
  fixture.setToday(heldOn)
  await enterScores(fixture, code)
  await fixture.client.graduation.decide({ code, heldOn, ...panel })
  return code
}

/** Issues to everybody entitled who has no paper yet. Returns the numbers in the order of the call. */
export async function issueAll(
  fixture: Fixture,
  code: string,
  issuedOn: PlainDate,
  kind: 'certificate' | 'statement' = 'certificate',
): Promise<string[]> {
  const { officerId, candidates } = await fixture.client.certificate.prepare({ code, kind, issuedOn, officerId: null })
  if (officerId === null) throw new Error('nobody may sign on that day')
  const { issued } = await fixture.client.certificate.issue({
    code,
    kind,
    issuedOn,
    officerId,
    enrolmentIds: candidates.filter(row => row.issued === null).map(row => row.enrolmentId),
  })
  return issued.map(row => row.number)
}

/** The issued papers whose number, name or class contains the text, newest first. */
export async function issuedPapers(client: BackendClient, search = '') {
  const { rows } = await client.book.list({ search, kind: null, limit: 50, offset: 0 })
  return rows.flatMap(row => (row.certificateId === null ? [] : [{ ...row, id: row.certificateId }]))
}
