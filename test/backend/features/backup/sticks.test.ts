import type * as Files from 'node:fs'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { proveBundle } from '../../../../electron/backend/features/backup/prove-bundle.ts'
import { setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from '../../fixture.ts'

/** A simulated stick: after `left` more bytes a write fails with `code`, and `atEnd` runs first. */
const stick = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, code: 'ENOSPC', atEnd: () => {} }))

vi.mock('node:fs', async importOriginal => {
  const real = await importOriginal<typeof Files>()
  const writeSync = (file: number, bytes: Uint8Array, ...more: number[]) => {
    stick.left -= bytes.length
    if (stick.left >= 0) return real.writeSync(file, bytes, ...more)
    stick.atEnd()
    throw Object.assign(new Error(stick.code), { code: stick.code })
  }
  return { ...real, writeSync, default: { ...real, writeSync } }
})

let fixture: Fixture
let place: string
beforeAll(async () => {
  fixture = openFixture()
  place = join(fixture.folder, '..', 'CADANGAN A')
  await setUp(fixture)
  await fixture.client.backup.make({ to: place })
})
afterEach(() => {
  Object.assign(stick, { left: Number.POSITIVE_INFINITY, code: 'ENOSPC', atEnd: () => {} })
})
afterAll(() => fixture.remove())

const inPlace = (folder: string, ending: string) => readdirSync(folder).filter(name => name.endsWith(ending))

/** Makes the next backup fail after so many bytes; returns the code of its error. */
async function failAfter(bytes: number, code: string, atEnd = () => {}): Promise<string> {
  Object.assign(stick, { left: bytes, code, atEnd })
  const { code: errorCode } = await domainErrorOf(fixture.client.backup.make({ to: place }))
  stick.left = Number.POSITIVE_INFINITY
  return errorCode
}

const proof = (file: string) =>
  proveBundle({ file, dataKey: fixture.backend.workspace.dataKey.secret, today: '2025-01-10' })

describe('a stick', () => {
  test('that becomes full keeps its backups, and nothing half-written', async () => {
    for (const bytes of [0, 100, 5_000, 40_000]) expect(await failAfter(bytes, 'ENOSPC')).toBe('place_full')
    expect(inPlace(place, '.tmp')).toEqual([])
    const [kept = ''] = inPlace(place, '.balai')
    expect(await proof(join(place, kept))).toMatchObject({ ok: true })
  })

  test('that is pulled out gives an error, and is written again when it is back', async () => {
    const away = `${place} (dicabut)`
    const before = inPlace(place, '.balai')
    expect(await failAfter(20_000, 'EIO', () => renameSync(place, away))).toBe('place_gone')
    expect(existsSync(place)).toBe(false)
    // The half-written file could not be deleted; it does not count as a backup.
    expect(inPlace(away, '.tmp')).toHaveLength(1)
    expect(inPlace(away, '.balai')).toEqual(before)
    renameSync(away, place)
    const { bundle } = await fixture.client.backup.make({ to: place })
    expect(inPlace(place, '.tmp')).toEqual([])
    expect(await proof(bundle)).toMatchObject({ ok: true })
  })

  test('with the same label as another one is a different place, and neither gets files of the other', async () => {
    const pulled = `${place} (di laci)`
    const { client } = fixture
    const { id: first } = await client.backup.addPlace({ path: place, name: 'CADANGAN' })
    renameSync(place, pulled)
    // The second stick is mounted under the same letter and label.
    const { id: second } = await client.backup.addPlace({ path: place, name: 'CADANGAN' })
    expect(second).not.toBe(first)
    const herePlaces = async () =>
      (await client.backup.status({})).places.filter(({ here }) => here).map(({ id }) => id)
    expect(await herePlaces()).toEqual([second])
    const kept = inPlace(pulled, '.balai')
    expect(await client.backup.run({})).toMatchObject({ written: ['CADANGAN'], failed: [] })
    expect(inPlace(pulled, '.balai')).toEqual(kept)
    expect(inPlace(place, '.balai')).toHaveLength(1)
    // The first stick is mounted again in place of the second.
    renameSync(place, `${place} kedua`)
    renameSync(pulled, place)
    expect(await herePlaces()).toEqual([first])
    expect(await client.backup.run({})).toMatchObject({ written: ['CADANGAN'], failed: [] })
    expect(inPlace(`${place} kedua`, '.balai')).toHaveLength(1)
    rmSync(`${place} kedua`, { recursive: true })
  })
})
