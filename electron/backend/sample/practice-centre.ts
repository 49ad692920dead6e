import type { CohortDraft } from '../../../shared/features/cohort/cohort.ts'
import type { TradeCode } from '../../../shared/features/program/trades.ts'
import type { PracticeScene } from '../../../shared/features/session/practice-scenes.ts'
import { addDays, addYears, type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { type Clock, fixedClock, momentOf } from '../clock.ts'
import { found, foundIn } from '../domain-error.ts'
import { findCentre } from '../features/centre/centre-store.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { playAttendance, playScores } from './play-cohort.ts'
import { addSampleActivity } from './sample-activities.ts'
import { addSampleInstructor, setUpSampleCentre } from './sample-centre.ts'
import { personDraft, type SamplePerson, servisMotorPeople, tataBogaPeople, tataRiasPeople } from './sample-people.ts'
import type { SampleSession } from './sample-session.ts'
import { rinaMarliana, samplePanel, tataRiasResults } from './tata-rias-cohort.ts'

type Options = {
  workspace: Workspace
  clock: Clock
  scene: PracticeScene
  withClock(clock: Clock): SampleSession['client']
}

/**
 * Adds three classes around today: one waiting for its panel, one in progress, one about to begin; plus the additions of its scene, or a new office
 * on its first day. Does nothing when a centre exists.
 */
export async function fillPracticeCentre({ workspace, clock, scene, withClock }: Options): Promise<void> {
  if (workspace.openingError || findCentre(workspace.read)) return
  const { today } = momentOf(clock)
  let current = today
  const session: SampleSession = {
    client: withClock({ now: () => fixedClock(current).now() }),
    setToday(date) {
      current = date
    },
  }
  session.setToday(addDays(today, -40))
  await setUpSampleCentre(session)
  await fillMissingYears(session, today)
  if (scene === 'new') {
    session.setToday(today)
    await addSampleInstructor(session, { ...rinaMarliana, issued: addYears(today, -2) })
    return
  }
  const finished = await playCohort(session, {
    trade: 'TR',
    room: 'R. Rias 1',
    people: tataRiasPeople,
    start: addDays(today, -34),
    until: addDays(today, -1),
    issued: addYears(today, -2),
    instructor: rinaMarliana.name,
    scheme: rinaMarliana.scheme,
    results: tataRiasResults,
  })
  if (finished.complete) await playScores(session, finished.code, tataRiasResults)
  await playCohort(session, {
    trade: 'TB',
    room: 'Dapur 2',
    people: tataBogaPeople,
    start: addDays(today, -12),
    until: addDays(today, -1),
    // Also at a weekend there must be a day left to fill.
    leavesLast: true,
    issued: addDays(addYears(today, -3), 45),
    instructor: 'Hendra Wijaya, S.Tr.Par.',
    scheme: 'Juru Masak',
    results: { Komariah: { absences: { 2: 'S', 3: 'S' } } },
  })
  await playCohort(session, {
    trade: 'SM',
    room: 'Bengkel Motor',
    people: servisMotorPeople,
    start: addDays(today, 5),
    until: today,
    issued: addDays(addYears(today, -3), 400),
    instructor: 'Agus Priyanto, S.T.',
    scheme: 'Mekanik Sepeda Motor',
    results: {},
  })
  session.setToday(today)
  if (finished.complete && (scene === 'decided' || scene === 'issued'))
    await decideAndIssue(session.client, finished.code, today, scene === 'issued')
  if (scene === 'substitute')
    await addSampleInstructor(session, {
      name: 'Sri Wahyuni, S.Pd.',
      trade: 'TB',
      scheme: 'Juru Masak',
      lsp: 'LSP Contoh Nusantara',
      issued: addYears(today, -1),
      number: `00000 0000 3 0000400 ${yearOf(today) - 1}`,
      registration: '',
    })
}

async function decideAndIssue(
  client: SampleSession['client'],
  code: string,
  today: PlainDate,
  issues: boolean,
): Promise<void> {
  await client.graduation.decide({ code, heldOn: today, ...samplePanel, overrides: [] })
  if (!issues) return
  const draft = { code, kind: 'certificate' as const, issuedOn: today }
  const { officerId, candidates } = await client.certificate.prepare({ ...draft, officerId: null })
  const enrolmentIds = candidates.map(one => one.enrolmentId)
  await client.certificate.issue({ ...draft, officerId: found(officerId ?? undefined, 'officer'), enrolmentIds })
}

type SampleCohort = {
  trade: TradeCode
  room: string
  people: readonly SamplePerson[]
  /** The class begins on the first working day from this date on. */
  start: PlainDate
  until: PlainDate
  /** The newest day up to today is left unfilled. */
  leavesLast?: boolean
  issued: PlainDate
  instructor: string
  scheme: string
  results: typeof tataRiasResults
}

async function playCohort(session: SampleSession, sample: SampleCohort): Promise<{ code: string; complete: boolean }> {
  const { client } = session
  const instructorId = await addSampleInstructor(session, {
    name: sample.instructor,
    trade: sample.trade,
    scheme: sample.scheme,
    lsp: 'LSP Contoh Nusantara',
    issued: sample.issued,
    number: `00000 0000 3 0000${sample.trade === 'TR' ? 1 : sample.trade === 'TB' ? 2 : 3}00 ${yearOf(sample.issued)}`,
    registration: '',
  })
  const { all } = await client.trainee.importRows({
    fileName: 'data-contoh.xlsx',
    rows: sample.people.map(personDraft),
  })
  for (const [index, person] of sample.people.entries()) {
    const poorest = index % 3 === 0
    await client.trainee.save({
      id: found(all[index], 'trainee'),
      trainee: personDraft(person),
      evidence: {
        source: 'DTSEN',
        groups: poorest ? ['EXTREME_POOR'] : ['POOR'],
        decile: poorest ? 1 : 2,
        dataDate: addDays(sample.start, -90),
      },
    })
  }
  const programId = foundIn(await client.program.list({}), row => row.trade === sample.trade, 'program').id
  const roomId = foundIn(await client.program.rooms({}), row => row.name === sample.room, 'room').id
  const base: CohortDraft = {
    programId,
    roomId,
    instructorId,
    traineeIds: all,
    start: sample.start,
    week: 5,
    jointLeave: 'off',
    hours: 8,
    startTime: '08:00',
    endTime: '15:15',
    number: 1,
    decreeIssuer: '',
    decreeNumber: '',
    decreeDate: null,
    decreeSubject: '',
    activity: '',
    fundingSource: '',
    activityId: null,
  }
  const start = await firstWorkingDay(client, base)
  const activityId = await addSampleActivity(session, sample.trade, start)
  const { code } = await client.cohort.create({ ...base, start, activityId })
  const { days } = await client.cohort.get({ code })
  const newest = days.filter(({ date }) => date <= addDays(sample.until, 1)).at(-1)?.date
  const until = sample.leavesLast && newest !== undefined ? addDays(newest, -1) : sample.until
  const held = await playAttendance(session, { code, instructorId, results: sample.results, until })
  return { code, complete: held === 15 }
}

async function firstWorkingDay(client: SampleSession['client'], draft: CohortDraft): Promise<PlainDate> {
  const { programId, start, week, jointLeave, hours, startTime, endTime } = draft
  for (let day = start; ; day = addDays(day, 1)) {
    try {
      return (await client.cohort.plan({ programId, start: day, week, jointLeave, hours, startTime, endTime })).start
    } catch (error) {
      if (day > addDays(start, 30)) throw error
    }
  }
}

/** Practice must work in any year: a year without a decree gets a table that says in its name that it is for practice. */
async function fillMissingYears({ client }: SampleSession, today: PlainDate): Promise<void> {
  const present = new Set((await client.calendar.years({})).map(row => row.year))
  for (const year of [yearOf(today) - 1, yearOf(today), yearOf(today) + 1]) {
    if (!present.has(year)) await client.calendar.saveYear({ year, source: 'Contoh untuk latihan, tanpa hari libur' })
  }
}
