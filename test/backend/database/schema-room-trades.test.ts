import { expect, test } from 'vitest'
import { setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'

test('a room is equipped for some trades, each once', async () => {
  const fixture = openFixture()
  await setUp(fixture)
  const rooms = await fixture.client.program.rooms({})
  const [kitchen] = rooms
  if (!kitchen) throw new Error('no room')
  const { id, ...room } = kitchen
  await fixture.client.program.saveRoom({ id, room: { ...room, trades: ['TB', 'HK', 'TB'] } })
  await fixture.client.program.saveRoom({ id, room: { ...room, trades: ['TB', 'HK'] } })
  expect((await fixture.client.program.rooms({}))[0]?.trades.toSorted()).toEqual(['HK', 'TB'])

  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  expect(() => raw.prepare('INSERT INTO room_trade VALUES (?, ?)').run(id, 'XX')).toThrow()
  expect(() => raw.prepare('INSERT INTO room_trade VALUES (?, ?)').run(id, 'TB')).toThrow()
  expect(() => raw.prepare('INSERT INTO room_trade VALUES (?, ?)').run(999, 'TB')).toThrow()
  raw.close()
  await fixture.remove()
})
