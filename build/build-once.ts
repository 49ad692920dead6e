import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const sources = [
  'electron/**/*',
  'renderer/**/*',
  'shared/**/*',
  'build/*',
  'build/guide/*',
  'guide/**/*',
  'docs/glossary.md',
  'package.json',
  'package-lock.json',
]
const longestBuild = 120_000

/**
 * Runs `build` unless out/ is already built from exactly these sources. Only one build runs at a time, because tests that need the built
 * program run in parallel.
 */
export async function buildOnce(root: string, build: () => Promise<void>): Promise<void> {
  const stamp = join(root, '.cache/built')
  const lock = join(root, '.cache/building')
  mkdirSync(join(root, '.cache'), { recursive: true })
  await take(lock)
  try {
    const fingerprint = fingerprintOf(root)
    const built =
      existsSync(stamp) && existsSync(join(root, 'out/renderer/index.html')) ? readFileSync(stamp, 'utf8') : ''
    if (built === fingerprint) return
    rmSync(stamp, { force: true })
    await build()
    writeFileSync(stamp, fingerprint)
  } finally {
    rmSync(lock, { force: true })
  }
}

/** A hash over path, size and time of every source. Faster than reading the files; a touched file only causes one more build. */
function fingerprintOf(root: string): string {
  const hash = createHash('sha256')
  for (const path of globSync(sources, { cwd: root }).toSorted()) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function take(lock: string): Promise<void> {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    if (isLeftBehind(lock)) rmSync(lock, { force: true })
    else await wait(200)
  }
}

/**
 * Whether the build that holds the lock was killed. Its process id may belong to another process by now, so a very old lock also counts as
 * dead.
 */
function isLeftBehind(lock: string): boolean {
  const found = statSync(lock, { throwIfNoEntry: false })
  if (!found) return false
  if (Date.now() - found.mtimeMs > longestBuild) return true
  const builder = Number(readFileSync(lock, 'utf8'))
  // Empty file: the other build has created the lock and not written its process id yet.
  if (!builder) return false
  try {
    process.kill(builder, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
