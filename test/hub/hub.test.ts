import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { factsFrom, hashAt } from '../../electron/backend/features/hub/outbox-store.ts'
import { countMeasures } from '../../electron/backend/features/report/measure/measure-store.ts'
import { hub as hubCommand } from '../../electron/cli/hub.ts'
import { hubLine } from '../../electron/host/hub-line.ts'
import { migrate } from '../../electron/hub/database/migrations.ts'
import { countFigures, isKnownHere } from '../../electron/hub/figures/count-figures.ts'
import { invite } from '../../electron/hub/members.ts'
import { notifyCentre, readApplications } from '../../electron/hub/notices.ts'
import { countAnew } from '../../electron/hub/receive/count-classes.ts'
import { receive } from '../../electron/hub/receive/receive.ts'
import { Refused } from '../../electron/hub/receive/refused.ts'
import type { Batch, Refusal } from '../../shared/features/hub/batch.ts'
import { formOf, topics } from '../../shared/features/hub/fact.ts'
import { type DimensionKey, divides } from '../../shared/features/report/dimension.ts'
import { measureKeys } from '../../shared/features/report/measure.ts'
import { addTrainees, createSampleCohort, setUpAnew } from '../backend/cohort-steps.ts'
import { type Fixture, rejectedAs } from '../backend/fixture.ts'
import { aYearOfWork } from '../backend/hub-steps.ts'
import { applyAll, openRegistration } from '../backend/registration-steps.ts'
import { centreIdOf, joinTrial, keptBy, latestFactsOf, openCentre, startTrial, type Trial } from './trial.ts'
import { upgradeTests } from './upgrade-tests.ts'

const tables: Record<string, string> = { signingKey: 'signing_key', noticeAnswer: 'notice_answer' }

// PostgreSQL may be slow while the machine is busy.
vi.setConfig({ testTimeout: 120_000 })

let trial: Trial
let centre: Fixture
let numbers: string[]
beforeAll(async () => {
  trial = await startTrial()
  centre = openCentre()
  await setUpAnew(centre)
  await centre.client.hub.makeProvinceKey({})
  numbers = (await aYearOfWork(centre)).numbers
})
afterAll(async () => {
  await centre?.remove()
  await trial?.close()
})

/** Compares both sides row by row, and the sums of classes with their rows. */
async function expectSame(from: Fixture): Promise<void> {
  const id = centreIdOf(from)
  for (const topic of topics.filter(name => name !== 'centre')) {
    const fields = Object.keys(formOf(topic, 1)?.shape ?? {})
    expect(await keptBy(trial, tables[topic] ?? topic, fields, id), topic).toEqual(latestFactsOf(from, topic))
  }
  const sums = await trial.hub.db.own(client =>
    client.query(
      `SELECT class.key, participants, graduates, held, count(enrolment.key)::int AS people, count(*) FILTER (WHERE outcome = 'passed')::int AS passed,
         (SELECT count(*)::int FROM pusat.day WHERE day.centre_id = $1 AND day.class = class.key
           AND (closed = 1 OR day.present + late + sick + excused + absent > 0)) AS days
       FROM pusat.class LEFT JOIN pusat.class_sum USING (centre_id, year, class)
       LEFT JOIN pusat.enrolment USING (centre_id, year, class) WHERE centre_id = $1 GROUP BY 1, 2, 3, 4`,
      [id],
    ),
  )
  for (const row of sums.rows)
    expect([row.participants, row.graduates, row.held]).toEqual([row.people, row.passed, row.days])
  // All other sums, once as updated batch by batch, and once deleted and computed again.
  const kept = 'SELECT * FROM pusat.class_sum ORDER BY centre_id, year, class'
  const { before, after } = await trial.hub.db.own(async client => {
    const { rows } = await client.query(kept)
    await client.query("DELETE FROM pusat.class_sum; DELETE FROM pusat.setting WHERE name = 'class_sum'")
    await countAnew(client)
    return { before: rows, after: (await client.query(kept)).rows }
  })
  expect(before).toEqual(after)
}

const refused = (batch: Batch, now?: Date): Promise<Refusal> =>
  receive(trial.hub.db, centreIdOf(centre), batch, now).then(
    () => Promise.reject(new Error('it was taken')),
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal
      throw error
    },
  )

function batch(first: number, changes: Partial<Batch> = {}): Batch {
  const db = centre.backend.workspace.read
  const epoch = db.value<number>('SELECT epoch FROM hub_link')
  const facts = factsFrom(db, epoch, first, 20)
  return {
    epoch,
    previous: hashAt(db, epoch, first - 1) ?? '',
    now: new Date().toISOString(),
    complete: true,
    facts,
    ...changes,
  }
}

test('a centre joins with a code, sends everything, and the hub has the same rows', async () => {
  const { client } = centre
  await rejectedAs(client.hub.send({}), 'hub_not_joined')
  await rejectedAs(
    client.hub.join({ address: trial.hub.url, fingerprint: trial.hub.fingerprint, code: 'SALAH' }),
    'hub_code_wrong',
  )
  await rejectedAs(
    client.hub.join({ address: trial.hub.url, fingerprint: '0'.repeat(64), code: 'X' }),
    'hub_other_certificate',
  )
  expect(await client.hub.look({ address: trial.hub.url })).toEqual({
    hub: 'Pusat Contoh',
    fingerprint: trial.hub.fingerprint,
  })
  const code = await invite(trial.hub.db, 'Admin', 'UPT BLK')
  await client.hub.join({ address: trial.hub.url, fingerprint: trial.hub.fingerprint, code })
  const first = await client.hub.send({})
  expect(first).toMatchObject({ waiting: 0, trouble: null })
  expect(first.sent).toBeGreaterThan(30)
  await expectSame(centre)
  expect(await client.hub.send({})).toEqual({ sent: 0, waiting: 0, trouble: null })
  expect(await client.hub.status({})).toMatchObject({
    waiting: 0,
    gathering: 0,
    trouble: null,
    link: { hubName: 'Pusat Contoh' },
  })
  // A code works only once.
  const other = openCentre()
  await setUpAnew(other)
  await rejectedAs(
    other.client.hub.join({ address: trial.hub.url, fingerprint: trial.hub.fingerprint, code }),
    'hub_code_wrong',
  )
  await other.remove()
  const body = trial.lines.join('\n')
  expect(body).not.toMatch(/\d{16}|500\.15/)
})

test('every figure of the centre is exactly the same in the hub', async () => {
  const period = { from: '2024-01-01', to: '2025-12-31' } as const
  const scope = { period, filters: {}, today: '2025-06-01' } as const
  const id = centreIdOf(centre)
  const divisions: DimensionKey[][] = [[], ['trade'], ['class'], ['month'], ['sex'], ['village'], ['outcome'], ['age']]
  let compared = 0
  for (const by of divisions) {
    const wanted = measureKeys.filter(key => isKnownHere(key, by) && by.every(dimension => divides(dimension, key)))
    if (wanted.length === 0) continue
    const own = countMeasures(centre.backend.workspace.read, wanted, by, { ...scope, countedBy: 'panel' })
    const here = await trial.hub.db.as({ role: 'balai_reader', reach: `centre ${id}` }, client =>
      countFigures(client, wanted, by, scope),
    )
    const sorted = (rows: { keys: (string | number)[]; values: object }[]) =>
      rows
        .map(row => ({ keys: row.keys.map(String), values: row.values }))
        .toSorted((a, b) => a.keys.join().localeCompare(b.keys.join()))
    expect(sorted(here), by.join()).toEqual(sorted(own))
    compared += wanted.length
  }
  expect(compared).toBeGreaterThan(150)
  // Restricted data is not sent, so figures about it cannot be computed.
  expect(measureKeys.filter(key => !isKnownHere(key))).toEqual(['stunting'])
})

describe('upgrades in any order', () => upgradeTests(() => ({ trial, centre })))

test('a wrong key, a replay, a gap, a fork, a wrong clock and an unknown form change nothing', async () => {
  const { db } = trial.hub
  const before = await db.own(client => client.query('SELECT applied, hash FROM pusat.member'))
  const answer = await hubLine({
    address: trial.hub.url,
    fingerprint: trial.hub.fingerprint,
    path: '/v1/state',
    key: `${centreIdOf(centre)}.${'x'.repeat(43)}`,
  })
  expect([answer.status, answer.body]).toEqual([401, { code: 'stranger' }])

  const again = await receive(db, centreIdOf(centre), batch(1))
  expect(again.applied).toBe(Number(before.rows[0]?.applied))
  expect(await refused(batch(1, { facts: [], previous: 'ab' }))).toMatchObject({ code: 'fork' })
  const tail = batch(again.applied)
  const [fact] = tail.facts
  if (!fact) throw new Error('no fact')
  expect(await refused({ ...tail, previous: again.hash, facts: [{ ...fact, seq: again.applied + 2 }] })).toEqual({
    code: 'gap',
    applied: again.applied,
    hash: again.hash,
  })
  expect(await refused({ ...tail, facts: [{ ...fact, at: '2024-01-01T00:00:00' }] })).toMatchObject({
    code: 'fork',
    seq: again.applied,
  })
  const next = { ...fact, seq: again.applied + 1 }
  const onTop = { ...tail, previous: again.hash }
  expect(await refused({ ...onTop, facts: [{ ...next, v: 9 }] })).toMatchObject({ code: 'newer', v: 9 })
  expect(await refused({ ...onTop, facts: [{ ...next, topic: 'weather' }] })).toMatchObject({
    code: 'newer',
    topic: 'weather',
  })
  expect(await refused({ ...onTop, facts: [{ ...next, body: '{}' }] })).toMatchObject({
    code: 'invalid',
    field: 'facts.0.body',
  })
  expect(await refused(batch(1), new Date(Date.now() + 3 * 3_600_000))).toMatchObject({ code: 'clock', minutes: 180 })
  expect(await refused({ ...tail, epoch: 0 })).toMatchObject({ code: 'superseded', epoch: 1 })
  expect((await db.own(client => client.query('SELECT applied, hash FROM pusat.member'))).rows).toEqual(before.rows)
  await expectSame(centre)
})

test('a hub restored to an older state asks again from there', async () => {
  const { db } = trial.hub
  const id = centreIdOf(centre)
  await db.own(async client => {
    const { rows } = await client.query('SELECT seq, hash FROM pusat.fact WHERE centre_id = $1 AND seq = 10', [id])
    await client.query('DELETE FROM pusat.fact WHERE centre_id = $1 AND seq > 10', [id])
    for (const table of ['enrolment', 'place', 'day', 'certificate'])
      await client.query(`DELETE FROM pusat.${table} WHERE centre_id = $1 AND seq > 10`, [id])
    await client.query('UPDATE pusat.member SET applied = 10, hash = $2 WHERE centre_id = $1', [id, rows[0]?.hash])
  })
  const { sent, trouble } = await centre.client.hub.send({})
  expect(trouble).toBeNull()
  expect(sent).toBeGreaterThan(30)
  await expectSame(centre)
})

test('a centre restored to an older snapshot starts again without a silent fork; a copy is reported', async () => {
  const { client, backend } = centre
  const snapshot = await client.session.takeSnapshot({})
  // A copy of the data folder, made by hand.
  const copy = join(trial.folder, 'salinan')
  mkdirSync(copy)
  cpSync(centre.folder, join(copy, 'data'), { recursive: true })
  await addTrainees(centre, 4, 20)
  await createSampleCohort(centre, { traineeIds: [], start: '2025-05-05' }).catch(() => undefined)
  await client.instructor.save({
    id: null,
    instructor: { name: 'Instruktur Baru', nip: '', institution: '', phone: '', active: true },
  })
  await client.activity.save({
    id: null,
    activity: {
      budgetYear: 2025,
      number: 9,
      fundingSource: 'APBD',
      title: 'Hilang',
      trade: 'TB',
      budgetActivity: '',
      budgetSubActivity: '',
      accountCode: '5.1',
      budget: 5,
      plannedClasses: 1,
      plannedPeople: 16,
    },
  })
  expect((await client.hub.send({})).trouble).toBeNull()
  await client.session.restore({ snapshot: snapshot.name })
  expect(backend.workspace.read.value('SELECT epoch FROM hub_link')).toBe(2)
  expect(await client.hub.send({})).toMatchObject({ waiting: 0, trouble: null })
  // Facts sent before the restore and gone here are gone in the hub too.
  await expectSame(centre)

  const other = openCentre({ folder: copy })
  await other.client.activity.save({
    id: null,
    activity: {
      budgetYear: 2025,
      number: 8,
      fundingSource: 'APBD',
      title: 'Salinan',
      trade: 'TB',
      budgetActivity: '',
      budgetSubActivity: '',
      accountCode: '5.1',
      budget: 5,
      plannedClasses: 1,
      plannedPeople: 16,
    },
  })
  expect((await other.client.hub.send({})).trouble).toMatchObject({ code: 'superseded', epoch: 2 })
  await expectSame(centre)
  // A person declares the copy to be the right one.
  await other.client.hub.sendAgain({})
  expect(await other.client.hub.send({})).toMatchObject({ waiting: 0, trouble: null })
  await expectSame(other)
  expect((await client.hub.send({})).trouble).toMatchObject({ code: 'superseded' })
  await client.hub.sendAgain({})
  expect((await client.hub.send({})).trouble).toBeNull()
  await other.remove()
})

test('each role sees only its own rows, by row level security', async () => {
  const { db } = trial.hub
  const id = centreIdOf(centre)
  const stranger = '00000000-0000-4000-8000-0000000000aa'
  await db.own(client =>
    client.query(
      `INSERT INTO pusat.member (centre_id, key_hash, name, city, regency) VALUES ($1, 'x', 'Balai Lain', 'Serang', '3604') ON CONFLICT DO NOTHING`,
      [stranger],
    ),
  )
  const seen = (role: 'balai_reader' | 'balai_receiver', reach: string) =>
    db.as({ role, reach }, async client =>
      (await client.query('SELECT DISTINCT centre_id FROM pusat.class')).rows.map(row => row.centre_id),
    )
  expect(await seen('balai_reader', 'province')).toEqual([id])
  expect(await seen('balai_reader', 'city 3671')).toEqual([id])
  expect(await seen('balai_reader', 'city 3604')).toEqual([])
  expect(await seen('balai_reader', `centre ${id}`)).toEqual([id])
  expect(await seen('balai_reader', `centre ${stranger}`)).toEqual([])
  expect(await seen('balai_reader', '')).toEqual([])
  expect(await seen('balai_receiver', `centre ${stranger}`)).toEqual([])
  const denied = (role: 'balai_reader' | 'balai_receiver' | 'balai_public', reach: string, sql: string) =>
    expect(db.as({ role, reach }, client => client.query(sql))).rejects.toMatchObject({ code: '42501' })
  await denied('balai_reader', 'province', 'SELECT body FROM pusat.fact')
  await denied('balai_reader', 'province', 'SELECT key_hash FROM pusat.member')
  await denied('balai_reader', 'province', "UPDATE pusat.class SET title = 'x'")
  await denied('balai_reader', 'province', 'SELECT * FROM pusat.staff')
  await denied('balai_public', '', 'SELECT * FROM pusat.certificate')
  await denied(
    'balai_receiver',
    `centre ${stranger}`,
    `INSERT INTO pusat.credential VALUES ('${id}', 'k', 1, 1, 1, 'n', 'TEKNIS', '', '', '2024-01-01', '2025-01-01', 0)`,
  )
  const touched = await db.as({ role: 'balai_receiver', reach: `centre ${stranger}` }, client =>
    client.query("UPDATE pusat.class SET title = 'x'"),
  )
  expect(touched.rowCount).toBe(0)
})

test('everybody may check a certificate, ten times a minute, and learns no more than the paper shows', async () => {
  const check = async (number: string) => {
    const response = await fetchPage('/periksa', new URLSearchParams({ nomor: number }).toString())
    return { status: response.status, text: response.body }
  }
  const good = await check(numbers[0] ?? '')
  expect(good.text).toContain('<h2>SAH</h2>')
  const [{ nik, name } = { nik: '', name: '' }] = centre.backend.workspace.read.all<{ nik: string; name: string }>(
    `SELECT nik, name FROM trainee JOIN enrolment ON trainee_id = trainee.id JOIN certificate ON enrolment_id = enrolment.id WHERE number = '${numbers[0]}'`,
  )
  expect(good.text).not.toContain(nik)
  expect(good.text).not.toContain(name)
  const qr = centre.backend.workspace.read.value<string>(
    `SELECT qr_text FROM certificate WHERE number = '${numbers[0]}'`,
  )
  expect((await check(qr)).text).toContain('<h2>SAH</h2>')
  expect((await check(qr.replace('TATA', 'TATI'))).text).toContain('<h2>DIUBAH</h2>')
  expect((await check('<script>alert(1)</script>')).text).not.toContain('<script>')
  const answers = []
  for (let turn = 0; turn < 8; turn += 1) answers.push((await check('x')).status)
  expect(answers.slice(0, 6)).toEqual([200, 200, 200, 200, 200, 200])
  expect(answers.at(-1)).toBe(429)
})

test('a person trained elsewhere is found by a coded NIK, and nothing waits for an unreachable hub', async () => {
  const other = openCentre({ today: '2025-06-02' })
  await setUpAnew(other)
  const { nik } = centre.backend.workspace.read.all<{ nik: string }>(
    'SELECT nik FROM trainee JOIN enrolment ON trainee_id = trainee.id',
  )[0] ?? { nik: '' }
  expect(await other.client.hub.elsewhere({ nik })).toEqual({ asked: false, trainings: [] })
  await joinTrial(other, trial)
  // With another province key nobody is found.
  await other.client.hub.makeProvinceKey({})
  expect(await other.client.hub.elsewhere({ nik })).toEqual({ asked: true, trainings: [] })
  const { keys } = centre.backend.workspace
  other.backend.workspace.keys.put('0000b1a5', keys.get('0000b1a5') ?? Buffer.alloc(0))
  expect(await other.client.hub.elsewhere({ nik })).toMatchObject({
    asked: true,
    trainings: [{ trade: 'TR', city: 'Tangerang', outcome: expect.any(String) }],
  })
  expect(await centre.client.hub.elsewhere({ nik })).toEqual({ asked: true, trainings: [] })
  await other.remove()
})

test('staff notify a centre of an applicant who passed elsewhere; it decides and answers, and settled notices are deleted', async () => {
  const { db } = trial.hub
  const other = openCentre({ today: '2025-06-02' })
  await setUpAnew(other)
  other.backend.workspace.keys.put('0000b1a5', centre.backend.workspace.keys.get('0000b1a5') ?? Buffer.alloc(0))
  await joinTrial(other, trial)
  const everybody = await addTrainees(other, 6)
  const passed = centre.backend.workspace.read
    .all<{ nik: string }>(
      "SELECT nik FROM trainee JOIN enrolment ON trainee_id = trainee.id JOIN panel_decision ON enrolment_id = enrolment.id WHERE decision = 'passed'",
    )
    .map(row => row.nik)
  expect(passed.length).toBeGreaterThan(1)
  const registrationId = await openRegistration(other, { opens: '2025-06-01', closes: '2025-06-10', year: 2025 })
  await applyAll(other, registrationId, everybody, '2025-06-02')
  expect(await other.client.hub.send({})).toMatchObject({ trouble: null, waiting: 0 })

  const province = { role: 'balai_reader', reach: 'province' } as const
  const id = centreIdOf(other)
  const rows = await db.as(province, client => readApplications(client))
  expect(rows.map(row => row.centreId)).toEqual(passed.map(() => id))
  expect(rows[0]).toMatchObject({
    person: expect.stringMatching(/^[0-9A-F]{2}-[0-9A-F]{4}$/),
    appliesIn: 'Tangerang, Tata Rias Gelombang Desember',
    trainings: [{ trade: 'TR', outcome: 'passed' }],
    toldAt: null,
    answer: null,
  })
  const application = rows[0]?.application ?? ''
  const tell = (reach: string) =>
    db.as({ role: 'balai_reader', reach }, client => notifyCentre(client, 'Bagus Hartono', id, application))
  // Staff of another city see neither the applicant nor the class, so they cannot notify.
  expect(await db.as({ role: 'balai_reader', reach: 'city 3604' }, client => readApplications(client))).toEqual([])
  expect(await tell('city 3604')).toBe(false)
  await expect(
    db.as({ role: 'balai_reader', reach: 'city 3604' }, client =>
      client.query(
        `INSERT INTO pusat.notice (centre_id, application, person, trainings, told_by) VALUES ($1, '1', 'x', '[]', 'y')`,
        [id],
      ),
    ),
  ).rejects.toMatchObject({ code: '42501' })
  expect(await tell('province')).toBe(true)
  expect(await tell('province')).toBe(false)

  await other.client.hub.send({})
  const [notice, ...more] = await other.client.hub.notices({})
  expect(more).toEqual([])
  expect(notice).toMatchObject({ registrationId, trainings: [{ trade: 'TR' }], answer: null })
  const waiting = (await other.client.home.overview({})).openTasks.filter(task => task.kind === 'notice')
  expect(waiting).toMatchObject([
    {
      title: '1 pendaftar Tata Rias Gelombang Desember pernah lulus di balai lain',
      path: `/seleksi/${registrationId}`,
    },
  ])
  const n = notice?.n ?? 0
  const answer = { n, answer: 'allowed', reason: 'Kejuruan lanjutan, bukan yang sama' } as const
  await other.client.hub.answerNotice(answer)
  await rejectedAs(other.client.hub.answerNotice(answer), 'notice_settled')
  await rejectedAs(other.client.hub.answerNotice({ ...answer, n: n + 1 }), 'not_found')
  expect((await other.client.home.overview({})).openTasks.filter(task => task.kind === 'notice')).toEqual([])
  await other.client.hub.send({})
  const [answered] = (await db.as(province, client => readApplications(client))).filter(
    row => row.application === application,
  )
  expect(answered).toMatchObject({ toldBy: 'Bagus Hartono', answer: 'allowed' })
  // The text of the reason stays at the centre.
  const bodies = await db.own(client => client.query("SELECT body::text FROM pusat.fact WHERE topic = 'noticeAnswer'"))
  expect(bodies.rows).toEqual([{ body: '{"answer":"allowed","answeredOn":"2025-06-02"}' }])

  // After the applicant is removed, neither side knows who it was.
  const [gone] = (await other.client.registration.get({ id: registrationId })).applicants.filter(
    one => String(one.id) !== application,
  )
  await other.client.registration.removeApplicant({ applicantId: gone?.id as never })
  await other.client.hub.send({})
  const key = String(gone?.id)
  expect(
    other.backend.workspace.read.all("SELECT body FROM outbox WHERE topic = 'application' AND key = ? ORDER BY seq", [
      key,
    ]),
  ).toEqual([{ body: null }, { body: 'null' }])
  const kept = await db.own(client =>
    client.query(
      "SELECT body FROM pusat.fact WHERE topic = 'application' AND key = $2 AND centre_id = $1 AND body ->> 'person' <> ''",
      [id, key],
    ),
  )
  expect(kept.rows).toEqual([])
  expect(await keptBy(trial, 'application', ['person'], id)).toEqual(
    new Map([...latestFactsOf(other, 'application')].map(([place, body]) => [place, { person: body.person }])),
  )
  await other.remove()
})

test('an older program leaves the schema alone, and PostgreSQL runs without special rights', async () => {
  const { db, binaries } = trial.hub
  if (binaries === null) throw new Error('no PostgreSQL of our own')
  await expect(db.own(client => migrate(client, []))).rejects.toMatchObject({ code: 'hub_newer' })
  const data = statSync(join(trial.folder, 'postgresql'))
  expect(data.mode & 0o077).toBe(0)
  expect(data.uid).not.toBe(0)
})

test('compose file and systemd unit start the hub with valid options, and the health check works', async () => {
  const folder = join(import.meta.dirname, '../../build/hub')
  const compose = readFileSync(join(folder, 'compose.yaml'), 'utf8')
  const unit = readFileSync(join(folder, 'balai-pusat.service'), 'utf8')
  const options = [/command: \[(.*)\]/, /ExecStart=(.*)/].map(
    (line, index) => line.exec(index === 0 ? compose : unit)?.[1]?.match(/--\w+/g) ?? [],
  )
  for (const used of options) {
    expect(used).toContain('--data')
    for (const option of used) expect(hubCommand.usage).toContain(`${option} `)
  }
  for (const file of [compose, unit]) expect(file).toContain('PUSAT_POSTGRES')

  const script = /"(require\('node:https'\).*)"/.exec(compose)?.[1] ?? ''
  const healthy = async (port: string) => {
    const [code] = await once(spawn(process.execPath, ['-e', script.replace('7443', port)]), 'exit')
    return code
  }
  expect(await healthy(new URL(trial.hub.url).port)).toBe(0)
  expect(await healthy('1')).toBe(1)
  // systemd, if present, checks the unit itself; messages about other units are ignored.
  const verified = spawnSync('systemd-analyze', ['verify', join(folder, 'balai-pusat.service')], { encoding: 'utf8' })
  expect(verified.stderr ?? '').not.toMatch(/balai-pusat\.service:/)
})

async function fetchPage(path: string, body: string): Promise<{ status: number; body: string }> {
  const { request } = await import('node:https')
  const url = new URL(path, trial.hub.url)
  return new Promise((resolve, reject) => {
    const call = request(
      {
        hostname: '127.0.0.1',
        port: url.port,
        path,
        method: 'POST',
        rejectUnauthorized: false,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      },
      answer => {
        const parts: Buffer[] = []
        answer.on('data', part => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }))
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}
