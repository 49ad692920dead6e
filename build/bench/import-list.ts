import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import writeExcelFile from 'write-excel-file/node'
import { libreOffice } from './libre-office.ts'
import { medianTime } from './measure.ts'
import { assertRight, atLeast, type Figure, shownOnly, under } from './part.ts'

const people = 10_000
const known = 2_000
const run = promisify(execFile)
const importOnce = fileURLToPath(new URL('./import-once.ts', import.meta.url))

type Once = { milliseconds: number; megabytes: number; created: number; matched: number; longestWait: number }

/** Reads, checks, matches with 2,000 known people and writes 10,000 rows. Compared with LibreOffice converting the workbook to CSV. */
export async function importList(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-bench-'))
  try {
    const file = await writeList(folder, 'daftar.xlsx', people)
    const { stdout } = await run(process.execPath, [
      importOnce,
      file,
      await writeList(folder, 'dikenal.xlsx', known),
      join(folder, 'data'),
    ])
    const once = JSON.parse(stdout) as Once
    assertRight(once.created === people - known && once.matched === known, `${once.created} new, ${once.matched} known`)
    const what = '10,000 rows read, checked, matched, written'
    return [
      ...(await besideLibreOffice(folder, file, once.milliseconds, what)),
      under('import', 'memory of all of it', once.megabytes, 400, 'MB'),
      shownOnly('import', 'longest wait of the window while it reads', once.longestWait, 'ms'),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function besideLibreOffice(folder: string, file: string, ours: number, what: string): Promise<Figure[]> {
  const open = await libreOffice(folder)
  if (!open) return [shownOnly('import', `${what} (no soffice to compare with)`, ours, 'ms')]
  const theirs = await medianTime(() => open(file))
  return [
    shownOnly('import', what, ours, 'ms'),
    atLeast('import', `${what}: against LibreOffice's conversion`, theirs / ours, 3),
  ]
}

async function writeList(folder: string, name: string, count: number): Promise<string> {
  const heads = [
    'No',
    'NIK',
    'Nama Lengkap',
    'Tempat Lahir',
    'Tanggal Lahir',
    'L/P',
    'Alamat',
    'RT',
    'RW',
    'Kelurahan',
    'Kecamatan',
    'No. HP',
    'Pendidikan',
  ]
  const rows = Array.from({ length: count }, (_, index) => {
    const [day, month, year] = [pad((index % 28) + 1, 2), pad((index % 12) + 1, 2), pad(70 + (index % 30), 2)]
    const nik = `367105${day}${month}${year}${pad((index % 9998) + 1, 4)}`
    return [
      String(index + 1),
      nik,
      `Orang Contoh ${index}`,
      'Tangerang',
      `${day}/${month}/19${year}`,
      'L',
      `Jl. Contoh No. ${index}`,
      '001',
      '002',
      'Cipondoh',
      'Cipondoh',
      `0812${pad(index, 8)}`,
      'SMA',
    ]
  })
  const path = join(folder, name)
  await writeExcelFile(
    [heads, ...rows].map(cells => cells.map(value => ({ type: String, value, format: '@' }))),
  ).toFile(path)
  return path
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
