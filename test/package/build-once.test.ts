import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildOnce } from '../../build/build-once.ts'

let root: string
let builds: number
const build = async () => {
  builds++
  await wait(50)
  mkdirSync(join(root, 'out/renderer'), { recursive: true })
  writeFileSync(join(root, 'out/renderer/index.html'), '')
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'balai-build-'))
  builds = 0
  mkdirSync(join(root, 'shared/kernel'), { recursive: true })
  writeFileSync(join(root, 'shared/kernel/plain-date.ts'), 'export {}')
})
afterEach(() => rmSync(root, { recursive: true }))

test('builds the first time, and not again', async () => {
  await buildOnce(root, build)
  await buildOnce(root, build)
  expect(builds).toBe(1)
})

test.each([
  ['a changed source', () => writeFileSync(join(root, 'shared/kernel/plain-date.ts'), 'export const a = 1')],
  ['a new source', () => writeFileSync(join(root, 'shared/ids.ts'), '')],
  ['a lost source', () => rmSync(join(root, 'shared/kernel/plain-date.ts'))],
  ['a lost result', () => rmSync(join(root, 'out'), { recursive: true })],
])('builds again for %s', async (_what, change) => {
  await buildOnce(root, build)
  change()
  await buildOnce(root, build)
  expect(builds).toBe(2)
})

test('two calls at once build once', async () => {
  await Promise.all([buildOnce(root, build), buildOnce(root, build), buildOnce(root, build)])
  expect(builds).toBe(1)
})

test('a failed build is reported and tried again', async () => {
  const failing = buildOnce(root, () => Promise.reject(new Error('syntax')))
  await expect(failing).rejects.toThrow('syntax')
  await buildOnce(root, build)
  expect(builds).toBe(1)
})

test.each([
  ['of another process that has its number now', () => process.pid, 180_000],
  // The id of a process that has ended.
  ['that was killed a moment ago', () => spawnSync(process.execPath, ['--version']).pid, 0],
])('a lock of a build %s is ignored', async (_what, builder, age) => {
  const lock = join(root, '.cache/building')
  mkdirSync(join(root, '.cache'))
  writeFileSync(lock, String(builder()))
  utimesSync(lock, new Date(), new Date(Date.now() - age))
  await buildOnce(root, build)
  expect([builds, existsSync(lock)]).toEqual([1, false])
})
