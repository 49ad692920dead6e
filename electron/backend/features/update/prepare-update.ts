import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import program from '../../../../package.json' with { type: 'json' }
import { compareVersions, signatureEnding } from '../../../../shared/features/update/release.ts'
import { DomainError } from '../../domain-error.ts'
import { isLock, whenFree } from '../../files/file-lock.ts'
import type { TaskScope } from '../../scope.ts'
import { checkRelease, checkWhole } from './check-release.ts'
import { emptyUpdateFolder, type UpdateState, updateFolder, writeUpdateState } from './update-folder.ts'

/**
 * Verifies an installer, makes a snapshot, and keeps a copy of the verified file: the stick may be unplugged, and the file run later must be the one
 * verified.
 * @throws DomainError see `checkRelease` and `checkWhole`; file_in_use, disk_full, and those of a snapshot
 */
export async function prepareUpdate(
  { workspace, at, releaseKeys, write, work }: TaskScope,
  installer: string,
  source: string,
): Promise<UpdateState> {
  const { folder } = workspace
  const release = await checkRelease(installer, releaseKeys, program.version)
  const name = `Balai-${release.version}-pemasang.exe`
  const incoming = `${updateFolder(folder)}.baru`
  await rm(incoming, { recursive: true, force: true })
  workspace.ensureSpace(release.bytes)
  try {
    await mkdir(incoming, { recursive: true })
    await copyWhole(installer, join(incoming, name), work.signal, done => {
      work.progress = { done, total: release.bytes }
    })
    await copyWhole(`${installer}${signatureEnding}`, join(incoming, `${name}${signatureEnding}`))
    await checkWhole(join(incoming, name), release, () => work.check())
    work.check()
  } catch (error) {
    await rm(incoming, { recursive: true, force: true })
    // Reported under the original file name.
    if (error instanceof DomainError && error.data.code === 'release_damaged')
      throw new DomainError({ code: 'release_damaged', file: basename(installer) })
    throw error
  }
  const snapshot = await workspace.takeSnapshot()
  // Only now: an earlier prepared release stays until this one is complete.
  await emptyUpdateFolder(folder)
  await whenFree(() => rename(incoming, updateFolder(folder)))
  const state: UpdateState = {
    release,
    installer: name,
    source,
    from: program.version,
    checkedAt: at,
    snapshotAt: snapshot.takenAt,
    when: 'open',
    remindOn: null,
    startedAt: null,
  }
  writeUpdateState(folder, state)
  write(({ record }) => record('update', release.version, null, { from: program.version, source }))
  return state
}

/** The newest signed installer that is newer than this program; others are skipped silently. */
export async function newestRelease(installers: readonly string[], keys: readonly string[]): Promise<string | null> {
  let newest: { installer: string; version: string } | null = null
  for (const installer of installers) {
    const release = await checkRelease(installer, keys, program.version).catch(() => null)
    if (release && (newest === null || compareVersions(release.version, newest.version) > 0))
      newest = { installer, version: release.version }
  }
  return newest?.installer ?? null
}

async function copyWhole(
  from: string,
  to: string,
  signal?: AbortSignal,
  report: (bytes: number) => void = () => {},
): Promise<void> {
  const copy = async () => {
    const target = createWriteStream(to, { flags: 'wx' })
    const said = setInterval(() => report(target.bytesWritten), 100)
    try {
      await pipeline(createReadStream(from), target, signal ? { signal } : {})
    } finally {
      clearInterval(said)
    }
  }
  try {
    await whenFree(copy)
  } catch (error) {
    if (signal?.aborted) throw new DomainError({ code: 'reading_stopped' })
    if (isLock(error)) throw new DomainError({ code: 'file_in_use', name: basename(from) })
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
      throw new DomainError({ code: 'disk_full' })
    throw error
  }
}
