import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { snapshotsToKeep } from '../../../electron/backend/database/snapshot.ts'
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'

let fixture: Fixture
beforeEach(() => {
  fixture = openFixture({ today: '2024-12-10' })
})
afterEach(() => fixture.remove())

function snapshots(): string[] {
  const folder = join(fixture.folder, 'cadangan')
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

async function change(note: string): Promise<void> {
  const [room] = await fixture.client.program.rooms({})
  if (!room) throw new Error('no room')
  const { id, ...draft } = room
  await fixture.client.program.saveRoom({ id, room: { ...draft, note } })
}

test('closing takes a snapshot when something changed, and none when nothing did', async () => {
  await fixture.reopen()
  expect(snapshots()).toEqual([])
  await setUp(fixture)
  await fixture.reopen()
  expect(snapshots()).toEqual(['balai-2024-12-10T08-00-00.db'])
  fixture.setToday('2024-12-10', '09:30')
  await fixture.client.home.overview({})
  await fixture.reopen()
  expect(snapshots()).toHaveLength(1)
  await change('satu')
  await fixture.reopen()
  expect(snapshots()).toEqual(['balai-2024-12-10T08-00-00.db', 'balai-2024-12-10T09-30-00.db'])
})

test('a snapshot is the complete state of one moment, and says when it was taken', async () => {
  await setUp(fixture)
  await change('sebelum')
  const taken = await fixture.client.session.takeSnapshot({})
  expect(taken).toMatchObject({ name: 'balai-2024-12-10T08-00-00.db', takenAt: '2024-12-10T08:00:00' })
  expect(taken.bytes).toBeGreaterThan(100_000)
  await change('sesudah')
  await fixture.client.session.restore({ snapshot: taken.name })
  expect((await fixture.client.program.rooms({}))[0]?.note).toBe('sebelum')
})

test('the newest is the one written last, whatever the clock said; a clock that jumped is reported', async () => {
  await setUp(fixture)
  const clockJump = async () => (await fixture.client.session.status({})).clockJumpedFrom
  await change('awal')
  expect(await clockJump()).toBeNull()
  fixture.setToday('2036-01-05')
  expect(await clockJump()).toBe('2024-12-10T08:00:00')
  await fixture.client.session.takeSnapshot({})
  fixture.setToday('2024-12-11')
  await change('sesudah jam dibetulkan')
  expect(await clockJump()).toBeNull()
  const taken = await fixture.client.session.takeSnapshot({})
  fixture.setToday('2024-12-12')
  await change('lagi')
  const later = await fixture.client.session.takeSnapshot({})
  const listed = (await fixture.client.session.status({})).snapshots.map(snapshot => snapshot.name)
  expect(listed).toEqual([later.name, taken.name, 'balai-2036-01-05T08-00-00.db'])
  fixture.setToday('2024-12-01')
  expect(await clockJump()).toBe('2024-12-12T08:00:00')
})

test('two snapshots of one second are two files', async () => {
  await setUp(fixture)
  await change('satu')
  await fixture.client.session.takeSnapshot({})
  await change('dua')
  const { name } = await fixture.client.session.takeSnapshot({})
  expect(snapshots()).toEqual(['balai-2024-12-10T08-00-00.db', 'balai-2024-12-10T08-00-01.db'])
  await change('tiga')
  await fixture.client.session.restore({ snapshot: name })
  expect((await fixture.client.program.rooms({}))[0]?.note).toBe('dua')
})

test('the rest of an interrupted snapshot is deleted by the next one', async () => {
  await setUp(fixture)
  await fixture.client.session.takeSnapshot({})
  const folder = join(fixture.folder, 'cadangan')
  writeFileSync(join(folder, 'balai-2024-12-09T15-00-00.db.tmp'), 'half')
  writeFileSync(join(folder, 'catatan saya.txt'), 'mine')
  fixture.setToday('2024-12-10', '10:00')
  await fixture.client.session.takeSnapshot({})
  expect(snapshots()).toEqual(['balai-2024-12-10T08-00-00.db', 'balai-2024-12-10T10-00-00.db', 'catatan saya.txt'])
})

test('a damaged newest snapshot is replaced at the next closing', async () => {
  await setUp(fixture)
  const { name } = await fixture.client.session.takeSnapshot({})
  writeFileSync(join(fixture.folder, 'cadangan', name), 'gone')
  fixture.setToday('2024-12-10', '11:00')
  await fixture.reopen()
  expect(snapshots()).toContain('balai-2024-12-10T11-00-00.db')
})

test('after a restore a history of the same length is still a change', async () => {
  await setUp(fixture)
  const { name } = await fixture.client.session.takeSnapshot({})
  await change('jalan lama')
  fixture.setToday('2024-12-10', '12:00')
  // Set the present state aside and return to before that change; the restore itself is one row of history.
  await fixture.client.session.restore({ snapshot: name })
  const before = snapshots().length
  fixture.setToday('2024-12-10', '13:00')
  await fixture.reopen()
  expect(snapshots()).toHaveLength(before + 1)
})

test('old snapshots are deleted when a new one is taken', async () => {
  await setUp(fixture)
  for (let hour = 8; hour < 14; hour += 1) {
    fixture.setToday('2024-12-10', `${String(hour).padStart(2, '0')}:00`)
    await fixture.client.session.takeSnapshot({})
  }
  expect(snapshots()).toEqual([
    'balai-2024-12-10T11-00-00.db',
    'balai-2024-12-10T12-00-00.db',
    'balai-2024-12-10T13-00-00.db',
  ])
})

// The same rule written naively: for every name, look at all the others.
function plainlyKept(name: string, names: readonly string[], today: PlainDate): boolean {
  if (name.includes('-sebelum-')) return true
  const scheduled = names.filter(other => !other.includes('-sebelum-'))
  const day = (of: string) => of.slice(6, 16)
  const rank = scheduled.filter(other => day(other) === day(name) && other > name).length
  if (day(name) === today) return rank < 3
  const tenDays: string[] = Array.from({ length: 10 }, (_, back) => addDays(today, -1 - back))
  if (tenDays.includes(day(name)) && rank === 0) return true
  const month = day(name).slice(0, 7)
  const months = new Set(
    Array.from({ length: 12 }, (_, back) => {
      const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back
      return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    }),
  )
  return months.has(month) && scheduled.every(other => day(other).slice(0, 7) !== month || other <= name)
}

test('keeps three of today, one a day for ten days, one a month for twelve months, and all before a change', () => {
  const today: PlainDate = '2026-03-05'
  const moment = fc.record({
    back: fc.oneof(fc.nat(14), fc.nat(450)),
    hour: fc.nat(23),
    note: fc.constantFrom('', '', '', '-sebelum-v2', '-sebelum-pulih'),
  })
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 60 }), moments => {
      const names = [
        ...new Set(
          moments.map(
            ({ back, hour, note }) => `balai-${addDays(today, -back)}T${String(hour).padStart(2, '0')}-00-00${note}.db`,
          ),
        ),
      ]
        .sort()
        .reverse()
      expect(snapshotsToKeep(names, today)).toEqual(names.filter(name => plainlyKept(name, names, today)))
    }),
    { numRuns: 300 },
  )
})

test('a file that is not a snapshot is never deleted', () => {
  expect(snapshotsToKeep(['balai-2024-13-45T00-00-00.db', 'lain.db'], '2026-03-05')).toEqual([
    'balai-2024-13-45T00-00-00.db',
    'lain.db',
  ])
})

test('a snapshot is a database without a journal', async () => {
  await setUp(fixture)
  const { name } = await fixture.client.session.takeSnapshot({})
  expect(readFileSync(join(fixture.folder, 'cadangan', name)).toString('latin1', 0, 15)).toBe('SQLite format 3')
  expect(snapshots()).toEqual([name])
  rmSync(join(fixture.folder, 'cadangan', name))
})
