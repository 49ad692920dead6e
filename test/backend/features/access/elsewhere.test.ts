import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BackendClient } from '../../../../electron/backend/create-backend.ts'
import { Desk } from '../../../../electron/backend/desk.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import { mainDesk } from '../../../../shared/features/desk/main-desk.ts'
import type { OperatorId } from '../../../../shared/ids.ts'
import { setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { addAccount, clientAt, password } from '../../sign-in-steps.ts'

let fixture: Fixture
let minutes = 0
let dimas: OperatorId
let first: BackendClient
let second: BackendClient
beforeEach(async () => {
  minutes = 0
  fixture = openFixture({ today: '2024-12-10', ticks: () => minutes * 60_000 })
  await setUp(fixture)
  dimas = await addAccount(fixture, 'Dimas Prakoso', ['desk'])
  first = clientAt(fixture, new Desk('Loket 1', silentHost))
  second = clientAt(fixture, new Desk('Loket 2', silentHost))
})
afterEach(() => fixture.remove())

const enter = (at: BackendClient, id = dimas) => at.access.signIn({ id, secret: password })
const elsewhere = async (at: BackendClient) => (await at.session.status({})).elsewhere

test('both desks of one person name the other and since when; unlocking does not change the time', async () => {
  await enter(first)
  expect(await elsewhere(first)).toEqual([])
  fixture.setToday('2024-12-10', '10:31')
  await enter(second)
  expect(await elsewhere(first)).toEqual([{ desk: 'Loket 2', since: '2024-12-10T10:31' }])
  expect(await elsewhere(second)).toEqual([{ desk: 'Loket 1', since: '2024-12-10T08:00' }])
  fixture.setToday('2024-12-10', '11:00')
  await second.access.lock({})
  expect(await elsewhere(first)).toEqual([])
  await enter(second)
  expect(await elsewhere(first)).toEqual([{ desk: 'Loket 2', since: '2024-12-10T10:31' }])
})

test('another person is not named, nor a desk that has been left without locking', async () => {
  const rina = await addAccount(fixture, 'Rina Marlina', ['desk'])
  await enter(first)
  await enter(second, rina)
  expect(await elsewhere(first)).toEqual([])
  await enter(second)
  minutes = 10
  await first.home.overview({})
  expect(await elsewhere(first)).toEqual([{ desk: 'Loket 2', since: '2024-12-10T08:00' }])
  minutes = 16
  expect(await elsewhere(first)).toEqual([])
})

test('a person ends the own session at another desk; the history names both desks', async () => {
  await enter(first)
  await enter(second)
  await first.access.signOutElsewhere({ desk: 'Loket 2' })
  expect((await second.session.status({})).operator).toBeNull()
  await rejectedAs(second.home.overview({}), 'sign_in_needed')
  expect((await first.session.status({})).operator?.name).toBe('Dimas Prakoso')
  expect(await elsewhere(first)).toEqual([])
  const act = fixture.audit().at(-1)
  expect(act).toMatchObject({ operator: 'Dimas Prakoso', operation: 'access.signOutElsewhere', entity: 'operator' })
  expect(act).toMatchObject({ desk: 'Loket 1', entity_id: String(dimas), after: '{"signedOut":"Loket 2"}' })
})

test('the main computer is locked instead, because its forms are only in its page', async () => {
  const main = clientAt(fixture, new Desk(mainDesk, silentHost))
  await enter(first)
  await enter(main)
  await first.access.signOutElsewhere({ desk: mainDesk })
  await rejectedAs(main.home.overview({}), 'desk_locked')
  expect((await main.session.status({})).operator?.name).toBe('Dimas Prakoso')
  expect(await elsewhere(first)).toEqual([])
  await enter(main)
  expect((await main.session.status({})).lockedAt).toBeNull()
})

test('nobody ends the session of another person', async () => {
  const rina = await addAccount(fixture, 'Rina Marlina', ['desk'])
  await enter(first)
  await enter(second, rina)
  const rows = fixture.audit().length
  await first.access.signOutElsewhere({ desk: 'Loket 2' })
  expect((await second.session.status({})).operator?.name).toBe('Rina Marlina')
  expect(fixture.audit()).toHaveLength(rows)
})
