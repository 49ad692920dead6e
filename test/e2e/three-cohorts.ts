import { fixedClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { playAttendance } from '../../electron/backend/sample/play-cohort.ts'
import { addSampleInstructor, setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import {
  personDraft,
  type SamplePerson,
  servisMotorPeople,
  tataBogaPeople,
  tataRiasPeople,
} from '../../electron/backend/sample/sample-people.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { TradeCode } from '../../shared/features/program/trades.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { madeOnce } from './made-once.ts'
import { asSamplePerson } from './sample-person.ts'

const classes: readonly {
  trade: TradeCode
  people: readonly SamplePerson[]
  teacher: string
  issued: PlainDate
  until: PlainDate
}[] = [
  { trade: 'TR', people: tataRiasPeople, teacher: 'Rina Marliana, S.Pd.', issued: '2022-01-10', until: '2024-12-29' },
  // Its eighth day, Friday 27 December, is not filled in.
  {
    trade: 'TB',
    people: tataBogaPeople,
    teacher: 'Hendra Wijaya, S.Tr.Par.',
    issued: '2022-02-14',
    until: '2024-12-26',
  },
  { trade: 'SM', people: servisMotorPeople, teacher: 'Agus Priyanto, S.T.', issued: '2023-02-14', until: '2024-12-29' },
]

/** Three classes that began on 16 December 2024; today is Monday 30 December. */
export function threeCohorts(dataFolder: string): Promise<void> {
  return madeOnce('three cohorts', dataFolder, makeThreeCohorts)
}

async function makeThreeCohorts(dataFolder: string): Promise<void> {
  let today: PlainDate = '2024-12-02'
  const backend = createBackend({
    dataFolder,
    host: silentHost,
    ...asSamplePerson,
    clock: { now: () => fixedClock(today).now() },
  })
  const { client } = backend
  const session = {
    client,
    setToday(date: PlainDate) {
      today = date
    },
  }
  await setUpSampleCentre(session)
  const programs = await client.program.list({})
  for (const { trade, people, teacher, issued, until } of classes) {
    const programId = programs.find(row => row.trade === trade)?.id
    if (programId === undefined) throw new Error(`no program for ${trade}`)
    session.setToday('2024-12-02')
    const instructorId = await addSampleInstructor(session, {
      name: teacher,
      trade,
      scheme: trade,
      lsp: 'LSP Contoh Nusantara',
      issued,
      number: `00000 0000 3 0000${issued.slice(8)}00 ${issued.slice(0, 4)}`,
      registration: '',
    })
    const { all } = await client.trainee.importRows({ fileName: 'contoh.xlsx', rows: people.map(personDraft) })
    const { code } = await client.cohort.create({
      programId,
      roomId: null,
      instructorId,
      traineeIds: all,
      start: '2024-12-16',
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
    })
    await playAttendance(session, { code, instructorId, results: {}, until })
  }
  await backend.close()
}
