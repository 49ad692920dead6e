import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ORPCError } from '@orpc/client'
import { isContractProcedure } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'
import { brokenAuditRow } from '../../../electron/backend/database/audit.ts'
import { ReadDatabase } from '../../../electron/backend/database/connection.ts'
import { contract } from '../../../shared/contract.ts'
import {
  addInstructor,
  createSampleCohort,
  decidedCohort,
  enrolled,
  samplePerson,
  setUp,
} from '../../backend/cohort-steps.ts'
import { type Fixture, openFixture } from '../../backend/fixture.ts'
import { addAccount, password } from '../../backend/sign-in-steps.ts'
import { enter } from '../../browser-host/enter.ts'
import { type NodeDesk, pairDesk } from '../../desk-host/node-desk.ts'

// The program as an office runs it, in its own process, with desks whose connections are cut, whose host is killed, and which send hostile
// input.

const program = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
const today = '2024-12-18'
const everything = ['desk', 'training', 'instructor', 'treasurer', 'head', 'admin'] as const

let fixture: Fixture
let child: ChildProcess | undefined
/** Resolves when a killed host has released the data and the port. */
let ending: Promise<unknown> = Promise.resolve()
let port: number
let account: Awaited<ReturnType<typeof addAccount>>

beforeEach(async () => {
  fixture = openFixture({ alone: false })
  await setUp(fixture)
  account = await addAccount(fixture, 'Petugas Meja', [...everything])
  port = await freePort()
})
afterEach(async () => {
  await end('SIGTERM')
  await fixture.remove()
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await new Promise(resolve => server.once('listening', resolve))
  const at = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof at === 'object' && at ? at.port : 0
}

/** Starts the host on the data of the fixture; close the fixture's backend before. */
async function start(): Promise<BackendClient> {
  await ending
  const args = ['serve', '--desks', '--no-open', '--data', fixture.folder, '--port', String(port), '--today', today]
  const started = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = started
  const lines: string[] = []
  for await (const line of createInterface({ input: started.stdout })) if (lines.push(line) === 2) break
  const main: BackendClient = await enter(lines[1] ?? '')
  await main.access.signIn({ id: account, secret: password })
  return main
}

async function end(signal: NodeJS.Signals): Promise<void> {
  const running = child
  child = undefined
  if (!running || running.exitCode !== null) return
  ending = new Promise(resolve => running.once('exit', resolve))
  running.kill(signal)
  await ending
}

const room = (name: string) => ({ id: null, room: { name, capacity: 16, note: '', trades: [], active: true } })
const numberOf = (name: string) => `nomor-${name.replaceAll(' ', '-')}`

/** The names of the rooms in the database of the closed host. Fails unless history and database are intact. */
function roomsThere(): string[] {
  const raw = fixture.rawDatabase()
  try {
    const db = new ReadDatabase(raw)
    expect(brokenAuditRow(db)).toBeNull()
    expect(db.value('PRAGMA integrity_check')).toBe('ok')
    return db.values<string>("SELECT name FROM room WHERE name LIKE 'Ruang uji %' ORDER BY id")
  } finally {
    raw.close()
  }
}

/** Sends the same request number again and again until it is acknowledged. `cut` gives the signal that aborts a try; `back` reconnects. */
async function writeOnce(
  desk: NodeDesk,
  name: string,
  cut: () => AbortSignal,
  back: () => Promise<void>,
): Promise<void> {
  const client = desk.client(() => ({ 'x-balai-request': numberOf(name) }))
  for (;;) {
    try {
      await client.program.saveRoom(room(name), { signal: cut() })
      return
    } catch (error) {
      if (error instanceof ORPCError && error.code !== 'DOMAIN_ERROR') throw error
      if (error instanceof ORPCError && !['desk_unknown', 'sign_in_needed'].includes(error.data?.code)) throw error
      await back()
    }
  }
}

test('after a hundred cuts at random moments while writing, each acknowledged write is stored once', async () => {
  await fixture.backend.close()
  const desk = await pairDesk(await start(), port, 'Loket 1')
  await desk.client().access.signIn({ id: account, secret: password })
  let cuts = 0
  const names: string[] = []
  for (let index = 0; cuts < 100; index += 1) {
    const name = `Ruang uji ${index}`
    names.push(name)
    await writeOnce(
      desk,
      name,
      () => {
        const stop = new AbortController()
        if (cuts >= 100) return stop.signal
        // At any moment from before it is sent to after it is answered.
        void setTimeout(Math.random() * 12).then(() => {
          if (!stop.signal.aborted) stop.abort()
        })
        stop.signal.addEventListener('abort', () => {
          cuts += 1
        })
        return stop.signal
      },
      async () => undefined,
    )
  }
  await end('SIGTERM')
  expect(roomsThere()).toEqual(names)
})

test('after six kills and restarts, nothing acknowledged is lost or done twice', async () => {
  await fixture.backend.close()
  const desk = await pairDesk(await start(), port, 'Loket 1')
  const signIn = () => desk.client().access.signIn({ id: account, secret: password })
  await signIn()
  const names: string[] = []
  let coming: Promise<void> | undefined
  const back = () => {
    // People open the host again; the desk reconnects with its key, and the person types the password.
    coming ??= (async () => {
      if (!child) await start()
      await desk.enter()
      await signIn()
    })().finally(() => {
      coming = undefined
    })
    return coming
  }
  for (let kill = 0; kill < 6; kill += 1) {
    const dying = setTimeout(20 + Math.random() * 150).then(() => end('SIGKILL'))
    for (let index = 0; index < 40; index += 1) {
      const name = `Ruang uji ${kill} ${index}`
      names.push(name)
      await writeOnce(desk, name, () => new AbortController().signal, back)
    }
    await dying
    await back()
  }
  await end('SIGTERM')
  expect(roomsThere()).toEqual(names)
})

describe('two desks at once', () => {
  async function twoDesks(): Promise<[BackendClient, BackendClient]> {
    await fixture.backend.close()
    const main = await start()
    const desks = [await pairDesk(main, port, 'Loket 1'), await pairDesk(main, port, 'Loket 2')]
    for (const desk of desks) await desk.client().access.signIn({ id: account, secret: password })
    return desks.map(desk => desk.client()) as [BackendClient, BackendClient]
  }

  test('fill the same day of a class, and every mark is kept', async () => {
    const traineeIds = await people(16)
    const code = await createSampleCohort(fixture, { start: '2024-12-16', traineeIds })
    const members = await Promise.all(traineeIds.map((_, index) => enrolled(fixture, code, index + 1)))
    const [one, two] = await twoDesks()
    const mark = (client: BackendClient, at: number, letter: 'S' | 'I') =>
      client.attendance.mark({
        code,
        marks: [
          { enrolmentId: members[at]?.enrolmentId ?? (0 as never), n: 1, mark: letter, arrivedAt: null, note: '' },
        ],
        reason: null,
      })
    await Promise.all(members.map((_, at) => (at % 2 === 0 ? mark(one, at, 'S') : mark(two, at, 'I'))))
    const grid = await one.attendance.grid({ code })
    const text = JSON.stringify(grid)
    expect(text.match(/"mark":"S"/g)?.length).toBe(8)
    expect(text.match(/"mark":"I"/g)?.length).toBe(8)
  })

  test('issue papers, and no number is skipped or given twice', async () => {
    const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
    const heldOn = ['2024-10-28', '2024-11-25'] as const
    const codes: string[] = []
    for (const [index, start] of (['2024-10-07', '2024-11-04'] as const).entries()) {
      const traineeIds = await people(12, index * 12)
      const draft = { start, number: 11 + index, instructorId, traineeIds }
      codes.push(await decidedCohort(fixture, draft, { heldOn: heldOn[index] ?? '2024-11-25' }))
    }
    fixture.setToday(today)
    const desks = await twoDesks()
    const issued = await Promise.all(
      desks.map(async (client, index) => {
        const code = codes[index] ?? ''
        const kind = 'certificate'
        await client.access.confirm({ secret: password })
        const { officerId, candidates } = await client.certificate.prepare({
          code,
          kind,
          issuedOn: today,
          officerId: null,
        })
        if (officerId === null) throw new Error('nobody may sign')
        const enrolmentIds = candidates.map(one => one.enrolmentId)
        return (await client.certificate.issue({ code, kind, issuedOn: today, officerId, enrolmentIds })).issued
      }),
    )
    // The running number is the part in which all numbers differ; the other parts are equal in all.
    const parts = issued.flat().map(({ number }) => (number.match(/\d+/g) ?? []).map(Number))
    const place = (parts[0] ?? []).findIndex((_, at) => new Set(parts.map(part => part[at])).size === parts.length)
    const numbers = parts.map(part => part[place] ?? Number.NaN)
    expect(numbers.length).toBe(24)
    const first = Math.min(...numbers)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => first + index))
  })

  async function people(count: number, from = 0) {
    const rows = Array.from({ length: count }, (_, index) => samplePerson(from + index))
    return (await fixture.client.trainee.importRows({ fileName: 'daftar.xlsx', rows })).all
  }
})

const hostile: unknown[] = [
  undefined,
  null,
  7,
  '',
  [],
  {},
  { code: "'; DROP TABLE trainee; --", id: -1, search: '\u0000' },
  { id: 1e308, n: 1.5, marks: [null], limit: -1, offset: 2 ** 40, __proto__of: {} },
  { file: new File(['x'], '../../../etc/passwd'), ticket: 'x'.repeat(100_000), code: 'x'.repeat(100_000) },
]

test('every operation answers any input with data, through this host too', async () => {
  await fixture.backend.close()
  const desk = await pairDesk(await start(), port, 'Loket 1')
  const client = desk.client() as unknown as Record<
    string,
    Record<string, (input: unknown, options: object) => Promise<unknown>>
  >
  await desk.client().access.signIn({ id: account, secret: password })
  const ends = new Map<string, number>()
  for (const [feature, operations] of Object.entries(contract))
    for (const [name, procedure] of Object.entries(operations)) {
      if (!isContractProcedure(procedure)) throw new Error(`${feature}.${name} is no operation`)
      for (const input of hostile) {
        const stop = new AbortController()
        const ending = await client[feature]?.[name]?.(input, { signal: stop.signal }).then(
          () => 'ok',
          (error: unknown) => (error instanceof ORPCError ? error.code : String(error)),
        )
        stop.abort()
        expect(
          ['ok', 'BAD_REQUEST', 'DOMAIN_ERROR'],
          `${feature}.${name} ${JSON.stringify(input)?.slice(0, 80)}`,
        ).toContain(ending)
        ends.set(ending ?? '', (ends.get(ending ?? '') ?? 0) + 1)
      }
      // Sign in again after operations that lock the desk; otherwise every later call would only be refused.
      if (feature === 'access' || feature === 'session')
        await desk.client().access.signIn({ id: account, secret: password })
    }
  expect(ends.get('BAD_REQUEST')).toBeGreaterThan(500)
  expect((await desk.client().session.status({})).desk).toBe('Loket 1')
})
