import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, posix, resolve, win32 } from 'node:path'
import { DomainError } from './domain-error.ts'

type Machine = {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** Where the data lives when nobody says otherwise: local to this PC and this user, never roaming. */
export function defaultDataFolder({ platform, environment, home }: Machine): string {
  if (platform === 'win32') {
    return win32.join(environment.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'Balai')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Balai')
  return posix.join(environment.XDG_DATA_HOME || posix.join(home, '.local', 'share'), 'balai')
}

/**
 * The data folder as an absolute path; it need not exist yet.
 * @param requested what `--data` said.
 * @param mounts text of /proc/mounts, for tests.
 * @throws DomainError `network_folder`: SQLite's WAL does not work over a network, two PCs would destroy the database.
 */
export function chooseDataFolder(requested?: string, mounts = mountTable()): string {
  const machine = { platform: process.platform, environment: process.env, home: homedir() }
  const folder = resolve(requested || defaultDataFolder(machine))
  if (isOnNetwork(folder, mounts)) throw new DomainError({ code: 'network_folder', folder })
  return folder
}

/** Whether a folder of this PC, or what it links to, lies on another machine. */
export function isOnNetwork(folder: string, mounts = mountTable()): boolean {
  return isNetworkFolder(realPath(folder), process.platform, mounts)
}

const networkFileSystems =
  /^(nfs\d*|cifs|smb\d*|smbfs|ncpfs|afs|coda|ceph|glusterfs|lustre|9p|davfs|fuse\.(sshfs|gvfsd-fuse|davfs2?|rclone|s3fs|glusterfs|ceph))$/

/**
 * Whether a folder lies on another machine.
 * @param folder real path: absolute, links and mapped Windows drives resolved (see `realPath`).
 * @param mounts text of /proc/mounts; empty where there is none.
 */
export function isNetworkFolder(folder: string, platform: NodeJS.Platform, mounts: string): boolean {
  if (platform === 'win32') {
    const path = folder.replaceAll('/', '\\')
    // \\server\share and \\?\UNC\server\share, but not \\?\C:\ or \\.\ which name local devices.
    return /^\\\\\?\\UNC\\/i.test(path) || /^\\\\[^\\?.]/.test(path)
  }
  let longest = { point: '', type: '' }
  for (const line of mounts.split('\n')) {
    const [, escapedPoint, type] = line.split(' ')
    if (!escapedPoint || !type) continue
    const point = escapedPoint.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)))
    const contains = point === '/' || folder === point || folder.startsWith(`${point}/`)
    // A later mount on the same point covers the earlier one.
    if (contains && point.length >= longest.point.length) longest = { point, type }
  }
  return networkFileSystems.test(longest.type)
}

/**
 * Resolves links in the part of the path that exists. On Windows the native call also turns a mapped network drive
 * (`Z:\`) into its `\\server\share`, which no other call without a native module tells.
 */
function realPath(folder: string): string {
  let existing = folder
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing)
  try {
    return resolve(realpathSync.native(existing), folder.slice(existing.length).replace(/^[\\/]+/, ''))
  } catch {
    return folder
  }
}

function mountTable(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8')
  } catch {
    return ''
  }
}
