import { afterEach, beforeEach, expect, test } from 'vitest'
import { setUp } from '../backend/cohort-steps.ts'
import { type Fixture, openFixture } from '../backend/fixture.ts'
import { balai, filesIn, json } from './balai.ts'

type Tortured = {
  ok: boolean
  kills: { kills: number; answered: number; lost: number; doubled: number }
  fullDisk: { tries: number; refused: number; lost: number }
  damage: { target: string; harm: string; tries: number; found: number; missed: number }[]
}

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  await fixture.backend.close()
})
afterEach(() => fixture.remove())

test('torture kills, fills the disk and damages copies; nothing is lost, and the data itself is unchanged', async () => {
  const before = filesIn(fixture.folder)
  const ended = await balai('torture', '--data', fixture.folder, '--minutes', '0.001', '--json')
  const { ok, kills, fullDisk, damage } = json<Tortured>(ended)
  expect(kills).toMatchObject({ kills: 1, lost: 0, doubled: 0 })
  expect(kills.answered).toBeGreaterThan(0)
  expect(fullDisk).toEqual({ tries: 1, refused: 1, lost: 0 })
  expect(damage.filter(row => row.missed > 0)).toEqual([])
  expect(damage.filter(row => row.tries > 0).map(row => row.target)).toEqual(['balai.db', 'balai.db-wal', 'bundel'])
  expect({ ok, exitCode: ended.exitCode }).toEqual({ ok: true, exitCode: 0 })
  expect(filesIn(fixture.folder)).toEqual(before)
}, 240_000)

test('torture requires a duration', async () => {
  const ended = await balai('torture', '--data', fixture.folder, '--minutes', 'lama')
  expect(ended.exitCode).toBe(2)
  expect(ended.stderr).toContain('--minutes lama')
})
