import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keptDays } from '../../../shared/features/session/leftover.ts'
import { mostFileMegabytes } from '../../../shared/features/trainee/trainee-file.ts'
import { type FileId, fileId } from '../../../shared/ids.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Check } from '../database/check.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../database/connection.ts'
import { fileFolderName } from '../database/identity.ts'
import { DomainError } from '../domain-error.ts'
import { type DataKey, isEncrypted, isWhole } from '../keys/data-key.ts'
import type { CommandScope, TaskScope } from '../scope.ts'
import { type FileType, fileType } from './file-type.ts'
import { findLeftovers } from './leftover-store.ts'
import { saveFile } from './save-file.ts'

export type StoredFile = { id: number; name: string; sha256: string; type: FileType; size: number }
export type FileOnDisk = Omit<StoredFile, 'id'>

/** Folder of the files, and their encryption key. */
type FilePlace = { readonly folder: string; readonly dataKey: DataKey }

function pathOfFile(dataFolder: string, { name }: Pick<StoredFile, 'name'>): string {
  return join(dataFolder, fileFolderName, name)
}

/**
 * Writes a file encrypted to the disk, completely or not at all, before any row refers to it: a power cut leaves a file without a row, which the
 * check finds, never a row without a file.
 * @param name 32 random hexadecimal digits, never reused
 * @throws DomainError not_a_file, file_too_large, data_locked
 */
export async function writeStoredFile(place: FilePlace, file: File, name: string): Promise<FileOnDisk> {
  if (file.size > mostFileMegabytes * 1024 * 1024) {
    throw new DomainError({ code: 'file_too_large', megabytes: mostFileMegabytes })
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = fileType(bytes)
  if (type === null) throw new DomainError({ code: 'not_a_file', file: file.name.slice(0, 80) })
  const folder = join(place.folder, fileFolderName)
  await mkdir(folder, { recursive: true })
  await saveFile(join(folder, name), place.dataKey.encrypt(bytes))
  return { name, sha256: sha256Of(bytes), type, size: bytes.byteLength }
}

/** Writes the file, then its row together with what `keep` writes; if that fails the file is deleted. */
export async function keepFile<T>(
  { write, workspace, entropy }: TaskScope,
  file: File,
  keep: (scope: CommandScope, stored: FileOnDisk & { fileId: FileId }) => T,
): Promise<T> {
  workspace.ensureSpace(file.size)
  const onDisk = await writeStoredFile(workspace, file, Buffer.from(entropy(16)).toString('hex'))
  try {
    return write(scope => {
      const { db, at, operator } = scope
      return keep(scope, { ...onDisk, fileId: fileId.parse(insertStoredFile(db, onDisk, { at, by: operator.name })) })
    })
  } catch (error) {
    await deleteStoredFile(workspace.folder, onDisk)
    throw error
  }
}

/** @throws DomainError file_missing, file_damaged, data_locked */
export async function readStoredFile(place: FilePlace, file: FileOnDisk): Promise<Uint8Array<ArrayBuffer>> {
  const path = pathOfFile(place.folder, file)
  if (!existsSync(path)) throw new DomainError({ code: 'file_missing' })
  const stored = new Uint8Array(await readFile(path))
  const bytes = isEncrypted(stored) ? place.dataKey.decrypt(stored) : stored
  if (sha256Of(bytes) !== file.sha256) throw new DomainError({ code: 'file_damaged' })
  return bytes
}

/** Call it when no row refers to the file any more. */
export async function deleteStoredFile(dataFolder: string, file: Pick<StoredFile, 'name'>): Promise<void> {
  await rm(pathOfFile(dataFolder, file), { force: true })
}

export function insertStoredFile(db: WriteDatabase, file: FileOnDisk, who: Who): number {
  return db.insert('stored_file', 'name, sha256, type, size, recorded_at: at, recorded_by: by', { ...file, ...who })
}

/**
 * Whether every scan exists unchanged; reads all of them. Without the key only the digest of an encrypted one is checked. Files without a row are
 * listed with the day they were found, but are no error.
 */
export function checkFiles(db: ReadDatabase, dataFolder: string, today: PlainDate, key: DataKey | null = null): Check {
  const folder = join(dataFolder, fileFolderName)
  const present = new Set(existsSync(folder) ? readdirSync(folder) : [])
  const rows = db.all<FileOnDisk & { owner: string }>(
    `SELECT name, sha256, type, size, ${ownerOfFile} AS owner FROM stored_file ORDER BY id`,
  )
  const missing: string[] = []
  const damaged: string[] = []
  let closed = 0
  for (const { name, sha256, owner } of rows) {
    if (!present.delete(name)) missing.push(`${name} (${owner})`)
    else {
      const bytes = readFileSync(join(folder, name))
      if (isEncrypted(bytes) && key === null) closed += 1
      if (!isAsItWas(bytes, sha256, key)) damaged.push(`${name} (${owner})`)
    }
  }
  const leftovers = findLeftovers(db, dataFolder, today)
  const words = [
    `${rows.length} berkas`,
    closed > 0 && `${closed} terkunci untuk komputer ini, diperiksa tanpa dibuka`,
    missing.length > 0 && `hilang: ${missing.join(', ')}; hapus di halamannya, atau kembalikan berkasnya dari cadangan`,
    damaged.length > 0 && `rusak: ${damaged.join(', ')}`,
    leftovers.length > 0 &&
      `tanpa pemilik, dihapus sendiri ${keptDays} hari sesudah ditemukan: ${leftovers.map(({ path, foundOn }) => `${path} (${foundOn})`).join(', ')}`,
  ]
  return { key: 'files', ok: missing.length + damaged.length === 0, detail: words.filter(Boolean).join('; ') }
}

function isAsItWas(bytes: Uint8Array, sha256: string, key: DataKey | null): boolean {
  if (!isEncrypted(bytes)) return sha256Of(bytes) === sha256
  if (key === null) return isWhole(bytes)
  try {
    return isWhole(bytes) && sha256Of(key.decrypt(bytes)) === sha256
  } catch {
    return false
  }
}

/** Where the file is shown in the program, to remove its entry: a restored database may refer to scans deleted since. */
const ownerOfFile = `coalesce(
  (SELECT kind || ' peserta nomor ' || trainee_id FROM trainee_file WHERE file_id = stored_file.id),
  (SELECT 'scan berkas ' || paper_key || ' kelas ' || code FROM paper_scan JOIN cohort ON cohort.id = cohort_id WHERE file_id = stored_file.id),
  (SELECT 'scan daftar hadir ' || coalesce('kelas ' || code, 'yang belum dikenali')
   FROM scan_page LEFT JOIN cohort ON cohort.id = cohort_id WHERE file_id = stored_file.id),
  (SELECT 'foto kegiatan kelas ' || code FROM cohort_picture JOIN cohort ON cohort.id = cohort_id WHERE file_id = stored_file.id),
  (SELECT 'surat sakit atau izin kelas ' || code FROM attendance_letter JOIN enrolment ON enrolment.id = enrolment_id
   JOIN cohort ON cohort.id = cohort_id WHERE file_id = stored_file.id LIMIT 1),
  'tidak dipakai')`

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
