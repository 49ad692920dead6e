// Runs on Windows in the installed program (the stand-in is Node): one act of an office with the packed backend. Parameters: the folder of
// the unpacked app.asar, the data folder, the act, the file for its answer. The answer is a file, because Node for Windows cannot write to
// a Linux pipe.
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { ORPCError } from '@orpc/client'
import { fixedClock } from '../../../electron/backend/clock.ts'
import type { createBackend } from '../../../electron/backend/create-backend.ts'
import type { HostServices } from '../../../electron/backend/host-services.ts'
import { setUpSampleCentre } from '../../../electron/backend/sample/sample-centre.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { addInstructor, addTrainees, decidedCohort, issueAll } from '../../backend/cohort-steps.ts'
import type { Fixture } from '../../backend/fixture.ts'

const [app = '', dataFolder = '', deed = '', answerFile = ''] = process.argv.slice(2)
const packed: { createBackend: typeof createBackend } = await import(
  pathToFileURL(join(app, 'out/main/backend.js')).href
)
let clock = fixedClock('2024-12-10')
const host: HostServices = {
  capabilities: { print: 'system', save: 'dialog' },
  print: async () => ({ printed: false }),
  printers: async () => [],
  save: async () => ({ saved: false }),
}
const open = () => packed.createBackend({ dataFolder, host, clock: { now: () => clock.now() } })
const setToday = (date: PlainDate) => {
  clock = fixedClock(date)
}

function answer(value: unknown): void {
  writeFileSync(`${answerFile}.tmp`, JSON.stringify(value))
  renameSync(`${answerFile}.tmp`, answerFile)
}

const codeOf = (error: unknown) => (error instanceof ORPCError ? (error.data as { code?: string }).code : String(error))
const refusal = (call: Promise<unknown>) => call.then(() => 'done', codeOf)
const room = (name: string) => ({ id: null, room: { name, capacity: 16, note: '', active: true } })

async function whatIsThere({ client, close }: ReturnType<typeof open>): Promise<void> {
  const { state } = await client.session.status({})
  if (state !== 'ready') return answer({ state })
  const rooms = (await client.program.rooms({})).map(row => row.name)
  const cohorts = (await client.cohort.list({})).map(row => row.code)
  const { rows } = await client.book.list({ search: '', kind: null, limit: 100, offset: 0 })
  answer({ state, rooms, cohorts, numbers: rows.map(row => row.number).sort() })
  await close()
}

const deeds: Record<string, () => Promise<void>> = {
  /** First start, a class from plan to certificates, a snapshot, and its restore. */
  async firstDay() {
    const backend = open()
    const { client } = backend
    const before = (await client.session.status({})).state
    await setUpSampleCentre({ client, setToday })
    // The step helpers need only these parts of a fixture.
    const steps = { client, setToday } as unknown as Fixture
    const traineeIds = await addTrainees(steps, 3)
    const instructorId = await addInstructor(steps, 'Rina Marliana, S.Pd.', {})
    const code = await decidedCohort(steps, { start: '2024-12-02', instructorId, traineeIds }, { heldOn: '2024-12-20' })
    const numbers = await issueAll(steps, code, '2024-12-20')
    const snapshot = await client.session.takeSnapshot({})
    await client.program.saveRoom(room('R. SESUDAH'))
    const { keptAs } = await client.session.restore({ snapshot: snapshot.name })
    const rooms = (await client.program.rooms({})).map(row => row.name)
    await backend.close()
    answer({ before, code, numbers, keptAs, restored: !rooms.includes('R. SESUDAH') })
  },

  async look() {
    await whatIsThere(open())
  },

  /** Keeps the data open until the file "<answer>.stop" exists. */
  async stay() {
    const { client, close } = open()
    answer({ state: (await client.session.status({})).state })
    while (!existsSync(`${answerFile}.stop`)) await wait(50)
    await close()
  },

  /** Writes one room after another and notes each name once its command is answered. Never ends by itself. */
  async write() {
    const { client } = open()
    for (let n = 1; ; n += 1) {
      await client.program.saveRoom(room(`Ruang ${n}`))
      appendFileSync(answerFile, `Ruang ${n}\n`)
    }
  },

  /** Kills the process of `write` with TerminateProcess, which Node uses here. */
  async killWriter() {
    const notes = `${answerFile}.said`
    rmSync(notes, { force: true })
    const child = spawn(process.execPath, [process.argv[1] ?? '', app, dataFolder, 'write', notes], { stdio: 'ignore' })
    const ended = new Promise(resolve => child.on('exit', resolve))
    while (!existsSync(notes)) await wait(20)
    await wait(2_000)
    child.kill('SIGKILL')
    await ended
    answer({})
  },

  /** While another program holds files: takes a snapshot beside a held one, and restores. */
  async restoreHeld() {
    const { client, close } = open()
    const { snapshots } = await client.session.status({})
    const refused = await refusal(client.session.restore({ snapshot: snapshots[0]?.name ?? '' }))
    answer({ refused, state: (await client.session.status({})).state })
    await close()
  },

  async snapshotHeld() {
    const { client, close } = open()
    for (const minute of [1, 2, 3, 4]) {
      clock = { now: () => new Date(fixedClock('2025-01-06').now().getTime() + minute * 60_000) }
      await client.program.saveRoom(room(`R. ${minute}`))
      await client.session.takeSnapshot({})
    }
    answer({ snapshots: (await client.session.status({})).snapshots.map(row => row.name) })
    await close()
  },
}

await deeds[deed]?.().catch(error => answer({ error: error instanceof Error ? error.stack : String(error) }))
