import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cleanPackage } from '../../../electron/backend/office/clean-package.ts'
import { fillWord, fillWordForAll } from '../../../electron/backend/office/word.ts'
import { fillWorkbook } from '../../../electron/backend/office/workbook.ts'
import { excelCells, partOf } from '../../backend/office/office-files.ts'

// LibreOffice makes the forms again, opens what was filled in, recalculates and prints it. Skipped where it is not installed.

const isInstalled = spawnSync('soffice', ['--version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'balai-libreoffice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The file after LibreOffice converted it to another format. */
function converted(name: string, bytes: Uint8Array, format: string): Uint8Array<ArrayBuffer> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', join(folder, 'out'), path])
  const ending = format.split(':')[0]
  return new Uint8Array(readFileSync(join(folder, 'out', name.replace(/\.\w+$/, `.${ending}`))))
}

const source = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../backend/office/files', name)))

const people = ['Siti Rahayu', 'Rina & Ayu', 'Dewi'].map((nama, index) => ({
  no: { text: String(index + 1), number: index + 1 },
  nama: { text: nama },
  tanggal_lahir: { text: '1 Januari 1999', date: '1999-01-01' as const },
  hadir: { text: String(13 + index), number: 13 + index },
  jk: { text: 'P' },
  masih_ikut: true,
  keluar: false,
  kode_kelas: { text: 'TR-2024-03' },
  nama_balai: { text: 'UPT BLK' },
  pelatihan: { text: 'Tata Rias' },
  peserta: [],
}))
const values = {
  kode_kelas: { text: 'TR-2024-03' },
  nama_balai: { text: 'UPT BLK' },
  pelatihan: { text: 'Tata Rias' },
  jabatan_kepala: { text: 'Kepala' },
  nama_kepala: { text: 'Ahmad' },
  peserta: people,
}

test.skipIf(!isInstalled)(
  'LibreOffice opens a workbook with its layout, and computes its sums over every person',
  async () => {
    const { office } = await cleanPackage(
      'nominatif.xlsx',
      converted('nominatif.fods', source('nominatif.fods'), 'xlsx'),
    )
    const filled = fillWorkbook(office, values)
    const csv = new TextDecoder().decode(converted('terisi.xlsx', filled, 'csv')).split('\n')
    expect(csv[0]).toBe('DAFTAR NOMINATIF TR-2024-03,,,,,')
    expect(csv[3]).toMatch(/^1,Siti Rahayu,01.01.1999,13,86\.6\d*,P$/)
    expect(csv[4]).toMatch(/^2,Rina & Ayu,/)
    expect(csv[6]).toMatch(/^Jumlah hadir,,,42,93\.3\d*,$/)
    // After a round trip through LibreOffice it still has the layout of the form.
    const again = converted('terisi.xlsx', filled, 'xlsx')
    const sheet = (bytes: Uint8Array) => partOf(bytes, 'xl/worksheets/sheet1.xml')
    const merged = (bytes: Uint8Array) => [...sheet(bytes).matchAll(/mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref)
    expect(merged(again).toSorted()).toEqual(merged(filled).toSorted())
    expect(sheet(again)).toContain('orientation="landscape"')
    expect(partOf(again, 'xl/workbook.xml')).toMatch(/\$A\$1:\$F\$10/)
    expect(excelCells(again).D7).toBe('=SUM(D4:D6)')
    expect(converted('terisi.xlsx', filled, 'pdf').subarray(0, 4)).toEqual(new TextEncoder().encode('%PDF'))
  },
  180_000,
)

test.skipIf(!isInstalled)(
  'LibreOffice opens a document with every name, one per person and one for everybody',
  async () => {
    const form = converted('surat.fodt', source('surat.fodt'), 'docx')
    const fresh = async () => (await cleanPackage('surat.docx', form)).office
    const text = (bytes: Uint8Array) =>
      new TextDecoder().decode(converted('terisi.docx', bytes, 'txt:Text (encoded):UTF8'))
    const one = text(await fillWord(await fresh(), values))
    for (const { nama } of people) expect(one).toContain(nama.text)
    expect(one).toContain('Daftar peserta Tata Rias')
    const all = text(await fillWordForAll(await fresh(), people))
    expect(all.match(/Daftar peserta Tata Rias/g)).toHaveLength(3)
  },
  180_000,
)
