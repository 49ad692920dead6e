import { isContractProcedure } from '@orpc/contract'
import { ORPCError } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { operationRights } from '../../../../build/roles-docs.ts'
import type { BackendClient } from '../../../../electron/backend/create-backend.ts'
import { ownRules } from '../../../../electron/backend/dispatch/own-reach.ts'
import { contract } from '../../../../shared/contract.ts'
import { roles } from '../../../../shared/features/access/roles.ts'
import { byName, everybody as noFilter } from '../../../../shared/features/trainee/trainee-filter.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { sampleActivity } from '../../cohort-steps.ts'
import { contractInputs } from '../../contract-inputs.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { signedIn } from '../../sign-in-steps.ts'

// What each role sees of people: every reading operation is called on a centre that has some data of every kind.

let fixture: Fixture
let inputs: Record<string, Record<string, unknown>>
let names: string[]
let numbers: string[]
beforeAll(async () => {
  fixture = openFixture()
  inputs = (await contractInputs(fixture)) as never
  const { read } = fixture.backend.workspace
  names = read.values<string>('SELECT DISTINCT name FROM trainee')
  numbers = read.values<string>("SELECT nik FROM trainee UNION SELECT family_card FROM trainee WHERE family_card <> ''")
})
afterAll(() => fixture.remove())

const rights = operationRights()
/** The operations that read only. Those that run programs, restore or end something are left out. */
const reading = rights.filter(({ name }) => {
  const [feature = '', operation = ''] = name.split('.')
  const procedure = (contract as Record<string, Record<string, unknown>>)[feature]?.[operation]
  if (!isContractProcedure(procedure)) throw new Error(name)
  const { kind } = procedure['~orpc'].meta as { kind: string }
  return (
    kind === 'query' ||
    /^(certificate|registration|attendance|folder|scan|provision)\.(open|preview|nameSample|makePaper|picture)/.test(
      name,
    )
  )
})

type Answer = { name: string; text: string; code: string }

/** Calls every reading operation with its valid input as a person with that role. */
async function readAll(client: BackendClient): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const { name } of reading) {
    const [feature = '', operation = ''] = name.split('.')
    const call = (client as never as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[feature]?.[
      operation
    ]
    try {
      const answer = await call?.(inputs[feature]?.[operation])
      answers.push({
        name,
        text: JSON.stringify(answer, (_, value) => (value instanceof Blob ? 'BERKAS' : value)) ?? '',
        code: 'ok',
      })
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error
      answers.push({ name, text: '', code: (error.data as { code?: string } | undefined)?.code ?? error.code })
    }
  }
  expect(answers.filter(({ code }) => code === 'UNEXPECTED')).toEqual([])
  return answers
}

const telling = (answers: readonly Answer[], words: readonly string[]) =>
  answers.filter(({ text }) => words.some(word => text.includes(word))).map(({ name }) => name)

test('every operation limited to own classes names a class in its input, or says how it limits itself', () => {
  const open = rights.filter(({ name, rights: row }) => {
    const [feature = '', operation = ''] = name.split('.')
    const procedure = (contract as Record<string, Record<string, unknown>>)[feature]?.[operation]
    if (!isContractProcedure(procedure)) throw new Error(name)
    const shape = (procedure['~orpc'].inputSchema as unknown as z.ZodObject).shape ?? {}
    const names = ['code', 'traineeId', 'enrolmentId'].some(key => key in shape)
    return row.instructor === 'kelasnya' && !names && !(name in ownRules)
  })
  expect(open.map(({ name }) => name)).toEqual([])
})

describe('an instructor', () => {
  test('without a class sees nobody in any operation', async () => {
    const client = await signedIn(fixture, 'Rina Marlina', ['instructor'])
    const answers = await readAll(client)
    expect(telling(answers, [...names, ...numbers])).toEqual([])
    expect(answers.filter(({ code }) => code === 'not_own_class').length).toBeGreaterThan(20)
    expect(await client.trainee.list({ ...everybody, limit: 50, offset: 0 })).toEqual({ rows: [], total: 0 })
  })

  test('sees and writes only the own classes, without NIK', async () => {
    const { read } = fixture.backend.workspace
    const row = read.get<{ instructorId: InstructorId; code: string }>(
      'SELECT instructor_id AS instructorId, code FROM teaching JOIN cohort_day ON cohort_day.id = day_id JOIN cohort ON cohort.id = cohort_id LIMIT 1',
    )
    if (!row) throw new Error('nobody teaches')
    const client = await signedIn(fixture, 'Hendra Wijaya', ['instructor'])
    const id = (await fixture.client.access.people({})).find(({ name }) => name === 'Hendra Wijaya')?.id
    if (id === undefined) throw new Error('nobody')
    const person = {
      name: 'Hendra Wijaya',
      nip: '',
      roles: ['instructor' as const],
      instructorId: row.instructorId,
      validUntil: null,
    }
    await fixture.client.access.save({ id, person })
    const own = await client.cohort.list({})
    const codes = read.values<string>(
      'SELECT DISTINCT code FROM teaching JOIN cohort_day ON cohort_day.id = day_id JOIN cohort ON cohort.id = cohort_id WHERE instructor_id = ?',
      [row.instructorId],
    )
    expect(own.map(({ code }) => code).sort()).toEqual(codes.sort())
    expect((await client.cohort.trainees({ code: row.code })).length).toBeGreaterThan(0)
    const { rows, total } = await client.trainee.list({ ...everybody, limit: 500, offset: 0 })
    expect(rows.length).toBe(total)
    const [first] = rows
    if (!first) throw new Error('nobody is in the class')
    expect((await client.trainee.get({ id: first.id })).nik).toMatch(/^\d{6}\*{6}\d{4}$/)
    expect(telling(await readAll(client), numbers)).toEqual([])
    expect((await client.instructor.list({})).map(one => one.id)).toEqual([row.instructorId])
    const papers = await client.book.list({ search: '', kind: null, limit: 100, offset: 0 })
    expect(papers.rows.every(({ code }) => code !== null && codes.includes(code))).toBe(true)
    expect(papers.total).toBe(
      read
        .values<string>(
          'SELECT code FROM certificate JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort ON cohort.id = cohort_id',
        )
        .filter(code => codes.includes(code)).length,
    )
    const other = read.values<string>('SELECT code FROM cohort').find(code => !codes.includes(code))
    if (other === undefined) throw new Error('no other class')
    await rejectedAs(client.attendance.grid({ code: other }), 'not_own_class')
    for (const { number, code } of read.all<{ number: string; code: string }>(
      'SELECT certificate.number, code FROM certificate JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort ON cohort.id = cohort_id',
    )) {
      const opened = client.book.history({ number })
      if (codes.includes(code)) expect(await opened).toMatchObject({ number, code })
      else await rejectedAs(opened, 'not_own_class')
    }
    await rejectedAs(client.attendance.fillDay({ code: other, n: 1, exceptions: [] }), 'not_own_class')
  })
})

test('budgets, rates and payments are shown only to roles that see money', async () => {
  const draft = {
    ...sampleActivity,
    number: 9,
    title: 'Pelatihan tata boga',
    fundingSource: 'APBD' as const,
    budget: 731_234_500,
  }
  const incentive = { ...draft, number: 10, title: 'Pelatihan las', fundingSource: 'DIF_STUNTING' as const }
  const { client } = fixture
  await client.activity.save({ id: null, activity: incentive })
  const { id: activityId } = await client.activity.save({ id: null, activity: draft })
  const paid = { date: '2025-01-08' as const, description: 'Bahan', amount: 311_234_500, evidence: 'SP2D-9' }
  await client.activity.saveSpending({ activityId, spending: paid })
  const given = inputs.provision as { ofCohort: { code: string } }
  await client.provision.saveRate({ code: given.ofCohort.code, kind: 'MEAL', level: 'cohort', amount: 71_234 })
  // The amounts are odd, so that sums of them can be recognised by their digits.
  const tells = (answers: readonly Answer[]) =>
    answers.filter(({ text }) => /\d\.?234\.?500\b|\d\.?469\.?000\b|\b71\.?234\b/.test(text)).map(({ name }) => name)
  const shown = tells(await readAll(await signedIn(fixture, 'Bagus Bendahara', ['treasurer'])))
  expect(shown).toEqual(expect.arrayContaining(['home.overview', 'activity.list', 'provision.ofCohort', 'report.year']))
  for (const role of ['desk', 'instructor', 'admin'] as const) {
    const one = await signedIn(fixture, `Tanpa dana ${role}`, [role])
    expect([role, tells(await readAll(one))]).toEqual([role, []])
  }

  const desk = await signedIn(fixture, 'Dewi tanpa dana', ['desk'])
  const period = { from: '2025-01-01' as const, to: '2025-12-31' as const }
  const input = { key: 'realisasi-dana' as const, period, fundingSource: null }
  await rejectedAs(desk.report.get(input), 'money_hidden')
  await rejectedAs(desk.report.file({ ...input, format: 'xlsx', size: null }), 'money_hidden')
  const choice = { measure: 'budget', rows: 'source', columns: null, period, filters: {}, cell: 'count' } as const
  await rejectedAs(desk.report.own({ choice }), 'money_hidden')
  await rejectedAs(desk.report.ownFile({ name: 'Pagu', choice, format: 'csv' }), 'money_hidden')
  expect((await desk.report.list({})).map(({ key }) => key)).not.toContain('realisasi-dana')
  expect((await client.report.get(input)).key).toBe('realisasi-dana')
})

test('an inspector reads everything without names, numbers, addresses and files of people', async () => {
  const client = await signedIn(fixture, 'Anton Wibowo', ['inspector'])
  const answers = await readAll(client)
  expect(telling(answers, [...names, ...numbers])).toEqual([])
  // Files and pictures about people must be masked; those of the office itself are for everybody.
  const masked = rights.filter(({ rights: row }) => row.inspector === 'samaran').map(({ name }) => name)
  const handed = telling(answers, ['BERKAS', 'data:image']).filter(name => masked.includes(name))
  expect(handed).toEqual([])
  expect(answers.filter(({ code }) => code === 'ok').length).toBeGreaterThan(40)
  const [typed = ''] = names
  expect(await client.trainee.list({ ...everybody, search: typed, limit: 5, offset: 0 })).toMatchObject({
    total: (await fixture.client.trainee.list({ ...everybody, limit: 1, offset: 0 })).total,
  })
})

test('roles without access to NIK read none in full; Admin finds nobody at all', async () => {
  expect(telling(await readAll(await signedIn(fixture, 'Surya Pratama', ['head'])), numbers)).toEqual([])
  const admin = await signedIn(fixture, 'Nita Kurnia', ['admin'])
  expect(telling(await readAll(admin), [...names, ...numbers])).toEqual([])
  const [name = ''] = names
  expect((await admin.home.search({ text: name })).hits).toEqual([])
})

test.each(roles)('%s is refused every operation that the table of roles does not grant', async role => {
  const client = await signedIn(fixture, `Yang ${role}`, [role])
  const refused = rights.filter(({ rights: row }) => row[role] === '–')
  expect(refused.length).toBeGreaterThan(20)
  const before = fixture.backend.workspace.read.value<number>('SELECT count(*) FROM audit')
  const others: string[] = []
  for (const { name } of refused) {
    const code = await codeOf(client, name)
    if (code !== 'not_allowed') others.push(`${name}: ${code}`)
  }
  expect(others).toEqual([])
  expect(fixture.backend.workspace.read.value<number>('SELECT count(*) FROM audit')).toBe(before)
})

/** Operations that end the session or the program, and one that is refused because of the act it approves. */
const beside = new Set(['session.restore', 'session.goOn', 'access.approveHere'])
const queries = new Set(reading.map(({ name }) => name))

test.each(roles)(
  '%s may run every writing operation that the table grants: it may fail, but never because of the role',
  async role => {
    const client = await signedIn(fixture, `Boleh ${role}`, [role])
    const allowed = rights.filter(
      ({ name, group, rights: row }) =>
        row[role] !== '–' && group !== 'open' && !queries.has(name) && !beside.has(name),
    )
    expect(allowed.length).toBeGreaterThan(10)
    const forbidden: string[] = []
    for (const { name, rights: row } of allowed) {
      const code = await codeOf(client, name, impossible)
      // 'not_own_class' depends on the class and is tested above.
      if (code === 'not_allowed' || (code === 'not_own_class' && row[role] !== 'kelasnya'))
        forbidden.push(`${name}: ${code}`)
    }
    expect(forbidden).toEqual([])
  },
)

/** A valid input about rows that do not exist, so that an allowed operation changes nothing. */
function impossible(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map(one => impossible(one, key))
  if (typeof value === 'object' && value !== null && !(value instanceof Blob) && !(value instanceof Date))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, impossible(inner, name)]))
  if (typeof value === 'number' && /^id$|Id$/.test(key)) return 987_654_321
  return key === 'code' && typeof value === 'string' ? 'TR-2099-99' : value
}

async function codeOf(client: BackendClient, name: string, change = (input: unknown) => input): Promise<string> {
  const [feature = '', operation = ''] = name.split('.')
  const operations = (client as never as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[feature]
  try {
    const answer = await operations?.[operation]?.(change(inputs[feature]?.[operation]))
    // A stream is refused at its first answer.
    if (answer && typeof answer === 'object' && 'next' in answer) await (answer as AsyncIterator<unknown>).next()
    return 'ok'
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    return (error.data as { code?: string } | undefined)?.code ?? error.code
  }
}

const everybody = { search: '', filter: noFilter, order: byName }
