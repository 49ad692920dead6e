import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setUp } from '../backend/cohort-steps.ts'
import { type Fixture, openFixture } from '../backend/fixture.ts'
import { budi, type Cell, header, row, siti, workbook } from '../backend/people-workbook.ts'
import { balai, filesIn, json, spellOut } from './balai.ts'

type Answer = {
  columns: Record<string, string | null>
  rows: {
    row: number
    status: string
    nik: string
    name: string
    problems: { field: string; code: string; severity: string; message: string }[]
  }[]
  summary: Record<string, number>
}
type Failed = { error: { code: string; message: string } }

let fixture: Fixture
let data: string
let file: string
beforeEach(async () => {
  fixture = openFixture()
  data = fixture.folder
  await setUp(fixture)
  await fixture.backend.close()
  file = await save([
    ['DAFTAR PESERTA'],
    header,
    row(),
    row({ NIK: budi, 'Nama Lengkap': 'Budi', 'Tanggal Lahir': '09/03/1985', 'L/P': 'Pria', Kelurahan: 'Antah' }),
    row({ 'Nama Lengkap': 'Siti R.' }),
    row({ NIK: Number(siti), 'Nama Lengkap': 'Wati' }),
  ])
})
afterEach(() => fixture.remove())

async function save(rows: Cell[][], name = 'daftar.xlsx'): Promise<string> {
  const path = join(fixture.folder, '..', name)
  writeFileSync(path, new Uint8Array(await (await workbook(rows, 'Data')).arrayBuffer()))
  return path
}
const people = async () => {
  await fixture.reopen()
  const { total } = await fixture.client.trainee.list({ search: '', limit: 1, offset: 0 })
  await fixture.backend.close()
  return total
}

test('a dry run reports every row and writes nothing', async () => {
  const ended = await balai('import', file, '--data', data, '--dry-run', '--json', '--today', '2024-12-10')
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
  const { columns, rows, summary } = json<Answer>(ended)
  expect(columns).toMatchObject({ No: null, NIK: 'nik', 'Nama Lengkap': 'name', 'No. HP': 'phone' })
  expect(summary).toEqual({ create: 2, match: 0, duplicate: 1, reject: 1 })
  expect(rows.map(({ row: line, status, nik, name }) => [line, status, nik, name])).toEqual([
    [3, 'create', siti, 'Siti Rahayu'],
    [4, 'create', budi, 'Budi'],
    [5, 'duplicate', siti, 'Siti R.'],
    [6, 'reject', siti, 'Wati'],
  ])
  expect(Object.keys(rows[0] ?? {})).toEqual(['row', 'status', 'nik', 'name', 'problems'])
  expect(rows[1]?.problems).toEqual([
    { field: 'village', code: 'village_unknown', severity: 'warning', message: 'Kelurahan “Antah” tidak dikenal.' },
  ])
  expect(rows[3]?.problems).toMatchObject([{ field: 'nik', code: 'nik_damaged', severity: 'error' }])
  expect(await people()).toBe(0)
})

test('without it new people are added, and a second run changes nothing', async () => {
  const first = await balai('import', file, '--data', data, '--today', '2024-12-10')
  expect(first).toMatchObject({ exitCode: 0, stderr: '' })
  expect(first.stdout).toContain('2 baru, 0 sudah ada, 1 ganda dalam berkas, 1 ditolak.\n2 peserta masuk')
  expect(await people()).toBe(2)
  const again = await balai('import', file, '--data', data, '--json', '--today', '2024-12-10')
  expect(json<Answer>(again).summary).toEqual({ create: 0, match: 2, duplicate: 1, reject: 1 })
  expect(await people()).toBe(2)
  expect((await balai('import', file, '--data', data)).stdout).toContain('Tidak ada yang berubah.')
})

describe('is refused with a message', () => {
  test.each<[string, () => string[] | Promise<string[]>, string]>([
    ['a file that is not there', () => [join(fixture.folder, 'tidak-ada.xlsx')], 'no_such_file'],
    ['a folder', () => [fixture.folder], 'no_such_file'],
    ['a sheet that is not there', () => [file, '--sheet', 'Lembar9'], 'sheet_unknown'],
    [
      'a list without NIK',
      async () => [
        await save(
          [
            ['Barang', 'Nama'],
            ['Kursi', 'Merah'],
          ],
          'barang.xlsx',
        ),
      ],
      'workbook_without_header',
    ],
    [
      'what is no workbook',
      () => {
        const path = join(fixture.folder, '..', 'surat.xlsx')
        writeFileSync(path, 'Dengan hormat')
        return [path]
      },
      'not_a_workbook',
    ],
  ])('%s', async (_, args, code) => {
    const before = filesIn(data)
    const ended = await balai('import', ...(await args()), '--data', data, '--json')
    expect(ended.exitCode).toBe(1)
    expect(spellOut(ended)).toBe(true)
    expect(json<Failed>(ended).error).toMatchObject({ code, message: expect.stringMatching(/\p{L}{3}/u) })
    expect(filesIn(data)).toEqual(before)
  })

  test('a wrong command line exits with code 2', async () => {
    for (const args of [[], [file, 'lagi'], [file, '--lembar', 'Data'], [file, '--today', '2024-13-01']]) {
      const ended = await balai('import', ...args, '--data', data)
      expect(ended.exitCode, args.join(' ')).toBe(2)
      expect(spellOut(ended)).toBe(true)
      expect(ended.stderr).toContain('balai import FILE')
    }
  })
})

test('a new data folder is created by the import itself, not by a dry run or an unreadable file', async () => {
  const folder = join(fixture.folder, 'baru')
  const trial = await balai('import', file, '--data', folder, '--dry-run', '--json')
  expect(json<Answer>(trial).summary).toMatchObject({ create: 2 })
  expect((await balai('import', join(folder, 'tidak-ada.xlsx'), '--data', folder)).exitCode).toBe(1)
  expect(existsSync(folder)).toBe(false)
  const made = await balai('import', file, '--data', folder)
  expect(made.stdout).toContain(`Folder data baru: ${folder}`)
  const again = await balai('import', file, '--data', folder, '--json')
  expect(json<Answer>(again).summary).toMatchObject({ create: 0, match: 2 })
})
