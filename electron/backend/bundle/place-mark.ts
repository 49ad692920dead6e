import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { isNetworkFolder, mountTable } from '../files/mounts.ts'
import { namesIn } from '../files/names-in.ts'
import type { PlaceNote } from './backup-notes.ts'
import { placeError } from './place-error.ts'

// A stick gets different drive letters, and two may have the same label: a place is identified by a file with its own id.

const markName = 'tempat-cadangan-balai.json'

function markOf(folder: string): string | null {
  try {
    const { id } = JSON.parse(readFileSync(join(folder, markName), 'utf8')) as { id?: unknown }
    return typeof id === 'string' && /^[0-9a-f]{16}$/.test(id) ? id : null
  } catch {
    return null
  }
}

/** The id of a folder; written if there is none. @throws DomainError place_gone, place_full, place_unwritable */
export function markPlace(folder: string): string {
  const known = markOf(folder)
  if (known !== null) return known
  const id = randomBytes(8).toString('hex')
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, markName), JSON.stringify({ format: 'balai-place-1', id }), { flush: true })
  } catch (error) {
    throw placeError(error, folder)
  }
  return id
}

/** Where a place is now: at its known path, else on another drive; null if not connected. */
export function findPlace({ id, path }: Pick<PlaceNote, 'id' | 'path'>): string | null {
  if (markOf(path) === id) return path
  return otherPaths(path).find(folder => markOf(folder) === id) ?? null
}

/** The same folder on all other drives. */
function otherPaths(path: string): string[] {
  if (process.platform === 'win32') {
    const { root } = parse(path)
    if (!/^[A-Za-z]:/.test(root)) return []
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `${letter}:\\${path.slice(root.length)}`)
  }
  const [, mounted, rest = ''] = /^(\/(?:media|run\/media)\/[^/]+)\/[^/]+(\/.*)?$/.exec(path) ?? []
  return mounted === undefined ? [] : namesIn(mounted).map(name => `${mounted}/${name}${rest}`)
}

export function driveRoots(): string[] {
  if (process.platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `${letter}:\\`)
  const mounted = ['/media', '/run/media'].flatMap(folder => namesIn(folder).map(name => join(folder, name)))
  return [...mounted, '/mnt'].flatMap(folder => namesIn(folder).map(name => join(folder, name)))
}

export function kindOfPlace(folder: string): PlaceNote['kind'] {
  if (isNetworkFolder(folder, process.platform, mountTable())) return 'NETWORK'
  const system = (process.env.SystemDrive ?? 'C:').toUpperCase()
  const isElsewhere =
    process.platform === 'win32' ? !folder.toUpperCase().startsWith(system) : /^\/(media|run\/media|mnt)\//.test(folder)
  return isElsewhere ? 'DISK' : 'FOLDER'
}
