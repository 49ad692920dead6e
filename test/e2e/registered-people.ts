import { fixedClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { addSampleInstructor, setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import {
  personDraft,
  servisMotorPeople,
  tataBogaPeople,
  tataRiasPeople,
} from '../../electron/backend/sample/sample-people.ts'
import { rinaMarliana, tataRiasDraft } from '../../electron/backend/sample/tata-rias-cohort.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { asSamplePerson } from './sample-person.ts'

/** The sample centre on 9 December 2024 with registered people and an empty class Tata Rias I. */
export async function registeredPeople(dataFolder: string, count: number): Promise<void> {
  const clock = { now: () => fixedClock('2024-12-09').now() }
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock })
  const { client } = backend
  const session = { client, setToday: () => {} }
  await setUpSampleCentre(session)
  const instructorId = await addSampleInstructor(session, rinaMarliana)
  const people = [...tataRiasPeople, ...tataBogaPeople, ...servisMotorPeople].slice(0, count)
  await client.trainee.importRows({ fileName: 'contoh.xlsx', rows: people.map(personDraft) })
  const program = (await client.program.list({})).find(row => row.trade === 'TR')
  const room = (await client.program.rooms({})).find(row => row.name === 'R. Rias 1')
  if (!program || !room) throw new Error('the sample centre has no Tata Rias')
  const draft = tataRiasDraft({ programId: program.id, roomId: room.id, instructorId, traineeIds: [] })
  await client.cohort.create({ ...draft, number: 1 })
  await backend.close()
}
