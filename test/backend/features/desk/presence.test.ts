import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BackendClient } from '../../../../electron/backend/create-backend.ts'
import { setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { signedIn } from '../../sign-in-steps.ts'

let fixture: Fixture
let now = 0
let sari: BackendClient
let dedi: BackendClient
beforeAll(async () => {
  fixture = openFixture({ today: '2024-12-30', ticks: () => now })
  await setUp(fixture)
  fixture.setToday('2024-12-30', '08:05')
  sari = await signedIn(fixture, 'Sari', ['desk'])
  dedi = await signedIn(fixture, 'Dedi', ['desk'])
})
afterAll(() => fixture.remove())

const subject = 'peserta 7'

test('two at one page see each other by name, desk and deed, and nobody sees a page that he has not open', async () => {
  expect(await sari.desk.here({ subject, doing: 'editing' })).toEqual([])
  fixture.setToday('2024-12-30', '08:06')
  const seen = { name: 'Sari', desk: 'Meja Sari', doing: 'editing', since: '2024-12-30T08:05:00' }
  expect(await dedi.desk.here({ subject, doing: 'reading' })).toEqual([seen])
  // The name is that of the session: nobody says it of himself.
  await expect(dedi.desk.here({ subject, doing: 'reading', name: 'Sari' } as never)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
  expect(await dedi.desk.here({ subject: 'peserta 8', doing: 'reading' })).toEqual([])
  await dedi.desk.here({ subject, doing: 'left' })
  expect(await sari.desk.here({ subject, doing: 'editing' })).toEqual([])
})

test('a desk may have several records open, each with its own state', async () => {
  expect(await sari.desk.here({ subject: 'instruktur 1', doing: 'reading' })).toEqual([])
  expect(await sari.desk.here({ subject: 'cuti 4', doing: 'editing' })).toEqual([])
  expect(await dedi.desk.here({ subject: 'instruktur 1', doing: 'reading' })).toMatchObject([{ doing: 'reading' }])
  expect(await dedi.desk.here({ subject: 'cuti 4', doing: 'reading' })).toMatchObject([{ doing: 'editing' }])
  await sari.desk.here({ subject: 'cuti 4', doing: 'left' })
  expect(await dedi.desk.here({ subject: 'cuti 4', doing: 'left' })).toEqual([])
  expect(await dedi.desk.here({ subject: 'instruktur 1', doing: 'left' })).toMatchObject([{ name: 'Sari' }])
})

test('a person who leaves or sends nothing for seven seconds is not shown any more, and a locked desk is refused; continued work keeps its start', async () => {
  await dedi.desk.here({ subject, doing: 'reading' })
  await dedi.desk.here({ subject, doing: 'left' })
  expect(await sari.desk.here({ subject, doing: 'editing' })).toEqual([])
  now += 6000
  expect(await dedi.desk.here({ subject, doing: 'reading' })).toMatchObject([
    { name: 'Sari', since: '2024-12-30T08:05:00' },
  ])
  now += 2000
  expect(await dedi.desk.here({ subject, doing: 'reading' })).toEqual([])
  await sari.access.lock({})
  await rejectedAs(sari.desk.here({ subject, doing: 'editing' }), 'desk_locked')
})
