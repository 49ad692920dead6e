import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { fileFolderName, paperFolderName } from '../database/identity.ts'
import { type DataKey, isEncrypted, isWhole } from '../keys/data-key.ts'
import type { BundledFile, BundleHeader } from './bundle-format.ts'
import { bundlesIn, bundlesToKeep, type PlacedBundle } from './bundle-place.ts'
import { BundleReader } from './bundle-reader.ts'

/** Which files must be written, and which are already in other bundles of the place. */
export type FilePlan = {
  reused: BundledFile[]
  fresh: { path: string; fallback: BundledFile | null }[]
  /** Bytes of new and taken-over files. */
  bytes: number
  holders: BundleHeader['holders']
  /** Files in bundles to be deleted that remaining ones need. */
  takenOver: { reader: BundleReader; file: BundledFile }[]
  /** Names of bundles to delete once the new one is complete. */
  removed: string[]
  close(): void
}

/** A bundle with more than this needed by others is kept instead of copied. */
const mostTakenOver = 64 * 1024 * 1024

type Question = { dataFolder: string; folder: string; dataKey: DataKey; centre: string; name: string; today: PlainDate }

type Open = PlacedBundle & { reader: BundleReader; files: BundledFile[]; own: BundledFile[] }

export function planFiles({ dataFolder, folder, dataKey, centre, name, today }: Question): FilePlan {
  const placed = bundlesIn(folder, centre)
  const kept = bundlesToKeep([{ name, madeAt: '', bytes: 0, header: null }, ...placed], today)
  const open = new Map<string, Open>()
  const opened = (bundle: PlacedBundle) => openBundle(open, folder, bundle, dataKey)
  const { removed, takenOver } = planRemoval(
    placed.filter(bundle => !kept.has(bundle.name) && bundle.header),
    placed.filter(bundle => kept.has(bundle.name)),
    opened,
  )
  const present = new Map(
    placed.flatMap(bundle =>
      bundle.header && !removed.includes(bundle.name) ? [[bundle.header.id, bundle.name]] : [],
    ),
  )
  const newest = placed.reduce<Open | null>((found, bundle) => found ?? opened(bundle), null)
  const known = new Map(newest?.files.map(file => [file.path, file]))
  const plan = { reused: [] as BundledFile[], fresh: [] as FilePlan['fresh'], bytes: 0 }
  for (const { path, size } of listFiles(dataFolder)) {
    const before = known.get(path) ?? null
    const there = before && present.has(before.bundle) ? before : null
    if (there?.size === size) plan.reused.push(there)
    else {
      plan.fresh.push({ path, fallback: there })
      plan.bytes += size
    }
  }
  const held = [...plan.reused, ...plan.fresh.flatMap(({ fallback }) => fallback ?? [])]
  const used = new Set(held.map(file => file.bundle))
  const fresh = new Set(plan.fresh.map(({ path }) => path))
  const still = takenOver.filter(({ file }) => !fresh.has(file.path))
  return {
    ...plan,
    bytes: plan.bytes + still.reduce((sum, { file }) => sum + file.size, 0),
    takenOver: still,
    removed,
    holders: [...present].flatMap(([id, holder]) => (used.has(id) ? [{ id, name: holder }] : [])),
    close() {
      for (const { reader } of open.values()) reader.close()
    },
  }
}

/** Which bundles are really deleted, and which of their files must be copied for the remaining ones. */
function planRemoval(
  doomed: readonly PlacedBundle[],
  staying: readonly PlacedBundle[],
  opened: (bundle: PlacedBundle) => Open | null,
): Pick<FilePlan, 'removed' | 'takenOver'> {
  const removed: string[] = []
  const takenOver: FilePlan['takenOver'] = []
  if (doomed.length === 0) return { removed, takenOver }
  const readers = staying.map(opened).filter(bundle => bundle !== null)
  const held = new Set(readers.flatMap(bundle => bundle.own.map(keyOf)))
  const needed = new Set(readers.flatMap(bundle => bundle.files.map(keyOf)))
  for (const bundle of doomed) {
    const own = opened(bundle)
    const missed = own?.own.filter(file => needed.has(keyOf(file)) && !held.has(keyOf(file))) ?? []
    // A bundle that cannot be opened may contain needed files: it is kept and reported as damaged.
    if (!own || missed.reduce((sum, file) => sum + file.size, 0) > mostTakenOver) continue
    removed.push(bundle.name)
    for (const file of missed) {
      takenOver.push({ reader: own.reader, file })
      held.add(keyOf(file))
    }
  }
  return { removed, takenOver }
}

export function keyOf({ path, sha256 }: BundledFile): string {
  return `${sha256} ${path}`
}

function openBundle(open: Map<string, Open>, folder: string, bundle: PlacedBundle, dataKey: DataKey): Open | null {
  const known = open.get(bundle.name)
  if (known) return known
  if (!bundle.header) return null
  try {
    const reader = new BundleReader(join(folder, bundle.name))
    try {
      const { files, kept } = reader.manifest(dataKey)
      const own = [...files.filter(file => file.bundle === reader.header.id), ...kept]
      const found = { ...bundle, reader, files, own }
      open.set(bundle.name, found)
      return found
    } catch (error) {
      reader.close()
      throw error
    }
  } catch {
    return null
  }
}

/** All files with a row: scans and papers, not half-written ones. */
function* listFiles(dataFolder: string): Generator<{ path: string; size: number }> {
  for (const path of [...pathsIn(dataFolder, fileFolderName), ...foldersIn(dataFolder, paperFolderName)]) {
    const size = statSync(join(dataFolder, path), { throwIfNoEntry: false })?.size
    if (size !== undefined) yield { path, size }
  }
}

function pathsIn(dataFolder: string, folder: string): string[] {
  if (!existsSync(join(dataFolder, folder))) return []
  return readdirSync(join(dataFolder, folder), { withFileTypes: true }).flatMap(entry =>
    entry.isFile() && /^[0-9a-f]{32,64}(\.parts)?$/.test(entry.name) ? [`${folder}/${entry.name}`] : [],
  )
}

function foldersIn(dataFolder: string, folder: string): string[] {
  if (!existsSync(join(dataFolder, folder))) return []
  const names = readdirSync(join(dataFolder, folder)).filter(name => /^[0-9a-f]{2}$/.test(name))
  return names.flatMap(name => pathsIn(dataFolder, `${folder}/${name}`))
}

/** Null if it is gone; 'damaged' if its own digest does not fit. */
export function readWholeFile(dataFolder: string, path: string): Buffer | 'damaged' | null {
  const full = join(dataFolder, path)
  if (!existsSync(full)) return null
  const bytes = readFileSync(full)
  const [, hash] = /\/([0-9a-f]{64})$/.exec(path) ?? []
  if (hash !== undefined && createHash('sha256').update(bytes).digest('hex') !== hash) return 'damaged'
  return isEncrypted(bytes) && !isWhole(bytes) ? 'damaged' : bytes
}
