import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaVersion } from '../../../electron/backend/database/migrations/migrations.ts'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'
import { addInstructor, addTrainees, decidedCohort, roomNamed, setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'
import { copyAsVersionOne, rowsOf } from './version-one.ts'

test('rooms of the first release suit every trade, and may be fitted out for some', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-version-one-'))
  const fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const traineeIds = await addTrainees(fixture, 3)
  const roomId = await roomNamed(fixture, 'R. Rias 1')
  const code = await decidedCohort(fixture, { instructorId, traineeIds, roomId }, { heldOn: '2025-01-09' })
  const old = join(folder, 'data', 'balai.db')
  await fixture.backend.close()
  copyAsVersionOne(join(fixture.folder, 'balai.db'), old)
  const before = ['room', 'cohort', 'attendance'].map(table => rowsOf(old, table))
  openDatabase(old, { create: false, beforeMigration: () => {} }).close()
  expect(['room', 'cohort', 'attendance'].map(table => rowsOf(old, table))).toEqual(before)

  const moved = openFixture({ folder, today: '2025-01-10' })
  expect(moved.backend.workspace.read.value('PRAGMA user_version')).toBe(schemaVersion)
  const rooms = await moved.client.program.rooms({})
  expect(rooms.map(room => room.trades)).toEqual([[], [], []])
  expect(await moved.client.cohort.get({ code })).toMatchObject({ roomId, room: 'R. Rias 1' })
  const [kitchen] = rooms
  if (!kitchen) throw new Error('no room')
  const { id, ...room } = kitchen
  await moved.client.program.saveRoom({ id, room: { ...room, trades: ['TB', 'HK', 'TB'] } })
  await moved.client.program.saveRoom({ id, room: { ...room, trades: ['TB', 'HK'] } })
  expect((await moved.client.program.rooms({}))[0]?.trades.toSorted()).toEqual(['HK', 'TB'])

  await moved.backend.close()
  const raw = moved.rawDatabase()
  expect(() => raw.prepare('INSERT INTO room_trade VALUES (?, ?)').run(id, 'XX')).toThrow()
  expect(() => raw.prepare('INSERT INTO room_trade VALUES (?, ?)').run(id, 'TB')).toThrow()
  expect(() => raw.prepare('INSERT INTO room_trade VALUES (?, ?)').run(999, 'TB')).toThrow()
  raw.close()
  await fixture.remove()
  rmSync(folder, { recursive: true, force: true })
})
