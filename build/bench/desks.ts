import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { BackendClient } from '../../electron/backend/create-backend.ts'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import type { OfficerId } from '../../shared/ids.ts'
import { manyPeople } from '../../test/backend/many-people.ts'
import { password } from '../../test/backend/sign-in-steps.ts'
import { type Worked, work } from './desks/clerk.ts'
import { BenchHost, type Office, prepareOffice } from './desks/office.ts'
import { percentile } from './measure.ts'
import { assertRight, type Figure, shownOnly, under } from './part.ts'

const desks = 8
/** Milliseconds between two acts of one desk; eight desks make four acts a second. */
const pause = 2000
/** Seconds of each part; BALAI_DESKS_SECONDS overrides it. A whole day of acts is in test/heavy/desk/desk-memory.test.ts. */
const configured = Number(process.env.BALAI_DESKS_SECONDS ?? 0)
const seconds = {
  alone: Math.min(configured || 30, 30),
  together: Math.min(configured || 40, 40),
}
const rows = 10_000

/** Eight desks on one host over HTTPS, in a process of its own, doing the work of clerks; then the same while one desk runs slow work. */
export async function desksAtWork(): Promise<Figure[]> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`)
  const { fixture, office } = await prepareOffice(say)
  const host = await BenchHost.start(office, await freePort())
  try {
    const clients: BackendClient[] = []
    for (let number = 1; number <= desks; number += 1) clients.push(await host.desk(`Loket ${number}`, office.account))
    const [first] = clients
    assertRight(first !== undefined, 'a desk is paired')
    say('warming up')
    await during(clients, office, 1, pause / 8, () => setTimeout(5_000))
    say(`one desk, ${seconds.alone} s`)
    const alone = await during([first], office, 2, pause / 4, () => setTimeout(seconds.alone * 1000))
    say(`eight desks, ${seconds.together} s`)
    const together = await during(clients, office, 3, pause, () => setTimeout(seconds.together * 1000))
    say('eight desks, one of which imports, makes the file of a class and issues 104 certificates')
    const long = await host.desk('Loket panjang', office.account)
    const beside = await during(clients, office, 4, pause, () => longWork(long, office, say))
    const base = percentile(alone, 95)
    return [
      shownOnly('desks', `one desk alone, p95 of ${alone.length}`, base, 'ms'),
      under('desks', `eight desks, p95 of ${together.length}`, percentile(together, 95), 60),
      under('desks', 'eight desks, p99', percentile(together, 99), 150),
      shownOnly('desks', 'eight desks, p95 against one alone', percentile(together, 95) / base, '×'),
      under('desks', `beside long work, p95 of ${beside.length}`, percentile(beside, 95), 150),
      under('desks', 'beside long work, longest', Math.max(...beside), 1000),
      shownOnly('desks', 'beside long work, p95 against one alone', percentile(beside, 95) / base, '×'),
    ]
  } finally {
    await host.stop()
    await fixture.remove()
  }
}

/** Milliseconds of each act until `until` is done. Throws when an act was refused or lost. */
export async function during(
  clients: readonly BackendClient[],
  office: Office,
  seed: number,
  each: number,
  until: () => Promise<unknown>,
): Promise<number[]> {
  const stop = new AbortController()
  const working = clients.map((client, index) =>
    work(client, office, { seed: seed * 100 + index, pause: each, signal: stop.signal }),
  )
  let worked: Worked[]
  try {
    await until()
  } finally {
    stop.abort()
    worked = await Promise.all(working)
  }
  const failures = worked.flatMap(one => one.failures)
  assertRight(failures.length === 0, `every act is done: ${[...new Set(failures)].join('; ')}`)
  return worked.flatMap(one => one.times)
}

export async function longWork(client: BackendClient, office: Office, say: (line: string) => void): Promise<void> {
  const request = plainRequest(await manyPeople(rows), randomUUID())
  await client.import.read(request)
  const { counts } = await client.import.run({ ...request, answers: [] })
  // One row has the NIK of a person with another name; such a row waits for a person's decision.
  const read = counts.created + counts.changed + counts.matched + counts.skipped
  assertRight(read === rows && counts.created > rows - 10, `${rows} people came in: ${JSON.stringify(counts)}`)
  say('the list is in')
  const [code] = office.decided
  assertRight(code !== undefined, 'a class is decided')
  await client.folder.makeFile({ code, size: null, scanPlace: 'AFTER', ticket: randomUUID() })
  say('the file is made')
  await client.access.confirm({ secret: password })
  let issued = 0
  for (const decided of office.decided) issued += await issueAll(client, decided)
  assertRight(issued === 104, `${issued} certificates are issued`)
}

async function issueAll(client: BackendClient, code: string): Promise<number> {
  const issuedOn = '2024-12-18'
  const kind = 'certificate'
  const prepared = await client.certificate.prepare({ code, kind, issuedOn, officerId: null })
  const officerId: OfficerId | null = prepared.officerId
  assertRight(officerId !== null, 'somebody may sign')
  const enrolmentIds = prepared.candidates.filter(one => one.issued === null).map(one => one.enrolmentId)
  const { issued } = await client.certificate.issue({ code, kind, issuedOn, officerId, enrolmentIds })
  return issued.length
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await new Promise(resolve => server.once('listening', resolve))
  const at = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof at === 'object' && at ? at.port : 0
}
