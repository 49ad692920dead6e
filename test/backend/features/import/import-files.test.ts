import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeRanges } from '../../../../shared/kernel/number-ranges.ts'
import { setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { readImport, runImport } from '../../import-steps.ts'
import { budi, header, row, siti, workbook } from '../../people-workbook.ts'
import { fileOf, officeParts } from '../../raw-workbook.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const budiRow = row({ NIK: budi, 'Nama Lengkap': 'Budi', 'Tanggal Lahir': '09/03/1985', 'L/P': 'L' })

describe('a sheet', () => {
  test('may begin with titles, have empty and numbered rows, and end with a total', async () => {
    const numbers = header.map((_, index) => String(index + 1))
    const { rows, summary, headerRow, signature } = await readImport(fixture, [
      ['DAFTAR CALON PESERTA'],
      [],
      header,
      numbers,
      row(),
      [],
      ['3'],
      budiRow,
      ['Jumlah', '2'],
      [null, 'TOTAL', '2 orang'],
      [],
      [null, 'Mengetahui,', 'Tangerang, 10 Desember 2024'],
      [null, null, 'Hj. Nurjanah, S.Sos'],
    ])
    expect(signature).toEqual({ first: 12, last: 13 })
    expect(summary).toEqual({ create: 2, match: 0, duplicate: 0, reject: 0 })
    expect(headerRow).toBe(3)
    expect(rows.map(entry => entry.row)).toEqual([5, 8])
  })

  test('is found by its columns, or taken by name', async () => {
    const data = (cells: string[]) =>
      `<row r="1">${cells.map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row><row r="2"><c r="A2" t="inlineStr"><is><t>${siti}</t></is></c><c r="B2" t="inlineStr"><is><t>Siti</t></is></c></row>`
    const file = fileOf(
      officeParts([
        { name: 'Petunjuk', data: data(['Nama', 'Cara']) },
        { name: 'Data', data: data(['NIK', 'Nama Lengkap', 'Ukuran Sepatu']) },
        { name: 'Lama', data: data(['NIK', 'Nama', 'Kelurahan', 'No. HP']), hidden: true },
      ]),
    )
    const found = await readImport(fixture, file)
    expect(found).toMatchObject({ sheet: 'Data', sheets: ['Petunjuk', 'Data', 'Lama'] })
    expect(found.columns.map(column => [column.title, column.field])).toEqual([
      ['NIK', 'nik'],
      ['Nama Lengkap', 'name'],
      ['Ukuran Sepatu', null],
    ])
    expect(await readImport(fixture, file, { sheet: 'LAMA' })).toMatchObject({ sheet: 'Lama', summary: { create: 1 } })
    expect(await domainErrorOf(readImport(fixture, file, { sheet: 'Lembar9' }))).toMatchObject({
      code: 'sheet_unknown',
      sheets: ['Petunjuk', 'Data', 'Lama'],
    })
  })

  test('may have column titles over two rows, as official forms do', async () => {
    const { rows, columns, headerRow } = await readImport(fixture, [
      ['DAFTAR'],
      ['No', 'NIK', 'Nama', 'Tempat, Tanggal Lahir', null, 'Alamat', null, null, 'Ket'],
      [null, null, null, 'Tempat', 'Tanggal', 'Jalan', 'RT', 'Kel.', null],
      ['1', siti, 'Siti', 'Jakarta', '12/05/1990', 'Jl. Mawar', '3', 'Kereo', 'x'],
    ])
    expect(headerRow).toBe(2)
    expect(Object.fromEntries(columns.map(({ title, field }) => [title, field]))).toEqual({
      No: null,
      NIK: 'nik',
      Nama: 'name',
      Tempat: 'birthPlace',
      Tanggal: 'birthDate',
      Jalan: 'address',
      RT: 'neighbourhood',
      'Kel.': 'village',
      Ket: null,
    })
    expect(rows).toMatchObject([{ row: 4, status: 'create', problems: [], note: expect.stringContaining('Kreo') }])
  })

  test('without a recognised NIK column asks for it, and uses the chosen one', async () => {
    const rows = [
      ['Identitas', 'Nama'],
      [siti, 'Siti'],
    ]
    expect(await readImport(fixture, rows)).toMatchObject({ missing: ['nik'], rows: [] })
    expect(await rejectedAs(runImport(fixture, rows), 'workbook_without_header')).toMatchObject({ missing: ['NIK'] })
    const columns = [
      { index: 0, field: 'nik' as const },
      { index: 1, field: 'name' as const },
    ]
    expect((await readImport(fixture, rows, { columns })).rows).toMatchObject([{ row: 2, status: 'create', nik: siti }])
  })

  test('with two columns of the same title or field reads the first and names both', async () => {
    const { columns, rows } = await readImport(fixture, [
      ['NIK', 'Nama', 'Nama', 'Nama Lengkap'],
      [siti, 'Siti', 'Lain', 'Lagi'],
    ])
    expect(columns.map(({ title, field }) => [title, field])).toEqual([
      ['NIK', 'nik'],
      ['Nama', 'name'],
      ['Nama (2)', null],
      ['Nama Lengkap', null],
    ])
    expect(rows[0]?.name).toBe('Siti')
  })
})

describe('a file of LibreOffice', () => {
  const strings = ['NIK', 'Nama', 'Tgl Lahir', 'HP', 'Siti &amp; Rahayu', siti, 'Keterangan']
  const shared = (reference: string, index: number) => `<c r="${reference}" s="0" t="s"><v>${index}</v></c>`
  const titles = `<row r="1" customFormat="false">${shared('A1', 0)}${shared('B1', 1)}${shared('C1', 2)}${shared('D1', 3)}${shared('F1', 6)}</row>`

  test('has shared texts, dates as formatted numbers, and formulas read as their last value', async () => {
    const file = fileOf(
      officeParts(
        [
          {
            name: 'Lembar1',
            data: `${titles}<row r="7">${shared('A7', 5)}${shared('B7', 4)}<c r="C7" s="1"><v>33005</v></c><c r="D7" s="0" t="str"><f aca="false">CONCATENATE(&quot;08&quot;,&quot;1234567890&quot;)</f><v>081234567890</v></c><c r="E7" s="1"/></row><row r="1048576"><c r="XFD1048576" s="1"/></row>`,
          },
        ],
        strings,
      ),
    )
    const { rows } = await readImport(fixture, file)
    expect(rows).toMatchObject([{ row: 7, status: 'create', nik: siti, name: 'Siti & Rahayu', problems: [] }])
    const { rows: written } = await runImport(fixture, file)
    const person = await fixture.client.trainee.get({ id: written[0]?.traineeId ?? (0 as never) })
    expect(person).toMatchObject({ birthDate: '1990-05-12', phone: '6281234567890' })
  })

  test.skipIf(!hasLibreOffice())('a list saved by LibreOffice gives the same list', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'balai-office-'))
    const other = (serial: number, changes: Parameters<typeof row>[0]) =>
      row({ NIK: `367105520590${serial}`, 'Nama Lengkap': `Orang ${serial}`, ...changes })
    const rows = [
      ['DAFTAR CALON PESERTA'],
      [],
      header,
      row({ 'Tanggal Lahir': new Date(Date.UTC(1990, 4, 12)) }),
      row({ NIK: Number(siti) }),
      row({ NIK: '3.67E+15' }),
      row({ NIK: siti.slice(0, 15) }),
      row({ NIK: `'3671-0552.0590 1004` }),
      [],
      other(1005, { 'Tanggal Lahir': '12 Mei 1990', 'L/P': 'PR', Kelurahan: 'KEREO-SELATAN', Kecamatan: null }),
      other(1006, { 'Tanggal Lahir': '13-5-90', 'L/P': 'Laki-laki', Kelurahan: 'Antah', 'No. HP': 81_234_567_890 }),
      other(1007, { 'Tanggal Lahir': 33_005, 'No. HP': '+62 812 3456 7890' }),
      other(1007, { 'Nama Lengkap': 'Lain' }),
      ['JUMLAH', '8'],
    ]
    try {
      const ours = await workbook(rows)
      const path = join(folder, 'daftar.xlsx')
      writeFileSync(path, new Uint8Array(await ours.arrayBuffer()))
      for (const format of ['ods', 'xlsx']) {
        const from = format === 'ods' ? path : join(folder, 'daftar.ods')
        execFileSync('soffice', [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          folder,
          from,
        ])
      }
      const theirs = new File([new Uint8Array(readFileSync(path))], 'daftar.xlsx')
      const { rows: read } = await readImport(fixture, theirs)
      expect(read).toEqual((await readImport(fixture, ours)).rows)
      expect(read.map(one => [one.row, one.status, one.problems.map(problem => problem.code).join()])).toEqual([
        [4, 'create', ''],
        [5, 'reject', 'nik_damaged'],
        [6, 'reject', 'nik_damaged'],
        [7, 'reject', 'nik_damaged'],
        [8, 'create', ''],
        [10, 'create', ''],
        [11, 'create', 'differs_from_nik,differs_from_nik,village_unknown'],
        [12, 'create', ''],
        [13, 'duplicate', 'duplicate_in_file'],
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test.each([
    ['3671055205900001', '3671055205900001'],
    ['3.6710552059E+015', '3671055205900000'],
    ['3.67105520590001E15', '3671055205900010'],
  ])('a NIK as the number %s is damaged', async (written, shown) => {
    const data = `${titles}<row r="2"><c r="A2" s="2"><v>${written}</v></c>${shared('B2', 4)}</row>`
    const { rows, spoilt } = await readImport(fixture, fileOf(officeParts([{ name: 'Lembar1', data }], strings)))
    expect(rows).toMatchObject([{ status: 'reject', nik: shown, damage: { kind: 'number', shown } }])
    expect(spoilt).toEqual({ damaged: 1, total: 1 })
  })
})

describe('CSV', () => {
  const lines = [
    'DAFTAR PESERTA;;;',
    'NIK;Nama;Tempat, Tgl. Lahir;Kelurahan',
    `="${siti}";Zoë Rahayu;Tangerang, 12 Mei 1990;Cipondoh`,
    `${budi};"Budi;\nSantoso";"Kota Tangerang, 09-03-1985";`,
    '3,67E+15;Ratna;;',
  ]
  const text = lines.join('\r\n')
  const latin = Uint8Array.from(text, letter => letter.charCodeAt(0))
  const wide = (from: string) => new Uint8Array(Buffer.from(`\ufeff${from}`, 'utf16le'))
  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['UTF-8', text],
    ['UTF-8 with a mark', `\ufeff${text}`],
    ['Windows-1252', latin],
    ["Excel's Unicode text", wide(text.replaceAll(/;(?!\n)/g, '\t'))],
    [
      'commas',
      text
        .replaceAll(', ', '. ')
        .replaceAll(/;(?!\n)/g, ',')
        .replace('3,67E', '"3,67E')
        .replace('E+15', 'E+15"'),
    ],
    ['a declared separator', `sep=;\r\n${text}`],
  ])('in %s is read', async (_, content) => {
    const { rows, headerRow } = await readImport(fixture, new File([content], 'peserta.csv'))
    // Excel shows no row for the `sep=` line.
    expect(headerRow).toBe(2)
    expect(rows.map(entry => [entry.row, entry.nik, entry.status])).toEqual([
      [3, siti, 'create'],
      [4, budi, 'create'],
      [5, '3,67E+15', 'reject'],
    ])
    expect(rows[0]).toMatchObject({ name: 'Zoë Rahayu', note: expect.stringContaining('Cipondoh') })
  })
})

describe('a file that is no list', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['words', 'Ini bukan Excel'],
    ['nothing', ''],
    ['a page', '<html><table><tr><td>NIK</td></tr></table></html>'],
    ['an archive of something else', new Uint8Array(Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'))],
    ['an old .xls', new Uint8Array(Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(512)}`, 'hex'))],
    ['half a workbook', new Uint8Array(Buffer.from('504b0304140000000800', 'hex'))],
  ])('%s: has its own message', async (_, content) => {
    const file = new File([content], 'peserta.xls')
    expect(await domainErrorOf(readImport(fixture, file))).toEqual({ code: 'not_a_workbook', file: 'peserta.xls' })
  })

  test('a workbook with a password has its own message', async () => {
    const stream = Buffer.from('EncryptedPackage', 'utf16le').toString('hex')
    const file = new File(
      [new Uint8Array(Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(512)}${stream}`, 'hex'))],
      'a.xlsx',
    )
    await rejectedAs(readImport(fixture, file), 'workbook_locked')
  })

  test('a list of other things has no columns of people', async () => {
    const { missing } = await readImport(fixture, [
      ['Barang', 'Jumlah'],
      ['Kursi', '4'],
    ])
    expect(missing).toEqual(['nik', 'name'])
  })

  test('more than ten megabytes or twenty thousand rows are refused', async () => {
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'besar.xlsx')
    await rejectedAs(readImport(fixture, large), 'workbook_too_large')
    const long = `NIK;Nama\n${'1;A\n'.repeat(20_200)}`
    await rejectedAs(readImport(fixture, new File([long], 'panjang.csv')), 'workbook_too_large')
  })

  test('a file that unpacksTooLarge when unpacked is refused, even when its directory gives a wrong size', async () => {
    const swelling = officeParts([{ name: 'A', data: '' }])
    const honest = [...swelling, { path: 'xl/media/image1.bin', text: new Uint8Array(160 * 1024 * 1024) }]
    await rejectedAs(readImport(fixture, fileOf(honest)), 'workbook_swells')
    const lying = swelling.map(part =>
      part.path.includes('sheet1') ? { ...part, text: new Uint8Array(64 * 1024 * 1024).fill(32), lieSize: 1000 } : part,
    )
    await rejectedAs(readImport(fixture, fileOf(lying)), 'workbook_swells')
  })

  test('entities, macros and links to other files are never followed', async () => {
    const parts = officeParts(
      [
        {
          name: 'A',
          data: '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="2"><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>',
        },
      ],
      ['NIK', 'Nama', siti, '&secret;'],
    ).map(part =>
      part.path.endsWith('sharedStrings.xml')
        ? {
            ...part,
            text: String(part.text).replace(
              '<sst',
              '<!DOCTYPE sst [<!ENTITY secret SYSTEM "file:///etc/hostname">]><sst',
            ),
          }
        : part,
    )
    const { rows } = await readImport(fixture, fileOf([...parts, { path: 'xl/vbaProject.bin', text: 'macro' }]))
    expect(rows).toMatchObject([{ nik: siti, name: '&secret;' }])
  })
})

test('a column of numbers converted to text is recognised by its many zeros', async () => {
  const list = (end: (index: number) => number) =>
    readImport(fixture, [
      ['NIK', 'Nama'],
      ...Array.from({ length: 8 }, (_, index) => [`3671055205900${index + 1}${index}${end(index)}`, `Orang ${index}`]),
    ])
  const doubtful = await list(() => 0)
  expect(doubtful).toMatchObject({ spoilt: null, suspect: { endInZero: 8, total: 8 }, summary: { create: 8 } })
  for (const { problems } of doubtful.rows)
    expect(problems).toContainEqual(expect.objectContaining({ code: 'nik_ends_in_zero', severity: 'warning' }))
  expect(await list(index => (index < 4 ? 0 : 1))).toMatchObject({ suspect: null })
})

test('progress is reported, and a cancelled import leaves nothing', async () => {
  const file = new File(
    [
      `NIK;Nama\n${Array.from({ length: 5000 }, (_, index) => `36710552059${String(index + 10_001)};Orang ${index}`).join('\n')}`,
    ],
    'banyak.csv',
  )
  const ticket = 'cafe-0001'
  const before = fixture.audit().length
  const running = domainErrorOf(runImport(fixture, file, [], { ticket }))
  const seen: unknown[] = []
  for (let ask = 0; ask < 1000 && seen.length === 0; ask += 1) {
    const progress = await fixture.client.import.progress({ ticket })
    if (progress && progress.total !== null && progress.done > 0) seen.push(progress)
    else await new Promise(resolve => setTimeout(resolve, 1))
  }
  await fixture.client.import.cancel({ ticket })
  expect(seen).toMatchObject([{ total: 5000 }])
  expect(await running).toEqual({ code: 'import_cancelled' })
  expect((await fixture.client.trainee.list({ search: '', limit: 1, offset: 0 })).total).toBe(0)
  expect(fixture.audit()).toHaveLength(before)
  expect(await fixture.client.import.progress({ ticket })).toBeNull()
})

test('the sample list of the project is read without a warning', async () => {
  const bytes = new Uint8Array(
    readFileSync(new URL('../../../../build/sample-data/peserta-tata-rias.xlsx', import.meta.url)),
  )
  const { rows } = await readImport(fixture, new File([bytes], 'peserta-tata-rias.xlsx'))
  expect(rows).toHaveLength(16)
  expect(rows.flatMap(entry => entry.problems)).toEqual([])
})

test('the exported list and the empty template can be read back unchanged', async () => {
  await runImport(fixture, [
    header,
    row(),
    row({ NIK: budi, 'Nama Lengkap': '=SUM(A1)', 'Tanggal Lahir': '09/03/1985', 'L/P': 'L' }),
  ])
  const file = await fixture.client.trainee.exportList({ search: '', fullNik: true })
  const again = await readImport(fixture, new File([await file.arrayBuffer()], file.name))
  expect(again.summary).toEqual({ create: 0, match: 2, duplicate: 0, reject: 0 })
  expect(again.rows.flatMap(entry => entry.differences)).toEqual([])
  const listed = await fixture.client.trainee.list({ search: '', limit: 10, offset: 0 })
  const exported = fixture.audit().at(-1)
  expect(exported).toMatchObject({ operation: 'trainee.exportList', entity_id: 'daftar-peserta.xlsx' })
  const ids = listed.rows.map(person => person.id).toSorted((a, b) => a - b)
  expect(JSON.parse(exported?.after ?? '').trainees).toBe(writeRanges(ids))
  const template = await fixture.client.import.template({})
  const empty = await readImport(fixture, new File([await template.arrayBuffer()], template.name))
  expect(empty).toMatchObject({ rows: [], missing: [] })
  expect(await readImport(fixture, await workbook([header]))).toMatchObject({ rows: [], missing: [] })
})

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
