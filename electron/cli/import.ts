import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ImportReading, ImportRequest } from '../../shared/features/import/contract.ts'
import { importFieldLabels } from '../../shared/features/import/import-field.ts'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import type { Clock } from '../backend/clock.ts'
import { createBackend } from '../backend/create-backend.ts'
import { databaseFileName } from '../backend/database/identity.ts'
import { DomainError } from '../backend/domain-error.ts'
import { missingLabels } from '../backend/features/import/check-import-file.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'
import { type Answer, type Command, readOptions, UsageError } from './command.ts'
import { clockOf, silentHost } from './with-backend.ts'

/** The backend refuses larger files; this keeps a disk image chosen by mistake from being read into memory first. */
const mostBytes = 64 * 1024 * 1024

/** Imports a list of people: new ones are registered, known ones are not changed. Creates a data folder if there is none, as the program does. */
export const importCommand: Command = {
  usage: 'import FILE [--data DIR] [--sheet NAME] [--dry-run] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', sheet: 'text', 'dry-run': 'flag' }, 1)
    const [path] = options.positionals
    if (path === undefined) throw new UsageError('Nama berkas belum ditulis.')
    const request = { ...plainRequest(readImportFile(path), randomUUID()), sheet: options.sheet ?? null }
    const clock = clockOf(options)
    const folder = chooseDataFolder(options.data)
    const write = !options['dry-run']
    if (existsSync(join(folder, databaseFileName))) return importInto(folder, request, clock, write)
    // There is no data yet. A file that cannot be read, or a dry run, must not create a new folder.
    const scratch = mkdtempSync(join(tmpdir(), 'balai-'))
    try {
      const trial = await importInto(scratch, request, clock, false)
      if (!write) return trial
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
    const { json, words } = await importInto(folder, request, clock, true)
    return { json, words: `Folder data baru: ${folder}\n${words}` }
  },
}

async function importInto(folder: string, request: ImportRequest, clock: Clock, write: boolean): Promise<Answer> {
  const backend = createBackend({ dataFolder: folder, host: silentHost, clock, alone: true, beforeSetUp: true })
  try {
    if (backend.workspace.openingError) throw new DomainError(backend.workspace.openingError)
    const { client } = backend
    const reading = await client.import.read(request)
    if (reading.missing.length > 0)
      throw new DomainError({
        code: 'workbook_without_header',
        sheet: reading.sheet,
        missing: missingLabels(reading.missing),
      })
    const receipt = write ? await client.import.run({ ...request, answers: [] }) : null
    const done = receipt
      ? receipt.id === null
        ? 'Tidak ada yang berubah.'
        : `${receipt.counts.created} peserta masuk (impor nomor ${receipt.id}).`
      : 'Belum ada yang ditulis.'
    return { json: asJson(reading), words: [...words(reading), done].join('\n') }
  } finally {
    await backend.close()
  }
}

function readImportFile(path: string): File {
  let bytes: Buffer
  try {
    if (!statSync(path).isFile()) throw new Error('no file')
    bytes = statSync(path).size > mostBytes ? Buffer.alloc(mostBytes) : readFileSync(path)
  } catch {
    throw new DomainError({ code: 'no_such_file', file: path })
  }
  return new File([new Uint8Array(bytes)], basename(path))
}

function asJson({ columns, rows, summary }: ImportReading) {
  return {
    columns: Object.fromEntries(columns.map(({ title, field }) => [title, field])),
    rows: rows.map(({ row, status, nik, name, problems }) => ({ row, status, nik, name, problems })),
    summary,
  }
}

const states = { create: 'baru', match: 'sudah ada', duplicate: 'ganda', reject: 'DITOLAK' }

function words({ sheet, headerRow, columns, rows, summary }: ImportReading): string[] {
  return [
    `Lembar “${sheet}”, judul di baris ${headerRow}.`,
    ...columns.map(
      ({ title, field }) => `  ${title} → ${field === null ? '(tidak dipakai)' : importFieldLabels[field]}`,
    ),
    ...rows.map(({ row, status, nik, name, note }) =>
      `${String(row).padStart(6)}  ${states[status].padEnd(9)}  ${nik.padEnd(16)}  ${name}  ${note}`.trimEnd(),
    ),
    `${summary.create} baru, ${summary.match} sudah ada, ${summary.duplicate} ganda dalam berkas, ${summary.reject} ditolak.`,
  ]
}
