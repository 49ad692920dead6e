import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, posix, resolve, win32 } from 'node:path'
import type { DomainErrorData } from '../../../shared/domain-error.ts'
import { isNetworkFolder, mountAt, mountTable } from '../files/mounts.ts'

/** What decides whether a place is allowed for data; tests pass their own. */
export type PlaceMachine = {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Text of /proc/mounts; empty if it does not exist. */
  readonly mounts: string
  /** Whether a drive ('E:') or a device ('/dev/sdb1') is removable. */
  readonly isRemovable: (drive: string) => boolean
}

type PlaceProblem = Extract<
  DomainErrorData,
  { code: 'network_folder' | 'cloud_folder' | 'removable_folder' | 'program_folder' }
>

/** Names of folders that cloud programs copy elsewhere while we write to them. */
const cloudFolders =
  /^(OneDrive( - .+)?|Dropbox( \(.+\))?|Google Drive|My Drive|Drive Saya|iCloudDrive|iCloud Drive|MEGA|Nextcloud|pCloudDrive)$/i

/**
 * Why data must not be in a folder, or null. Over a network two PCs would destroy the database; cloud programs read and replace files while they are
 * open; a stick is pulled out; and the folder of the program is replaced by the next update.
 */
export function placeProblem(folder: string, machine: PlaceMachine = thisMachine): PlaceProblem | null {
  const { platform, mounts } = machine
  const real = platform === process.platform ? realPath(folder) : folder
  if (isNetworkFolder(real, platform, mounts)) return { code: 'network_folder', folder }
  const path = platform === 'win32' ? win32 : posix
  if (cloudRoots(machine).some(root => isWithin(real, root, path)) || real.split(path.sep).some(isCloudName))
    return { code: 'cloud_folder', folder }
  if (programFolders(machine).some(root => isWithin(real, root, path))) return { code: 'program_folder', folder }
  return isOnRemovable(real, machine) ? { code: 'removable_folder', folder } : null
}

function isCloudName(name: string): boolean {
  return cloudFolders.test(name)
}

/** OneDrive sets environment variables with its folders. */
function cloudRoots({ environment }: PlaceMachine): string[] {
  return ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap(name => environment[name] || [])
}

/** The folder where the installer puts the program, and those that it uses temporarily. */
function programFolders({ platform, environment }: PlaceMachine): string[] {
  const local = environment.LOCALAPPDATA
  if (platform !== 'win32' || !local) return []
  const place = win32.join(local, 'Programs', 'Balai')
  return [place, `${place}.baru`, `${place}.lama`]
}

function isWithin(folder: string, root: string, path: typeof win32 | typeof posix): boolean {
  const fold = (text: string) => (path === win32 ? text.replaceAll('/', '\\').toLowerCase() : text)
  const relative = path.relative(fold(root), fold(folder))
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

function isOnRemovable(folder: string, { platform, environment, mounts, isRemovable }: PlaceMachine): boolean {
  if (platform === 'win32') {
    const drive = /^(?:\\\\\?\\)?([A-Za-z]:)/.exec(folder)?.[1]?.toUpperCase()
    // The check takes a moment, and Windows itself is never on a removable drive.
    const system = (environment.SystemDrive ?? 'C:').toUpperCase()
    return drive !== undefined && drive !== system && isRemovable(drive)
  }
  const { device } = mountAt(folder, mounts)
  return device.startsWith('/dev/') && isRemovable(device)
}

const answers = new Map<string, boolean>()
const thisMachine: PlaceMachine = {
  platform: process.platform,
  environment: process.env,
  get mounts() {
    return mountTable()
  },
  isRemovable(drive) {
    const known = answers.get(drive) ?? (process.platform === 'win32' ? asksWindows(drive) : asksLinux(drive))
    answers.set(drive, known)
    return known
  },
}

/** Node cannot tell the kind of a drive. If Windows cannot be asked, nothing is refused. */
function asksWindows(drive: string): boolean {
  const question = [
    `(Get-CimInstance Win32_LogicalDisk -Filter "DeviceID='${drive}'").DriveType`,
    `(Get-Partition -DriveLetter ${drive.charAt(0)} | Get-Disk).BusType`,
  ].join('; ')
  const parameters = ['-NoProfile', '-NonInteractive', '-Command', question]
  const { stdout } = spawnSync('powershell.exe', parameters, { encoding: 'utf8', timeout: 5_000, windowsHide: true })
  const [type, bus] = (stdout ?? '').split(/\s+/)
  return type === '2' || bus === 'USB'
}

function asksLinux(device: string): boolean {
  try {
    const name = basename(realpathSync(device))
    const own = `/sys/class/block/${name}`
    const disk = existsSync(`${own}/partition`) ? dirname(realpathSync(own)) : realpathSync(own)
    return readFileSync(`${disk}/removable`, 'utf8').trim() === '1' || /\/usb\d/.test(disk)
  } catch {
    return false
  }
}

/**
 * Resolves links in the part of the path that exists. On Windows the native call also turns a mapped network drive (`Z:\`) into its `\\server\share`;
 * no other call does that without a native module.
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
