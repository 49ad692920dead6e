import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** What a hub shares with programs of the same user on this computer, so that a trial needs no typing: its fingerprint and a code. */
type LocalHub = { fingerprint: string; code: string }

/** A folder that no other user can read or have created. A reader of it could also read the hub's keys. */
function folder(): string {
  return join(tmpdir(), `balai-pusat-${userInfo().uid}`)
}

function isOurs(path: string): boolean {
  const entry = lstatSync(path, { throwIfNoEntry: false })
  if (!entry?.isDirectory()) return false
  return process.getuid === undefined || (entry.uid === process.getuid() && (entry.mode & 0o077) === 0)
}

/** Returns a function that removes the announcement. */
export function announceLocally(port: number, hub: LocalHub): () => void {
  try {
    mkdirSync(folder(), { recursive: true, mode: 0o700 })
    if (!isOurs(folder())) return () => undefined
    const file = join(folder(), `${port}.json`)
    rmSync(file, { force: true })
    writeFileSync(file, JSON.stringify(hub), { mode: 0o600, flag: 'wx' })
    return () => rmSync(file, { force: true })
  } catch {
    // For convenience only: a code can always be typed.
    return () => undefined
  }
}

/** The hub at an address of this computer, if this user runs it. */
export function findLocalHub(address: string): LocalHub | null {
  const { hostname, port } = new URL(address)
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname) || !isOurs(folder())) return null
  try {
    return JSON.parse(readFileSync(join(folder(), `${port || 443}.json`), 'utf8')) as LocalHub
  } catch {
    return null
  }
}
