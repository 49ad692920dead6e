import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import program from '../../../../package.json' with { type: 'json' }
import type { MadeBackup } from '../../../../shared/features/backup/contract.ts'
import { codeBytes, recoveryCodeOf } from '../../../../shared/features/computer/recovery-code.ts'
import type { Manifest } from '../../bundle/bundle-format.ts'
import type { BundleOrder } from '../../bundle/write-bundle.ts'
import { snapshotFolderName } from '../../database/identity.ts'
import { logName } from '../../database/number-log.ts'
import { DomainError } from '../../domain-error.ts'
import { dataKeyId } from '../../keys/data-key-store.ts'
import type { StoredSheet } from '../../keys/recovery-sheet.ts'
import type { TaskScope } from '../../scope.ts'
import { findCentre } from '../centre/centre-store.ts'
import { bytesOfCode } from '../computer/renew-sheet.ts'
import { backupWork, type Progress } from './backup-work.ts'
import { centreIdOf } from './lost-work-store.ts'

/** Files beside the database that belong to it, besides scans, papers and keys. */
const companionNames = [logName]

type Options = {
  onProgress?: (progress: Progress) => void
  /** Makes the first recovery sheet if there is none; the caller must show its code. */
  firstSheet?: boolean
  /** A snapshot that was just made; otherwise one is made. */
  snapshot?: string
}

/**
 * Writes one bundle into a folder: a new snapshot, and the files beside the database. If there is no recovery sheet yet, a process with direct access
 * makes the first one and gets its code; people must print theirs.
 * @throws DomainError not_set_up, backup_needs_sheet, data_locked, place_in_data, place_full, place_gone, place_unwritable
 */
export async function makeBackup(
  scope: TaskScope,
  to: string,
  { onProgress = () => {}, firstSheet = false, snapshot }: Options = {},
): Promise<MadeBackup> {
  const { workspace, read, write } = scope
  const folder = resolve(to)
  assertOutside(workspace.folder, folder)
  const { centre, id } = read(({ db }) => ({ centre: findCentre(db), id: centreIdOf(db) }))
  if (!centre || id === null) throw new DomainError({ code: 'not_set_up' })
  const { sheet, code } = sheetFor(scope, firstSheet)
  const { order, lockedKeys } = await orderOf(scope, folder, sheet, snapshot)
  const made = await backupWork(scope, { kind: 'write', order, centre: id }, onProgress)
  const { file, bytes, madeAt, rows, tables, files, removed } = made
  // Only after the bundle is written: until then nobody has been told the code of the new sheet.
  if (code !== null) workspace.dataKeys.adopt(workspace.dataKey, sheet)
  write(({ record }) => record('snapshot', madeAt, null, { to: folder, bytes, rows, files: files.total }))
  return {
    bundle: file,
    centre: centre.name,
    madeAt,
    bytes,
    tables,
    rows,
    files,
    sheet: { number: order.sheet.number, code },
    lockedKeys,
    removed,
  }
}

/** The sheet that opens the bundle; if there is none, a new one with its code, not stored yet. */
function sheetFor(
  { workspace, entropy, at }: TaskScope,
  firstSheet: boolean,
): { sheet: StoredSheet; code: string | null } {
  const sheet = workspace.dataKeys.storedSheet
  if (sheet) return { sheet, code: null }
  if (!firstSheet) throw new DomainError({ code: 'backup_needs_sheet' })
  const code = recoveryCodeOf(entropy(codeBytes))
  return { sheet: workspace.dataKeys.newSheet(bytesOfCode(code), at), code }
}

async function orderOf(
  { workspace, at, today }: TaskScope,
  folder: string,
  sheet: StoredSheet,
  made: string | undefined,
): Promise<{ order: BundleOrder; lockedKeys: string[] }> {
  const dataKey = workspace.dataKey
  const keys: BundleOrder['keys'] = []
  const lockedKeys: string[] = []
  for (const id of workspace.keys.ids) {
    if (id === dataKeyId) continue
    const secret = await workspace.keys.get(id)
    if (secret) keys.push({ id, secret: secret.toString('base64') })
    else lockedKeys.push(id)
  }
  const name = made ?? (await workspace.takeSnapshot()).name
  const order: BundleOrder = {
    dataFolder: workspace.folder,
    snapshot: join(workspace.folder, snapshotFolderName, name),
    folder,
    dataKey: dataKey.secret,
    sheet,
    keys,
    beside: companionFiles(workspace.folder),
    at,
    today,
    program: program.version,
  }
  return { order, lockedKeys }
}

function companionFiles(dataFolder: string): Manifest['beside'] {
  return companionNames.flatMap(name => {
    const path = join(dataFolder, name)
    return existsSync(path) ? [{ name, base64: readFileSync(path).toString('base64') }] : []
  })
}

/** @throws DomainError place_in_data */
export function assertOutside(dataFolder: string, folder: string): void {
  if (isWithin(dataFolder, folder)) throw new DomainError({ code: 'place_in_data', folder })
}

function isWithin(parent: string, folder: string): boolean {
  const between = relative(parent, folder)
  return between === '' || (between !== '..' && !between.startsWith(`..${sep}`) && resolve(parent, between) === folder)
}
