import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request as httpsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../electron/backend/clock.ts'
import { type Backend, type BackendClient, createBackend } from '../../electron/backend/create-backend.ts'
import { brokenAuditRow } from '../../electron/backend/database/audit.ts'
import { Desk } from '../../electron/backend/desk.ts'
import { DomainError } from '../../electron/backend/domain-error.ts'
import { KeyStore } from '../../electron/backend/keys/key-store.ts'
import { samplePassword, samplePerson } from '../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { findHosts } from '../../electron/desk-client/find-hosts.ts'
import { hostEndpoint } from '../../electron/desk-client/host-endpoint.ts'
import { type HostIdentity, HostIdentityFile } from '../../electron/desk-client/host-identity.ts'
import { HostLine } from '../../electron/desk-client/host-line.ts'
import { seeCertificate } from '../../electron/desk-client/pinned-fetch.ts'
import { PlaceEndpoint } from '../../electron/desk-client/place-endpoint.ts'
import { runDeskJobs } from '../../electron/desk-client/run-desk-jobs.ts'
import { announce } from '../../electron/desk-host/announce.ts'
import { hostCertificate } from '../../electron/desk-host/certificate.ts'
import { DeskSwitch, type Firewall } from '../../electron/desk-host/desk-switch.ts'
import type { FirewallReading } from '../../shared/features/desk/firewall.ts'
import { mainDesk } from '../../shared/features/desk/main-desk.ts'
import { askToPair, EndpointError, enter } from '../../shared/features/desk/pair.ts'
import { quickHash } from '../backend/fixture.ts'
import { deskKeys, type NodeDesk, pairDesk } from './node-desk.ts'

const page = '<!doctype html>'
const files = {
  async read(pathname: string) {
    return pathname === '/' ? { bytes: Buffer.from(page), type: 'text/html', immutable: false } : undefined
  },
}

let root: string
let desks: DeskSwitch
let backend: Backend
let main: BackendClient
let port: number
let loket: NodeDesk
let client: BackendClient
/** Stands in for Windows. */
let wall: { state: FirewallReading['state']; asked: unknown[]; consents: boolean }

async function open(wanted = 0): Promise<void> {
  const dataFolder = join(root, 'data')
  wall = { state: 'blocked', asked: [], consents: false }
  const firewall: Firewall = {
    read: async () => ({ state: wall.state, network: 'LAN' }),
    openSettings: async () => wall.asked.push('settings') > 0,
    async allow(port) {
      wall.asked.push(port)
      if (wall.consents) wall.state = 'allowed'
      return wall.consents
    },
  }
  desks = new DeskSwitch({ dataFolder, files, services: silentHost, announced: false, awake: true, firewall })
  const host = { ...silentHost, desks }
  backend = createBackend({
    dataFolder,
    host,
    clock: fixedClock('2024-12-30'),
    actor: samplePerson,
    hashCost: quickHash,
  })
  desks.connect(backend)
  main = createRouterClient(backend.router, { context: { desk: new Desk(mainDesk, host) } }) as BackendClient
  if (wanted > 0) await desks.open(wanted)
}

async function signIn(at: BackendClient): Promise<void> {
  const { accounts } = await at.access.status({})
  const [account] = accounts
  if (!account) throw new Error('nobody has an account')
  await at.access.signIn({ id: account.id, secret: samplePassword })
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'balai-desk-'))
  await open()
  await backend.fillSample()
  await signIn(main)
  await main.desk.open({ port: await freePort() })
  port = desks.state?.port ?? 0
  loket = await pairDesk(main, port, 'Loket 1')
  client = loket.client()
  await signIn(client)
})
afterAll(async () => {
  await desks.close()
  await backend.close()
  rmSync(root, { recursive: true, force: true })
})

/** The default port may be used by a program of the developer. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer().listen(0)
  await new Promise(resolve => server.once('listening', resolve))
  const at = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof at === 'object' && at ? at.port : 0
}

/** A plain request, without certificate check and with exactly these headers. */
function bare(path: string, headers: Record<string, string>, options: { method?: string; localAddress?: string } = {}) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = httpsRequest(
      { host: '127.0.0.1', port, path, rejectUnauthorized: false, method: 'POST', agent: false, headers, ...options },
      async answer => {
        let text = ''
        for await (const chunk of answer) text += chunk
        resolve({ status: answer.statusCode ?? 0, text })
      },
    )
    sent.once('error', reject)
    sent.end()
  })
}

const room = (name: string) => ({ id: null, room: { name, capacity: 16, note: '', trades: [], active: true } })

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { data?: { code?: string }; code?: string }) => error.data?.code ?? error.code,
  )

describe('who may connect', () => {
  test('a signed-in person at a paired desk works as at the main computer, and the history names both', async () => {
    expect(await client.session.status({})).toMatchObject({ desk: 'Loket 1', shared: 'desk', desks: 0 })
    expect(await main.session.status({})).toMatchObject({ shared: 'main', desks: 1 })
    await client.program.saveRoom(room('Lab Meja'))
    const [row] = await main.history.acts({ limit: 1 })
    expect(row).toMatchObject({ operation: 'program.saveRoom', desk: 'Loket 1', operator: samplePerson })
    expect(brokenAuditRow(backend.workspace.read)).toBeNull()
  })

  test('without a paired desk, or without a person, nothing is answered', async () => {
    const own = `https://127.0.0.1:${port}`
    const asks = ['/rpc/home/overview', '/rpc/session/status', '/rpc/trainee/list', '/rpc/desk/live', '/rpc/tidak/ada']
    for (const path of asks) expect((await bare(path, { origin: own })).status, path).toBe(401)
    expect((await bare('/rpc/home/overview', {})).status).toBe(401)
    expect((await bare('/rpc/home/overview', {}, { method: 'GET' })).status).toBe(401)
    const empty = await pairDesk(main, port, 'Meja kosong')
    const answer = await empty.fetch('/rpc/trainee/list', { method: 'POST', body: '{"json":7}' })
    expect([answer.status, await answer.json()]).toMatchObject([401, { json: { data: { code: 'sign_in_needed' } } }])
    expect((await empty.client().access.status({})).accounts).not.toEqual([])
  })

  test('a foreign Host, Origin or site is refused, even with the right cookie', async () => {
    const { cookie } = loket
    const own = `https://127.0.0.1:${port}`
    const local = { cookie, origin: own }
    const path = '/rpc/session/status'
    const statuses = await Promise.all([
      bare(path, { ...local, host: 'balai.example:443' }),
      bare(path, { ...local, host: `127.0.0.1:${port + 1}` }),
      bare(path, { ...local, origin: 'https://contoh.id' }),
      bare(path, { ...local, origin: 'null' }),
      bare(path, { cookie }),
      bare(path, { ...local, 'sec-fetch-site': 'same-site' }),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403])
    expect((await bare(path, local, { method: 'GET' })).status).toBe(405)
  })

  test('a cookie works only at its address, and a stolen key only with the desk’s own private key', async () => {
    const headers = { cookie: loket.cookie, origin: `https://127.0.0.1:${port}` }
    // The desk connected from another loopback address.
    const elsewhere = await bare('/rpc/session/status', headers, { localAddress: '127.0.0.2' })
    expect(elsewhere.status).toBe(401)
    const thief = await deskKeys()
    const ask = hostEndpoint(loket.certificate.pem, loket.address)
    const stolen = { desk: loket.identity.desk, key: loket.identity.key, sign: thief.sign }
    await expect(enter(ask, stolen, loket.certificate.fingerprint, '0.1.0')).rejects.toThrow(EndpointError)
    expect((await client.session.status({})).desk).toBe('Loket 1')
    // The database of the host does not contain the desk's key either.
    const { key } = loket.identity
    expect(readFileSync(join(root, 'data', 'balai.db')).includes(key)).toBe(false)
    const kept = backend.workspace.read.values<string>('SELECT key_hash FROM desk')
    expect(kept).toContain(createHash('sha256').update(key).digest('hex'))
  })

  test('a proof of a desk works only once', async () => {
    const sent: { path: string; body: object }[] = []
    const ask = hostEndpoint(loket.certificate.pem, loket.address)
    const noting: typeof ask = (path, body) => {
      sent.push({ path, body })
      return ask(path, body)
    }
    await enter(noting, loket.identity, loket.certificate.fingerprint, '0.1.0')
    const entered = sent.find(({ path }) => path === 'enter')
    await expect(ask('enter', entered?.body ?? {})).rejects.toMatchObject({ code: 'desk_unknown' })
    await loket.enter()
  })

  test('nothing older than TLS 1.3 is accepted', async () => {
    const spoken = (version: 'TLSv1.2' | 'TLSv1.3') =>
      new Promise<string>(resolve => {
        const socket = connect({
          host: '127.0.0.1',
          port,
          rejectUnauthorized: false,
          minVersion: version,
          maxVersion: version,
        })
        socket.once('secureConnect', () => resolve(String(socket.getProtocol())))
        socket.once('error', () => resolve('refused'))
      })
    expect([await spoken('TLSv1.2'), await spoken('TLSv1.3')]).toEqual(['refused', 'TLSv1.3'])
  })

  test('a removed desk is disconnected at once, its news too', async () => {
    const desk = await pairDesk(main, port, 'Loket 9')
    const there = desk.client()
    await signIn(there)
    const news = (await there.desk.live({}))[Symbol.asyncIterator]()
    expect(await news.next()).toMatchObject({ done: false })
    const rest = news.next().then(
      () => 'told',
      () => 'broken off',
    )
    await main.desk.putOut({ id: desk.identity.desk as never })
    expect(await rest).toBe('broken off')
    expect(await codeOf(there.session.status({}))).toBe('desk_unknown')
    const { desks: listed } = await main.desk.overview({})
    expect(listed.find(({ id }) => id === desk.identity.desk)).toMatchObject({ state: 'out', delay: null })
    await expect(desk.enter()).rejects.toMatchObject({ code: 'desk_unknown' })
  })
})

describe('pairing', () => {
  const newcomer = async () => ({
    ...{ name: 'Loket 2', computer: 'BLK-LOKET-02', version: '0.1.0', nonce: randomBytes(16).toString('hex') },
    ...{ deskKey: (await deskKeys()).deskKey, certificate: loket.certificate.fingerprint },
  })
  const ask = () => hostEndpoint(loket.certificate.pem, loket.address)

  test('is closed while there is no code', async () => {
    await main.desk.newCode({})
    await pairDesk(main, port, 'Loket 3')
    await expect(askToPair(ask(), await newcomer(), '000000')).rejects.toMatchObject({ code: 'pair_closed' })
  })

  test('a wrong code five times ends the code', async () => {
    const { digits } = await main.desk.newCode({})
    const wrong = digits === '123456' ? '654321' : '123456'
    const answers: string[] = []
    for (let times = 0; times < 5; times += 1)
      await askToPair(ask(), await newcomer(), wrong).catch((error: EndpointError) => answers.push(error.words))
    expect(answers[0]).toContain('masih 4 kali')
    expect(answers[4]).toContain('salah lima kali')
    await expect(askToPair(ask(), await newcomer(), digits)).rejects.toMatchObject({ code: 'pair_closed' })
  })

  test('a man in the middle has another certificate: the code does not fit, or the words do not', async () => {
    const { digits } = await main.desk.newCode({})
    const between = { ...(await newcomer()), certificate: 'ab'.repeat(32) }
    await expect(askToPair(ask(), between, digits)).rejects.toMatchObject({ code: 'pair_code_wrong' })
    const honest = await askToPair(ask(), await newcomer(), digits)
    const [request] = (await main.desk.overview({})).requests
    expect(request?.words).toEqual(honest.words)
    // The words differ, the person reports it, and no request is left.
    await ask()('compare', { id: honest.id, same: false })
    expect((await main.desk.overview({})).requests).toEqual([])
    expect(await codeOf(main.desk.approve({ request: honest.id }))).toBe('pair_over')
  })

  test('nobody is paired before both sides have compared, and a refusal names the person', async () => {
    const { digits } = await main.desk.newCode({})
    const { id } = await askToPair(ask(), await newcomer(), digits)
    expect(await codeOf(main.desk.approve({ request: id }))).toBe('pair_over')
    await ask()('compare', { id, same: true })
    await main.desk.refuse({ request: id })
    expect(await ask()('wait', { id })).toEqual({ state: 'refused', by: samplePerson })
    await expect(ask()('wait', { id })).rejects.toMatchObject({ code: 'pair_over' })
  })

  test('a host that reveals another number than it committed to is refused', async () => {
    const { digits } = await main.desk.newCode({})
    const real = ask()
    const lying: ReturnType<typeof ask> = async (path, body) => {
      const answer = await real(path, body)
      return (path === 'reveal' ? { nonce: 'ab'.repeat(16) } : answer) as never
    }
    await expect(askToPair(lying, await newcomer(), digits)).rejects.toMatchObject({ code: 'pair_over' })
  })

  test('desks cannot make pairing codes: only the main computer lets others in', async () => {
    // Await each call before the next: a rejection without a handler would fail the whole test run.
    const calls = [() => client.desk.overview({}), () => client.desk.newCode({}), () => client.desk.open({ port: 0 })]
    for (const call of calls) expect(await codeOf(call())).toBe('desks_not_here')
  })

  test('the certificate is the same after the next start', async () => {
    const before = (await seeCertificate('127.0.0.1', port)).fingerprint
    await desks.close()
    await backend.close()
    await open(port)
    await signIn(main)
    expect((await seeCertificate('127.0.0.1', port)).fingerprint).toBe(before)
    expect(await codeOf(client.session.status({}))).toBe('desk_unknown')
    await loket.enter()
    expect(await codeOf(client.home.overview({}))).toBe('sign_in_needed')
    await signIn(client)
  })
})

describe('a request with a number', () => {
  const numbered = (number: string) => loket.client(() => ({ 'x-balai-request': number }))
  const rooms = () => backend.workspace.read.value<number>('SELECT count(*) FROM room')

  test('is done once, however often it is sent, and gets the same answer', async () => {
    const before = rooms()
    const twice = numbered('aaaa-bbbb-0001')
    const answers = await Promise.all([1, 2, 3].map(() => twice.program.saveRoom(room('Sekali saja'))))
    expect(rooms()).toBe(before + 1)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test('is refused for another request with the same number', async () => {
    expect(await codeOf(numbered('aaaa-bbbb-0001').program.saveRoom(room('Lain')))).toBe('request_reused')
  })

  test('a refused request leaves its number free', async () => {
    expect(await codeOf(numbered('aaaa-bbbb-0002').program.saveRoom(room('Sekali saja')))).toBe('name_taken')
    expect(await codeOf(numbered('aaaa-bbbb-0002').program.saveRoom(room('Bebas')))).toBe('ok')
  })
})

test('a host that will close soon tells its desks, and can cancel that', async () => {
  const pulse = async () => (await loket.fetch('/denyut')).headers.get('x-balai-tutup')
  expect(await pulse()).toBeNull()
  await main.desk.close({ seconds: 60 })
  expect(await pulse()).toMatch(/^(59|60) Wulan%20Sari$/)
  expect((await main.desk.overview({})).open?.closing).toMatchObject({ by: samplePerson })
  await main.desk.open({ port: 0 })
  expect(await pulse()).toBeNull()
  expect(desks.state?.port).toBe(port)
})

test('who acts is the person of the session, whatever a request says', async () => {
  const act = { year: 2041, source: 'SKB 2041' }
  const last = () => {
    const sql = 'SELECT operator, desk, operation FROM audit ORDER BY id DESC LIMIT 1'
    return backend.workspace.read.get<{ operator: string; desk: string; operation: string }>(sql, [])
  }
  const before = last()
  for (const other of [
    { operator: 'Kepala' },
    { operatorId: 2 },
    { by: 'Kepala' },
    { desk: 'PC utama' },
    { actor: 'Kepala' },
  ])
    await expect(client.calendar.saveYear({ ...act, ...other })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(last()).toEqual(before)
  // Nor do headers of the call say it.
  const claims = {
    'x-balai-operator': '2',
    'x-operator': 'Kepala',
    'x-balai-desk': 'PC utama',
    authorization: 'Kepala',
  }
  await loket.client(() => claims).calendar.saveYear(act)
  const { desk } = await client.session.status({})
  expect(last()).toEqual({ operator: samplePerson, desk, operation: 'calendar.saveYear' })
  expect(desk).not.toBe(mainDesk)
})

test('its computer is kept awake until somebody allows sleep, and its firewall is opened', async () => {
  expect((await main.desk.overview({})).open).toMatchObject({ awake: true, mayStay: true })
  await main.desk.keepAwake({ on: false })
  expect((await main.desk.overview({})).open).toMatchObject({
    awake: false,
    firewall: { state: 'blocked', network: 'LAN' },
    mayMend: true,
  })
  // Only the main computer may set that.
  await expect(client.desk.mendFirewall({})).rejects.toMatchObject({ data: { code: 'desks_not_here' } })
  await expect(client.desk.keepAwake({ on: true })).rejects.toMatchObject({ data: { code: 'desks_not_here' } })
})

test('its firewall is opened if the person consents, and a public network on the page of Windows', async () => {
  const read = async () => (await main.desk.overview({})).open?.firewall?.state
  await expect.poll(read).toBe('blocked')
  const rows = () =>
    backend.workspace.read.value<number>("SELECT count(*) FROM audit WHERE operation = 'desk.mendFirewall'", [])
  await expect(main.desk.mendFirewall({})).rejects.toMatchObject({ data: { code: 'firewall_stays' } })
  expect([wall.asked, rows()]).toEqual([[port], 0])
  wall.consents = true
  await main.desk.mendFirewall({})
  expect([wall.asked, rows(), await read()]).toEqual([[port, port], 1, 'allowed'])
  Object.assign(wall, { state: 'public', consents: false })
  await expect(main.desk.mendFirewall({})).rejects.toMatchObject({ data: { code: 'firewall_stays' } })
  await main.desk.mendFirewall({})
  // Nothing was changed here: the person chooses on that page.
  expect([wall.asked.at(-1), rows()]).toEqual(['settings', 1])
})

describe('news', () => {
  test('tell other desks what is out of date, but not the desk that made the change', async () => {
    const other = await pairDesk(main, port, 'Loket 5')
    const there = other.client()
    await signIn(there)
    // The list on the screen of that desk.
    await there.program.rooms({})
    const stop = new AbortController()
    const received: string[][] = []
    const notified = Promise.withResolvers<void>()
    const listening = (async () => {
      for await (const { stale } of await there.desk.live({}, { signal: stop.signal })) {
        received.push(stale)
        if (stale.includes('program.rooms')) return notified.resolve()
      }
    })()
    await expect.poll(() => received.length).toBe(1)
    await there.program.saveRoom(room('Milik sendiri'))
    await client.program.saveRoom(room('Milik orang lain'))
    await notified.promise
    expect(received.filter(stale => stale.includes('program.rooms'))).toHaveLength(1)
    stop.abort()
    await listening.catch(() => undefined)
  })
})

describe('the installed program as a desk', () => {
  let folder: string
  let identity: HostIdentity | undefined
  let line: HostLine
  const printed: { title: string; pdf: Uint8Array; copies?: number }[] = []
  let printer: () => Promise<{ printed: boolean }> = async () => ({ printed: true })

  const placeOf = (own: HostLine | null) =>
    new PlaceEndpoint({
      line: own,
      mayJoin: () => own === null,
      find: async () => [],
      becomeDesk: joined => {
        identity = joined
      },
      leave: () => undefined,
      open: () => undefined,
    })
  async function ask<Answer>(place: PlaceEndpoint, path: string, body: object = {}): Promise<Answer> {
    const url = `app://balai/tempat/${path}`
    const answer = await place.answer(path, new Request(url, { method: 'POST', body: JSON.stringify(body) }))
    if (answer.status === 200) return (await answer.json()) as Answer
    throw Object.assign(new Error(await answer.text()), { status: answer.status })
  }
  const overTheLine = () => {
    const jobs = runDeskJobs(line, {
      ...silentHost,
      print: async job => {
        printed.push(job)
        return printer()
      },
      printers: async () => [{ name: 'HP', label: 'HP LaserJet', preferred: true }],
      save: async ({ bytes }) => ({ saved: bytes.byteLength > 0 }),
    })
    const link = new RPCLink({
      url: 'https://meja/rpc',
      fetch: request => line.call(new URL(request.url).pathname, request, jobs.headers),
    })
    return { jobs, at: createORPCClient(link) as BackendClient }
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'balai-meja-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('pairs with a typed address, code and words, and keeps both keys', async () => {
    const place = placeOf(null)
    const named = { name: 'Bendahara', code: '000000' }
    await expect(ask(place, 'begin', { ...named, address: 'bukan alamat' })).rejects.toThrow('bukan alamat')
    await expect(ask(place, 'begin', { ...named, address: '127.0.0.1:1' })).rejects.toThrow('Tidak ada PC utama')
    await expect(ask(place, 'begin', { name: '', code: '1', address: 'x' })).rejects.toThrow('message')
    await expect(ask(place, 'compare', { same: true })).rejects.toThrow('sudah lewat')
    const { digits } = await main.desk.newCode({})
    const address = `https://LOCALHOST:${port}/`
    const wrong = digits === '111111' ? '222222' : '111111'
    await expect(ask(place, 'begin', { name: 'Bendahara', code: wrong, address })).rejects.toThrow('Kode tidak cocok')
    const { words } = await ask<{ words: string[] }>(place, 'begin', { name: 'Bendahara', code: digits, address })
    await ask(place, 'compare', { same: true })
    expect(await ask(place, 'wait')).toEqual({ state: 'waiting', admin: samplePerson })
    const { requests } = await main.desk.overview({})
    const request = requests.find(one => one.words.join() === words.join())
    await main.desk.approve({ request: request?.id ?? '' })
    expect(await ask(place, 'wait')).toEqual({ state: 'approved' })
    expect(identity).toMatchObject({ name: 'Bendahara', address: `localhost:${port}` })
    const file = new HostIdentityFile(folder, undefined)
    if (identity) file.keep(identity)
    expect(file.read()).toEqual(identity)
    file.forget()
    expect(file.read()).toBeUndefined()
  })

  test('a computer with a centre cannot become a desk', async () => {
    const place = new PlaceEndpoint({
      line: null,
      mayJoin: () => false,
      find: async () => [],
      becomeDesk: () => expect.unreachable(),
      leave: () => undefined,
      open: () => undefined,
    })
    await expect(ask(place, 'begin', { name: 'x', code: '123456', address: 'a' })).rejects.toThrow('menyimpan data')
  })

  test('works through its connection, and prints and saves locally', async () => {
    if (!identity) throw new Error('not paired')
    line = new HostLine({ identity, keep: () => undefined, find: async () => [] })
    expect(await line.reach()).toBe('here')
    expect((await line.call('/rpc/session/status', null)).status).not.toBe(200)
    expect(await line.enter()).toBe(true)
    const { jobs, at } = overTheLine()
    await signIn(at)
    const status = await at.session.status({})
    expect(status).toMatchObject({
      desk: 'Bendahara',
      capabilities: { print: 'system', save: 'dialog', open: 'system' },
    })
    // A desk in a browser still downloads.
    expect((await client.session.status({})).capabilities.print).toBe('page')
    const pdf = new File([new Uint8Array([37, 80, 68, 70])], 'daftar.pdf', { type: 'application/pdf' })
    expect(await at.session.print({ title: 'Daftar hadir', pdf })).toMatchObject({ printed: true })
    expect(printed.map(({ title, pdf: bytes }) => [title, Buffer.from(bytes).toString()])).toEqual([
      ['Daftar hadir', '%PDF'],
    ])
    expect(await at.print.printers({})).toEqual([{ name: 'HP', label: 'HP LaserJet', preferred: true }])
    // A call that waits for a dialog blocks no other calls.
    const dialog = Promise.withResolvers<{ printed: boolean }>()
    printer = () => dialog.promise
    const waiting = at.session.print({ title: 'Menunggu', pdf })
    expect(await at.session.save({ name: 'daftar.pdf', file: pdf })).toMatchObject({ saved: true })
    dialog.resolve({ printed: false })
    expect(await waiting).toMatchObject({ printed: false })
    printer = () => Promise.reject(new DomainError({ code: 'printer_failed', printer: 'HP LaserJet' }))
    await expect(at.session.print({ title: 'Gagal', pdf })).rejects.toMatchObject({ data: { printer: 'HP LaserJet' } })
    jobs.stop()
  })

  test('finds its host at another address, and never talks to another key', async () => {
    if (!identity) throw new Error('not paired')
    const kept: string[] = []
    const fingerprint = identity.fingerprint.slice(0, 16)
    const announced = { host: 'BLK-UTAMA', centre: '', version: '', fingerprint, practice: false }
    const moved = new HostLine({
      identity: { ...identity, address: '127.0.0.1:1' },
      keep: ({ address }) => kept.push(address),
      find: async () => [
        { ...announced, fingerprint: 'f'.repeat(16), address: '127.0.0.1:2' },
        { ...announced, address: `localhost:${port}` },
      ],
    })
    expect(await moved.reach()).toBe('here')
    expect(kept).toEqual([`localhost:${port}`])
    const folderOfOther = mkdtempSync(join(tmpdir(), 'balai-lain-'))
    const other = hostCertificate(new KeyStore(folderOfOther, undefined), new Date('2024-12-30'))
    rmSync(folderOfOther, { recursive: true, force: true })
    const stranger = new HostLine({
      identity: { ...identity, certificate: other.certificate, fingerprint: other.fingerprint },
      keep: () => undefined,
      find: async () => [{ ...announced, address: `localhost:${port}` }],
    })
    expect(await stranger.reach()).toBe('other')
    await expect(stranger.enter()).rejects.toThrow()
    await expect(stranger.call('/rpc/session/status', null)).rejects.toThrow()
    expect(await ask(placeOf(stranger), 'state')).toMatchObject({ line: 'other', joined: { name: 'Bendahara' } })
  })

  test('is found in the network by its announcement, where the network allows it', async () => {
    const stop = announce({ centre: 'UPT BLK', practice: true, port: 4999, fingerprint: 'ab'.repeat(32) })
    const announced = {
      centre: 'UPT BLK',
      practice: true,
      fingerprint: 'ab'.repeat(8),
      address: expect.stringMatching(/:4999$/),
    }
    // The announcement comes after a check that the name is free.
    const found = () => findHosts(1000)
    await expect.poll(found, { timeout: 20_000 }).toContainEqual(expect.objectContaining(announced))
    stop()
    // If nothing can be sent or received, none are found, and nothing breaks.
    expect(await findHosts(50, { interface: '192.0.2.77', bind: '192.0.2.77' })).toEqual([])
  })

  test('is told when it is removed, and open requests are dropped', async () => {
    const { jobs, at } = overTheLine()
    const { desks: rows } = await main.desk.overview({})
    const row = rows.find(({ name }) => name === 'Bendahara')
    if (row) await main.desk.putOut({ id: row.id })
    expect(await line.enter()).toBe(false)
    expect(await codeOf(at.session.status({}))).toBe('desk_unknown')
    jobs.stop()
  })
})
