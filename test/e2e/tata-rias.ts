import { fixedClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { playAttendance, playScores } from '../../electron/backend/sample/play-cohort.ts'
import { addSampleInstructor, setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import { personDraft, tataRiasPeople } from '../../electron/backend/sample/sample-people.ts'
import {
  rinaMarliana,
  tataRiasDecided,
  tataRiasDraft,
  tataRiasEntered,
  tataRiasResults,
} from '../../electron/backend/sample/tata-rias-cohort.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { madeOnce } from './made-once.ts'
import { asSamplePerson } from './sample-person.ts'

/**
 * The class of the worked example with every day closed up to a date, and its scores on the day of the panel. `elements`: elements of its
 * first unit.
 */
export function tataRias(dataFolder: string, until: PlainDate, elements: string[] = []): Promise<void> {
  return madeOnce(`Tata Rias ${until} ${elements}`, dataFolder, folder => makeTataRias(folder, until, elements))
}

async function makeTataRias(dataFolder: string, until: PlainDate, elements: string[]): Promise<void> {
  let today: PlainDate = tataRiasEntered
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
  const instructorId = await addSampleInstructor(session, rinaMarliana)
  const { all } = await client.trainee.importRows({ fileName: 'contoh.xlsx', rows: tataRiasPeople.map(personDraft) })
  const program = (await client.program.list({})).find(row => row.trade === 'TR')
  if (program && elements.length > 0) {
    const { id, ...draft } = await client.program.get({ id: program.id })
    const units = draft.units.map((unit, index) => (index === 0 ? { ...unit, elements } : unit))
    await client.program.save({ id, program: { ...draft, units } })
  }
  const room = (await client.program.rooms({})).find(row => row.name === 'R. Rias 1')
  if (!program || !room) throw new Error('the sample centre has no Tata Rias')
  const ids = { programId: program.id, roomId: room.id, instructorId, traineeIds: all }
  const { code } = await client.cohort.create(tataRiasDraft(ids))
  await playAttendance(session, { code, instructorId, results: tataRiasResults, until })
  if (until >= tataRiasDecided) {
    session.setToday(tataRiasDecided)
    await playScores(session, code, tataRiasResults)
  }
  await backend.close()
}
