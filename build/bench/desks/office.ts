import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'
import { searchVillages } from '../../../electron/backend/region/villages.ts'
import type { OperatorId, TraineeId } from '../../../shared/ids.ts'
import {
  addInstructor,
  createSampleCohort,
  decidedCohort,
  samplePerson,
  setUp,
} from '../../../test/backend/cohort-steps.ts'
import { type Fixture, openFixture } from '../../../test/backend/fixture.ts'
import { addAccount, password } from '../../../test/backend/sign-in-steps.ts'
import { enter } from '../../../test/browser-host/enter.ts'
import { pairDesk } from '../../../test/desk-host/node-desk.ts'
import { seededDraw } from '../measure.ts'
import { insertPeople, mergeIndexes } from '../seed-people.ts'

const program = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
const perClass = 52
const inClass = 16
const today = '2024-12-18'

/** Loaded into the host process before the program: on SIGUSR2 it collects garbage and prints the memory in use. */
const tellMemory = `data:text/javascript,${encodeURIComponent(`process.on('SIGUSR2', () => {
  for (let turn = 0; turn < 3; turn += 1) gc()
  const { heapUsed, external } = process.memoryUsage()
  console.log('memory ' + (heapUsed + external))
})`)}`

/** An office: a host with very many people, one running class, and two classes whose certificates can be issued. */
export type Office = {
  readonly folder: string
  readonly running: string
  readonly decided: readonly string[]
  readonly known: readonly TraineeId[]
  readonly account: OperatorId
}

export async function prepareOffice(
  say: (line: string) => void,
  people = 200_000,
): Promise<{ fixture: Fixture; office: Office }> {
  const fixture = openFixture({ alone: false })
  await setUp(fixture)
  say(`${people} people`)
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  const villages = searchVillages('', 104).map(village => village.code)
  raw.transaction(() => insertPeople(raw, { count: people, villages, draw: seededDraw(people) }))()
  mergeIndexes(raw)
  raw.close()
  await fixture.reopen()
  say('three classes')
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  const decided: string[] = []
  for (const [index, [start, heldOn]] of (
    [
      ['2024-10-07', '2024-10-28'],
      ['2024-11-04', '2024-11-25'],
    ] as const
  ).entries()) {
    const traineeIds = await newPeople(fixture, perClass, index * perClass)
    decided.push(await decidedCohort(fixture, { start, number: 11 + index, instructorId, traineeIds }, { heldOn }))
  }
  const known = await newPeople(fixture, inClass, 2 * perClass)
  const running = await createSampleCohort(fixture, {
    start: '2024-12-09',
    number: 13,
    instructorId,
    traineeIds: known,
  })
  fixture.setToday(today)
  const account = await addAccount(fixture, 'Petugas Meja', [
    'desk',
    'training',
    'instructor',
    'head',
    'admin',
    'treasurer',
  ])
  await fixture.backend.close()
  return { fixture, office: { folder: fixture.folder, running, decided, known, account } }
}

async function newPeople(fixture: Fixture, count: number, from: number): Promise<TraineeId[]> {
  const rows = Array.from({ length: count }, (_, index) => {
    const person = samplePerson((from + index) % 48)
    return {
      ...person,
      name: `${person.name} ${from + index}`,
      nik: `${person.nik.slice(0, 12)}${3000 + from + index}`,
    }
  })
  return (await fixture.client.trainee.importRows({ fileName: 'daftar.xlsx', rows })).all
}

/** The host as an office runs it, in a process of its own. */
export class BenchHost {
  readonly #child: ChildProcess
  readonly #main: BackendClient
  readonly #port: number
  readonly #lines: AsyncIterator<string>

  private constructor(child: ChildProcess, main: BackendClient, port: number, lines: AsyncIterator<string>) {
    this.#lines = lines
    this.#child = child
    this.#main = main
    this.#port = port
  }

  static async start({ folder, account }: Office, port: number): Promise<BenchHost> {
    const args = [
      '--expose-gc',
      '--import',
      tellMemory,
      program,
      'serve',
      '--desks',
      '--no-open',
      '--data',
      folder,
      '--port',
      String(port),
      '--today',
      today,
    ]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    await lines.next()
    const url = String((await lines.next()).value)
    const main: BackendClient = await enter(url)
    await main.access.signIn({ id: account, secret: password })
    return new BenchHost(child, main, port, lines)
  }

  /** A new paired desk with a person signed in. */
  async desk(name: string, account: OperatorId): Promise<BackendClient> {
    const desk = await pairDesk(this.#main, this.#port, name, '127.0.0.1')
    const client = desk.client()
    await client.access.signIn({ id: account, secret: password })
    return client
  }

  /** What the process holds in memory, in MB; null where the system does not say. */
  memory(): number | null {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024
    } catch {
      return null
    }
  }

  /** Memory of the answering thread after garbage collection, in MB. Not on Windows, which has no such signal. */
  async held(): Promise<number> {
    this.#child.kill('SIGUSR2')
    for (;;) {
      const { value, done } = await this.#lines.next()
      const match = /^memory (\d+)$/.exec(String(value))
      if (match) return Number(match[1]) / 1024 ** 2
      if (done) throw new Error('the host has ended')
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
  }
}
