import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { ImportReading } from '../../shared/features/import/contract.ts'
import { importFieldLabels } from '../../shared/features/import/import-field.ts'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import { runningClock, systemClock } from '../backend/clock.ts'
import { createBackend } from '../backend/create-backend.ts'
import { chooseDataFolder } from '../backend/data-folder.ts'
import { missingLabels } from '../backend/features/import/judge-file.ts'
import { Refused } from '../backend/refused.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { silentHost } from './silent-host.ts'

/** Larger files are refused by the backend; this keeps a mistaken disk image from being read into memory first. */
const mostBytes = 64 * 1024 * 1024

/** Takes a list of people in: new ones are registered, known ones stay as they are unless nothing differs. */
export const importCommand: Command = {
  usage: 'import FILE [--data DIR] [--sheet NAME] [--dry-run] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', sheet: 'text', 'dry-run': 'flag' }, 1)
    const [path] = options.positionals
    if (path === undefined) throw new UsageError('Nama berkas belum ditulis.')
    const file = readImportFile(path)
    const clock = options.today ? runningClock(options.today) : systemClock
    const backend = createBackend({
      dataFolder: chooseDataFolder(options.data),
      host: silentHost,
      clock,
      create: false,
    })
    try {
      if (backend.workspace.refusal) throw new Refused(backend.workspace.refusal)
      const { client } = backend
      const request = { ...plainRequest(file, randomUUID()), sheet: options.sheet ?? null }
      const reading = await client.import.read(request)
      if (reading.missing.length > 0)
        throw new Refused({
          code: 'workbook_without_header',
          sheet: reading.sheet,
          missing: missingLabels(reading.missing),
        })
      const receipt = options['dry-run'] ? null : await client.import.run({ ...request, answers: [] })
      const done = receipt
        ? receipt.id === null
          ? 'Tidak ada yang berubah.'
          : `${receipt.counts.created} peserta masuk (impor nomor ${receipt.id}).`
        : 'Belum ada yang ditulis.'
      return { json: asJson(reading), words: [...words(reading), done].join('\n') }
    } finally {
      await backend.close()
    }
  },
}

function readImportFile(path: string): File {
  let bytes: Buffer
  try {
    if (!statSync(path).isFile()) throw new Error('no file')
    bytes = statSync(path).size > mostBytes ? Buffer.alloc(mostBytes) : readFileSync(path)
  } catch {
    throw new Refused({ code: 'no_such_file', file: path })
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
