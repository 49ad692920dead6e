import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BackendClient } from '../../../../electron/backend/create-backend.ts'
import { Desk } from '../../../../electron/backend/desk.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import { setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { addAccount, clientAt, password, signedIn } from '../../sign-in-steps.ts'

let fixture: Fixture
let admin: BackendClient
beforeEach(async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
  admin = await signedIn(fixture, 'Nita Kurnia', ['admin'])
})
afterEach(() => fixture.remove())

const person = { name: 'Dimas Prakoso', nip: '', roles: ['desk' as const], instructorId: null, validUntil: null }

describe('people and their roles', () => {
  test('a new person gets a one-time password, changes it, and then works', async () => {
    const { id } = await admin.access.save({ id: null, person })
    const once = await admin.access.giveTemporarySecret({ id })
    expect(once).toMatchObject({ kind: 'PASSWORD', until: '2024-12-11T08:00:00' })
    const desk = clientAt(fixture, new Desk('Loket 1', silentHost))
    await desk.access.signIn({ id, secret: once.secret })
    expect((await desk.session.status({})).mustChange).toBe(true)
    await rejectedAs(desk.home.overview({}), 'secret_must_change')
    await desk.access.changeSecret({ current: once.secret, next: { kind: 'PASSWORD', secret: password } })
    await desk.home.overview({})
    const row = (await admin.access.people({})).find(one => one.id === id)
    expect(row).toMatchObject({ here: 'Loket 1', kind: 'PASSWORD', lastSignIn: { desk: 'Loket 1' } })
  })

  test('a replacement for a forgotten password is valid for half an hour', async () => {
    const id = await addAccount(fixture, 'Dimas Prakoso', ['desk'])
    const { secret, until } = await admin.access.giveTemporarySecret({ id })
    expect(until).toBe('2024-12-10T08:30:00')
    fixture.setToday('2024-12-10', '08:31')
    const desk = clientAt(fixture, new Desk('Loket 1', silentHost))
    await rejectedAs(desk.access.signIn({ id, secret }), 'once_over')
  })

  test('the history holds nothing of a password', async () => {
    const { id } = await admin.access.save({ id: null, person })
    const { secret } = await admin.access.giveTemporarySecret({ id })
    const written = JSON.stringify(fixture.audit())
    expect(written).not.toContain(secret)
    expect(written).not.toContain(password)
    expect(written).not.toContain('scrypt$')
  })

  test('roles that would audit themselves are refused, and so is a taken name', async () => {
    await rejectedAs(
      admin.access.save({ id: null, person: { ...person, roles: ['treasurer', 'training'] } }),
      'roles_conflict',
    )
    await admin.access.save({ id: null, person })
    await rejectedAs(admin.access.save({ id: null, person }), 'name_taken')
  })

  test('the last Admin stays, and nobody can remove their own right', async () => {
    const people = await admin.access.people({})
    const [nita, wulan] = ['Nita Kurnia', 'Wulan Sari'].map(
      name => people.find(row => row.name === name)?.id ?? failed(),
    )
    if (!nita || !wulan) throw new Error('somebody is missing')
    await rejectedAs(admin.access.disable({ id: nita }), 'own_account')
    await rejectedAs(admin.access.giveTemporarySecret({ id: nita }), 'own_account')
    await admin.access.disable({ id: wulan })
    await rejectedAs(fixture.client.access.disable({ id: nita }), 'last_admin')
    const last = { name: 'Nita Kurnia', nip: '', roles: ['desk' as const], instructorId: null, validUntil: null }
    await rejectedAs(fixture.client.access.save({ id: nita, person: last }), 'last_admin')
  })

  test('the schema enforces it too: the last Admin, an inspector who is nothing else, people who are never deleted', async () => {
    const id = await addAccount(fixture, 'Anton Wibowo', ['inspector'])
    await fixture.backend.close()
    const raw = fixture.rawDatabase()
    expect(() => raw.prepare('DELETE FROM operator').run()).toThrow('operator_stays')
    expect(() => raw.prepare("INSERT INTO operator_role VALUES (?, 'desk')").run(id)).toThrow('inspector_alone')
    expect(() => raw.prepare("DELETE FROM operator_role WHERE role = 'admin'").run()).toThrow('last_admin')
    expect(() => raw.prepare("UPDATE operator SET disabled_at = 'x', disabled_by = 'x'").run()).toThrow('last_admin')
    raw.close()
    await fixture.reopen()
  })
})

function failed(): never {
  throw new Error('nobody of that name')
}

describe('the dispatcher', () => {
  test('refuses what a role may not do, and says who may', async () => {
    await signedIn(fixture, 'Sari Oktaviani', ['training'])
    const desk = await signedIn(fixture, 'Dimas Prakoso', ['desk'])
    expect(
      await domainErrorOf(
        desk.program.saveRoom({ id: null, room: { name: 'R', capacity: 1, note: '', active: true } }),
      ),
    ).toMatchObject({
      code: 'not_allowed',
      label: 'Menyimpan ruang',
      roles: ['training', 'admin'],
      holders: ['Nita Kurnia', 'Sari Oktaviani', 'Wulan Sari'],
    })
    expect(await domainErrorOf(admin.trainee.list({ search: '', limit: 1, offset: 0 }))).toMatchObject({
      code: 'not_allowed',
      group: 'trainee.see',
    })
    await desk.trainee.list({ search: '', limit: 1, offset: 0 })
  })
})
