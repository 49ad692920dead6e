import { expect, test } from 'vitest'
import { openFixture } from '../../backend/fixture.ts'
import { balai, json } from '../../cli/balai.ts'

// For longer runs: `npm run balai -- torture --data DIR --minutes 60`.

test('a minute of kills, full disks, bit flips and truncations: nothing lost, nothing doubled, all damage found', async () => {
  const fixture = openFixture()
  await fixture.backend.close()
  try {
    const ended = await balai('torture', '--data', `${fixture.folder}-kosong`, '--minutes', '1', '--json')
    const { ok, kills, fullDisk, damage } = json<{
      ok: boolean
      kills: { kills: number; lost: number; doubled: number }
      fullDisk: { lost: number }
      damage: { target: string; tries: number; missed: number }[]
    }>(ended)
    expect({ ...kills, fullDisk: fullDisk.lost }).toMatchObject({ lost: 0, doubled: 0, fullDisk: 0 })
    expect(damage.filter(row => row.missed > 0)).toEqual([])
    expect(kills.kills).toBeGreaterThan(0)
    expect(ok).toBe(true)
  } finally {
    await fixture.remove()
  }
}, 600_000)
