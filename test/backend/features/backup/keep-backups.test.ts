import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupTone } from '../../../../shared/features/backup/backup-status.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { setUp } from '../../cohort-steps.ts'
import { openFixture } from '../../fixture.ts'

test('automatic: a bundle a day and a test restore a week; red after seven days without a bundle', async () => {
  const fixture = openFixture({ today: '2024-12-10' })
  const stick = join(fixture.folder, '..', 'CADANGAN A')
  try {
    await setUp(fixture)
    const { backup } = fixture.client
    // The first bundle makes the sheet; without a sheet nothing is written automatically.
    await backup.make({ to: stick })
    await backup.addPlace({ path: stick, name: 'CADANGAN A' })
    const keptOn = async (day: PlainDate) => {
      fixture.setToday(day)
      await backup.keep({})
      const status = await backup.status({})
      return [status.places[0]?.lastAt?.slice(0, 10), status.proof?.at.slice(0, 10), status.nextProof]
    }
    expect(await keptOn('2024-12-10')).toEqual(['2024-12-10', '2024-12-10', '2024-12-17'])
    expect(await keptOn('2024-12-13')).toEqual(['2024-12-13', '2024-12-10', '2024-12-17'])
    expect(await keptOn('2024-12-17')).toEqual(['2024-12-17', '2024-12-17', '2024-12-24'])
    expect((await backup.status({})).proof).toMatchObject({ ok: true, different: 0 })

    renameSync(stick, `${stick} (dicabut)`)
    expect(await keptOn('2024-12-25')).toEqual(['2024-12-17', '2024-12-17', '2024-12-24'])
    const status = await backup.status({})
    const places = status.places.map(place => ({ ...place, kind: 'DISK' as const }))
    expect(backupTone({ ...status, places }, '2024-12-24')).toMatchObject({ tone: 'ok' })
    expect(backupTone({ ...status, places }, '2024-12-25')).toEqual({
      tone: 'err',
      words: 'Tidak ada cadangan di tempat lain 8 hari',
    })
  } finally {
    await fixture.remove()
  }
})
