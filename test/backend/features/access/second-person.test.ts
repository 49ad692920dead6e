import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { operationRights } from '../../../../build/roles-docs.ts'
import type { BackendClient } from '../../../../electron/backend/create-backend.ts'
import { Desk } from '../../../../electron/backend/desk.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import { secondPersonRules } from '../../../../shared/features/access/second-person.ts'
import { type ApprovalRequestId, type OperatorId, traineeId } from '../../../../shared/ids.ts'
import { addInstructor, addTrainees, createSampleCohort, holdDays, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { addAccount, clientAt, password } from '../../sign-in-steps.ts'

// The same acts in a centre with a single person are tested with the acts themselves.

const reason = 'Diminta orangnya lewat surat'
let fixture: Fixture
let sari: BackendClient
let surya: BackendClient
let ids: { surya: OperatorId; sari: OperatorId; dimas: OperatorId }
beforeEach(async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
  ids = {
    sari: await addAccount(fixture, 'Sari Oktaviani', ['training']),
    surya: await addAccount(fixture, 'Surya Pratama', ['head']),
    dimas: await addAccount(fixture, 'Dimas Prakoso', ['desk']),
  }
  sari = await at('R. Pelatihan', ids.sari)
  surya = await at('R. Kepala', ids.surya)
})
afterEach(() => fixture.remove())

async function at(place: string, id: OperatorId): Promise<BackendClient> {
  const client = clientAt(fixture, new Desk(place, silentHost))
  await client.access.signIn({ id, secret: password })
  return client
}

async function confirmed(client: BackendClient): Promise<BackendClient> {
  await client.access.confirm({ secret: password })
  return client
}

const somebody = async () => (await addTrainees(fixture, 1))[0] ?? failed()
const isNamed = async (id: number) => (await fixture.client.trainee.get({ id: traineeId.parse(id) })).state
const lastActs = (operation: string) => fixture.audit().filter(row => row.operation === operation)

function failed(): never {
  throw new Error('nobody')
}

async function closedDay(): Promise<string> {
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 2) })
  fixture.setToday('2024-12-16')
  await holdDays(fixture, code, { until: 1 })
  fixture.setToday('2024-12-16', '11:00')
  return code
}

test('the operations marked in the contract and the rules agree, each in its own group', () => {
  const marked = operationRights().filter(({ second }) => second !== undefined)
  expect(marked.map(({ second }) => second).sort()).toEqual(Object.keys(secondPersonRules).sort())
  for (const { second, group } of marked) expect(secondPersonRules[second ?? failed()].group).toBe(group)
})

describe('an act of two people', () => {
  test('is refused to one person with any role, and says who must approve', async () => {
    const id = await somebody()
    const refused = await domainErrorOf(sari.rights.anonymise({ ids: [id], reason }))
    expect(refused).toMatchObject({
      code: 'second_person_needed',
      operation: 'rights.anonymise',
      roles: ['head'],
      approvers: [{ id: ids.surya, name: 'Surya Pratama', kind: 'PASSWORD' }, { name: 'Wulan Sari' }],
    })
    // Even the process that holds the data folder, acting as the person with all roles, cannot do it alone.
    await rejectedAs(fixture.client.rights.anonymise({ ids: [id], reason }), 'second_person_needed')
    expect(await isNamed(id)).not.toBe('ANONYMOUS')
  })

  test('waits on the page of those who may approve, is approved there, and can be withdrawn for three days', async () => {
    const id = await somebody()
    const request = await sari.access.ask({ operation: 'rights.anonymise', input: { ids: [id], reason }, reason })
    expect(request.approvers).toEqual(['Surya Pratama', 'Wulan Sari'])
    expect(await sari.access.requests({})).toMatchObject([{ own: true, mayDecide: false, state: 'WAITING' }])
    await rejectedAs((await confirmed(sari)).access.approve({ id: request.id }), 'own_request')
    const dimas = await at('Loket 1', ids.dimas)
    expect(await dimas.access.requests({})).toEqual([])
    await rejectedAs((await confirmed(dimas)).access.approve({ id: request.id }), 'not_approver')
    expect(await surya.access.requests({})).toMatchObject([
      { label: 'Hapus data orang', askedBy: 'Sari Oktaviani', reason, mayDecide: true },
    ])
    await rejectedAs(surya.access.approve({ id: request.id }), 'confirm_needed')
    expect(await (await confirmed(surya)).access.approve({ id: request.id })).toMatchObject({
      dueAt: '2024-12-13T08:00:00',
    })
    expect(await fixture.client.access.carryOutDue({})).toEqual({ done: 0, failed: 0 })
    expect(await isNamed(id)).not.toBe('ANONYMOUS')
    await sari.access.withdraw({ id: request.id })
    fixture.setToday('2024-12-14')
    await fixture.client.access.carryOutDue({})
    expect(await isNamed(id)).not.toBe('ANONYMOUS')
    await rejectedAs((await confirmed(surya)).access.approve({ id: request.id }), 'request_settled')
  })

  test('is carried out by the program on its day, in the name of both; an act that became impossible says why', async () => {
    const [one, two] = await addTrainees(fixture, 2)
    if (one === undefined || two === undefined) throw new Error('nobody')
    for (const id of [one, two]) {
      const request = await sari.access.ask({ operation: 'rights.anonymise', input: { ids: [id], reason }, reason })
      await (await confirmed(surya)).access.approve({ id: request.id })
    }
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    await createSampleCohort(fixture, { instructorId, traineeIds: [two] })
    fixture.setToday('2024-12-13', '09:00')
    await fixture.backend.keepUp()
    expect(await isNamed(one)).toBe('ANONYMOUS')
    expect(await isNamed(two)).not.toBe('ANONYMOUS')
    const states = (await sari.access.requests({})).map(({ state, note }) => [state, note !== ''])
    expect(states).toEqual([
      ['FAILED', true],
      ['DONE', false],
    ])
    const acts = lastActs('rights.anonymise')
    expect(new Set(acts.map(row => row.operator))).toEqual(new Set(['Sari Oktaviani']))
    expect(acts.find(row => row.entity === 'approval')?.after).toContain('"approvedBy":"Surya Pratama"')
    const shown = await fixture.client.history.acts({ ...noFilter, limit: 5 })
    expect(shown.find(({ operation }) => operation === 'rights.anonymise')).toMatchObject({
      operator: 'Sari Oktaviani',
      approvedBy: 'Surya Pratama',
    })
  })

  test('is approved on the same screen with the other’s password, at once; a wrong one is counted and nothing is kept', async () => {
    const code = await closedDay()
    const dimas = await at('Loket 1', ids.dimas)
    const input = { code, n: 1, reason: 'Tanda Siti tertukar dengan Ani' }
    await rejectedAs(dimas.attendance.reopenDay(input), 'second_person_needed')
    const request = { operation: 'attendance.reopenDay', input, reason: input.reason, approver: ids.sari }
    await rejectedAs(dimas.access.approveHere({ ...request, approver: ids.dimas, secret: password }), 'own_request')
    await rejectedAs(dimas.access.approveHere({ ...request, approver: ids.surya, secret: password }), 'not_approver')
    await rejectedAs(dimas.access.approveHere({ ...request, secret: 'bukan sandinya' }), 'secret_wrong')
    expect(await dimas.access.requests({})).toEqual([])
    await dimas.access.approveHere({ ...request, secret: password })
    const [day] = (await dimas.attendance.grid({ code })).days
    expect(day?.closed).toBeNull()
    const [reopened] = lastActs('attendance.reopenDay')
    expect(reopened).toMatchObject({ operator: 'Dimas Prakoso', entity: 'cohort_day' })
    expect(await dimas.access.requests({})).toMatchObject([{ state: 'DONE', decidedBy: 'Sari Oktaviani' }])
  })

  test('is rejected with a reason, expires after seven days, and can be requested only where needed', async () => {
    const id = await somebody()
    const ask = () => sari.access.ask({ operation: 'rights.anonymise', input: { ids: [id], reason }, reason })
    const first = await ask()
    await rejectedAs(sari.access.reject({ id: first.id, reason }), 'own_request')
    await surya.access.reject({ id: first.id, reason: 'Lampirkan suratnya dulu' })
    expect(await sari.access.requests({})).toMatchObject([{ state: 'REJECTED', note: 'Lampirkan suratnya dulu' }])
    await rejectedAs((await confirmed(surya)).access.approve({ id: first.id }), 'request_settled')
    const second = await ask()
    fixture.setToday('2024-12-18')
    expect((await sari.access.requests({}))[0]).toMatchObject({ state: 'EXPIRED', mayWithdraw: false })
    await rejectedAs((await confirmed(surya)).access.approve({ id: second.id }), 'request_settled')
    for (const operation of ['trainee.get', 'attendance.closeDay', 'tidak.ada', 'constructor'])
      await rejectedAs(sari.access.ask({ operation, input: { id }, reason }), 'no_second_person')
    await rejectedAs(sari.access.ask({ operation: 'rights.anonymise', input: { ids: [] }, reason }), 'no_second_person')
    await rejectedAs(sari.access.withdraw({ id: 99 as ApprovalRequestId }), 'not_found')
  })

  test('depends on the requesting person: without the role, or out of service, nothing is carried out', async () => {
    const id = await somebody()
    const request = await sari.access.ask({ operation: 'rights.anonymise', input: { ids: [id], reason }, reason })
    await (await confirmed(surya)).access.approve({ id: request.id })
    await fixture.client.access.save({
      id: ids.sari,
      person: { name: 'Sari Oktaviani', nip: '', roles: ['desk'], instructorId: null, validUntil: null },
    })
    fixture.setToday('2024-12-13', '09:00')
    expect(await fixture.client.access.carryOutDue({})).toEqual({ done: 0, failed: 1 })
    expect(await isNamed(id)).not.toBe('ANONYMOUS')
  })
})

test('a closed day: the own closing can be undone for two minutes; without another person a reason is enough', async () => {
  const code = await closedDay()
  const reopen = (client: BackendClient) =>
    client.attendance.reopenDay({ code, n: 1, reason: 'Salah menutup hari ini' })
  const closer = (await fixture.client.attendance.grid({ code })).days[0]?.instructors[0]?.id ?? failed()
  expect(await domainErrorOf(reopen(sari))).toMatchObject({
    roles: ['training', 'head'],
    approvers: [{ name: 'Surya Pratama' }, { name: 'Wulan Sari' }],
  })
  await fixture.client.access.disable({ id: ids.surya })
  const wulan = (await fixture.client.access.people({})).find(({ name }) => name === 'Wulan Sari')?.id ?? failed()
  const nita = await addAccount(fixture, 'Nita Kurnia', ['admin'])
  await (await at('PC utama', nita)).access.disable({ id: wulan })
  await reopen(sari)
  await sari.attendance.closeDay({ code, n: 1, instructorId: closer, teaching: false })
  await (await at('PC utama', nita)).access.enable({ id: wulan })
  fixture.setToday('2024-12-16', '11:01')
  await reopen(sari)
  await sari.attendance.closeDay({ code, n: 1, instructorId: closer, teaching: false })
  fixture.setToday('2024-12-16', '11:04')
  await rejectedAs(reopen(sari), 'second_person_needed')
  // The centre can turn the second person off.
  const { rules } = await fixture.client.centre.get({})
  await fixture.client.centre.updateRules({ ...rules, reopenByTwo: false })
  await reopen(sari)
})

test('making somebody Admin needs two people', async () => {
  const person = { name: 'Dimas Prakoso', nip: '', instructorId: null, validUntil: null }
  const save = (roles: ('desk' | 'admin')[]) =>
    fixture.client.access.save({ id: ids.dimas, person: { ...person, roles } })
  await save(['desk'])
  expect(await domainErrorOf(save(['admin']))).toMatchObject({ approvers: [{ name: 'Surya Pratama' }] })
})

const noFilter = { text: '', traineeId: null, operator: null, from: null, until: null, chip: 'all' } as const

test('the Kepala sees that somebody else restored data, until he confirms it', async () => {
  const { name } = await fixture.client.session.takeSnapshot({})
  await somebody()
  expect(await surya.backup.putBack({})).toEqual([])
  await fixture.client.session.restore({ snapshot: name })
  const [notice, ...others] = await surya.backup.putBack({})
  expect(notice).toMatchObject({
    operator: 'Wulan Sari',
    kind: 'snapshot',
    madeAt: expect.stringContaining('2024-12-10'),
  })
  expect(notice?.lost).toBeGreaterThan(0)
  expect(others).toEqual([])
  await rejectedAs(sari.backup.putBack({}), 'not_allowed')
  expect(await fixture.client.backup.putBack({})).toEqual([])
  const acts = await surya.history.acts({ limit: 5 })
  expect(acts[0]).toMatchObject({ operation: 'session.restore', operator: 'Wulan Sari' })
  await rejectedAs(surya.backup.knowPutBack({ id: (notice?.id ?? 0) - 1 }), 'not_found')
  await surya.backup.knowPutBack({ id: notice?.id ?? 0 })
  expect(await surya.backup.putBack({})).toEqual([])
  expect(lastActs('backup.knowPutBack')).toMatchObject([{ operator: 'Surya Pratama' }])
})
