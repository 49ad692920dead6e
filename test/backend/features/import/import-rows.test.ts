import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkImportFile } from '../../../../electron/backend/features/import/check-import-file.ts'
import { readTable } from '../../../../electron/backend/features/import/read-table.ts'
import { Work } from '../../../../electron/backend/running-work.ts'
import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import { mustDecide } from '../../../../shared/features/import/import-row.ts'
import { plainRequest } from '../../../../shared/features/import/plain-request.ts'
import { setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture } from '../../fixture.ts'
import { runImport } from '../../import-steps.ts'
import { type Cell, header, row, siti, workbook } from '../../people-workbook.ts'

// One row of a workbook per test, cell by cell. Reading writes nothing, so all tests share one database.

let fixture: Fixture
beforeAll(async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
})
afterAll(() => fixture.remove())

/** Reads rows like the import does, with the person that would be written. */
async function read(rows: Cell[][], repairs: { row: number; nik: string }[] = []) {
  const request = { ...plainRequest(await workbook(rows), 'aaaa-0001'), repairs }
  const db = fixture.backend.workspace.read
  const work = new Work<ImportProgress>({ done: 0, total: null }, { code: 'import_cancelled' })
  const file = await checkImportFile(request, '2024-12-10', read => read({ db }), work, readTable)
  return { ...file, rows: file.rows.map(({ shown, draft }) => ({ ...shown, draft })) }
}

async function only(changes: Partial<Record<string, Cell>>, titles = header) {
  const reading = await read([titles, row(changes)])
  const [first] = reading.rows
  if (!first || reading.rows.length !== 1) throw new Error(`${reading.rows.length} rows were read`)
  return first
}

test('a correct row becomes a person', async () => {
  const read = await only({})
  expect(read).toMatchObject({ row: 2, status: 'create', nik: siti, name: 'Siti Rahayu', problems: [] })
  expect(read.draft).toMatchObject({
    birthDate: '1990-05-12',
    sex: 'P',
    villageCode: expect.stringMatching(/^3671\d{6}$/),
    phone: '6281234567890',
    education: 'SMA',
  })
})

describe('a NIK', () => {
  test('stored by Excel as a number has lost its last digits, and is never guessed', async () => {
    const read = await only({ NIK: Number(siti) })
    expect(read).toMatchObject({ status: 'reject', draft: null })
    expect(read.problems).toMatchObject([
      { field: 'nik', severity: 'error', message: expect.stringContaining('angka') },
    ])
  })

  test.each([
    ['of 15 digits', siti.slice(0, 15), 'nik_damaged'],
    ['of 17 digits', `${siti}1`, 'nik_length'],
    ['with a letter in it', '36710552O5900001', 'nik_not_digits'],
    ['with a month 13', '3671055213900001', 'nik_month'],
    ['of 31 February', '3671057102900001', 'nik_date'],
    ['in the form 3,67E+15', '3,67106E+15', 'nik_damaged'],
    ['in the form 3.67E+15', '3.67106E+15', 'nik_damaged'],
    ['that ends in 0000', '3671055205900000', 'nik_damaged'],
    ['left out', null, 'nik_missing'],
    ['of a formula that failed', '#REF!', 'nik_missing'],
  ])('%s is refused with its reason', async (_, nik, code) => {
    const read = await only({ NIK: nik })
    expect(read).toMatchObject({ status: 'reject', draft: null })
    expect(read.problems.filter(problem => problem.severity === 'error')).toMatchObject([
      { field: 'nik', code, message: expect.stringMatching(/\S/) },
    ])
  })

  test('with spaces and dots between its digits is the same number', async () => {
    expect(await only({ NIK: '3671 0552 0590 0001' })).toMatchObject({ status: 'create', nik: siti })
  })

  test('twice in a file counts once, and the second one names the row of the first', async () => {
    const { rows } = await read([header, row(), row({ 'Nama Lengkap': 'Siti R.' })])
    expect(rows.map(entry => entry.status)).toEqual(['create', 'duplicate'])
    expect(rows[1]).toMatchObject({ row: 3, status: 'duplicate', problems: [{ message: 'NIK sama dengan baris 2.' }] })
  })

  test('that contradicts birth date or sex is a warning, and the list’s values stay', async () => {
    const read = await only({ 'Tanggal Lahir': '13/05/1990', 'L/P': 'L' })
    expect(read).toMatchObject({ status: 'create', draft: { birthDate: '1990-05-13', sex: 'L' } })
    expect(read.problems.map(({ field, severity }) => [field, severity])).toEqual([
      ['birthDate', 'warning'],
      ['sex', 'warning'],
    ])
  })

  test('of an unusual age takes the century from the written date', async () => {
    const read = await only({ NIK: '3671055205190001', 'Tanggal Lahir': '12/05/1919' })
    expect(read).toMatchObject({ draft: { birthDate: '1919-05-12' }, problems: [] })
  })

  test('gives birth date and sex where the list has none', async () => {
    const read = await only({ 'Tanggal Lahir': null, 'L/P': null })
    expect(read.draft).toMatchObject({ birthDate: '1990-05-12', sex: 'P' })
    expect(read.problems).toMatchObject([{ field: 'birthDate', code: 'from_nik', severity: 'warning' }])
  })
})

test.each([
  [Number(siti), 'number', siti, 15],
  [3671055205900000, 'number', '3671055205900000', 15],
  [367105520590000, 'number', '367105520590000', 15],
  ['3,67E+15', 'exponent', '3,67E+15', 3],
  ['3.67105520590E+15', 'exponent', '3.67105520590E+15', 12],
  [siti.slice(0, 15), 'short', siti.slice(0, 15), 15],
  ['3671055205900000', 'zeros', '3671055205900000', 12],
])('shows digit by digit what Excel kept of the NIK %s', async (nik, kind, shown, kept) => {
  expect(await only({ NIK: nik })).toMatchObject({
    status: 'reject',
    nik: shown,
    damage: { kind, shown, kept },
    problems: [{ field: 'nik', code: 'nik_damaged', severity: 'error' }],
  })
})

test("a NIK is text with an apostrophe, dots or hyphens; one typed from the KTP stands in a damaged one's place", async () => {
  for (const nik of [`'${siti}`, '3671.0552.0590.0001', '367105-520590-0001', ` ${siti} `])
    expect(await only({ NIK: nik })).toMatchObject({ status: 'create', nik: siti, damage: null })
  const { rows } = await read([header, row({ NIK: Number(siti) })], [{ row: 2, nik: siti }])
  expect(rows[0]).toMatchObject({ status: 'create', nik: siti, repaired: true, damage: null })
  expect(rows.map(mustDecide)).toEqual([false])
  // The typed NIK belongs to a man born one day later, so a person must check the KTP again.
  const typed = [{ row: 2, nik: '3671051305900001' }]
  const wrong = await read([header, row({ NIK: Number(siti) })], typed)
  expect(wrong.rows.map(mustDecide)).toEqual([true])
  expect((await runImport(fixture, [header, row({ NIK: Number(siti) })], [], { repairs: typed })).counts).toMatchObject(
    {
      created: 0,
      skipped: 1,
    },
  )
})

describe('a birth date', () => {
  test.each([
    ['a cell of Excel', new Date(Date.UTC(1990, 4, 12))],
    ['12/05/1990', '12/05/1990'],
    ['12-5-1990', '12-5-1990'],
    ['12 Mei 1990', '12 Mei 1990'],
    ['1990-05-12', '1990-05-12'],
    ['1990/05/12', '1990/05/12'],
    ['a moment of another program', '1990-05-12 00:00:00'],
    ['a count of days that lost its format', 33_005],
    ['two digits of the year that the NIK completes', '12/05/90'],
    ['a place and a date', 'Tangerang, 12-05-1990'],
    ['signs with spaces around them', '12 / 05 / 1990'],
    ['12 mei 90', '12 mei 90'],
  ])('as %s is read', async (_, value) => {
    expect(await only({ 'Tanggal Lahir': value })).toMatchObject({
      status: 'create',
      draft: { birthDate: '1990-05-12' },
    })
  })

  test.each(['31/02/1990', '05/13/1990', '12/05', 'Mei', '12/05/2090', 15, { serial: 1e12 }])(
    'as %s is refused',
    async value => {
      expect(await only({ 'Tanggal Lahir': value })).toMatchObject({
        status: 'reject',
        problems: [{ field: 'birthDate', severity: 'error' }],
      })
    },
  )

  test('with a two-digit year that contradicts the NIK is a warning, as with four digits', async () => {
    expect(await only({ 'Tanggal Lahir': '13/05/91' })).toMatchObject({
      draft: { birthDate: '1991-05-13' },
      problems: [{ code: 'differs_from_nik', severity: 'warning' }],
    })
  })

  test('may share a column with the birthplace', async () => {
    const titles = header.map(title => (title === 'Tanggal Lahir' ? 'Tempat, Tgl. Lahir' : title))
    titles[3] = 'Keterangan'
    expect(await only({ 'Tanggal Lahir': 'Kab. Tangerang, 12 Mei 1990' }, titles)).toMatchObject({
      draft: { birthPlace: 'Kab. Tangerang', birthDate: '1990-05-12' },
    })
  })
})

describe('an address', () => {
  test.each([
    ['Kel. Cipondoh', 'Kec. Cipondoh'],
    ['cipondoh', ''],
    ['PORIS PLAWAD INDAH', 'CIPONDOH'],
    ['Poris Plawad Indah', null],
    ['poris-plawad indah', 'Cipondoh'],
    ['Nerogtog', 'Pinang'],
    ['Kereo', null],
    ['KEREO SELATAN', 'Larangan'],
    ['Pedurenan', 'Karang Tengah'],
    ['Kroncong', 'Jatiuwung'],
    ['Batujaya', 'Batuceper'],
    ['Cibodasari', 'Cibodas'],
    ['Kel. Karawaci Baru, Kec. Karawaci', null],
  ])('in %s, %s is found', async (village, district) => {
    const read = await only({ Kelurahan: village, Kecamatan: district })
    expect(read.problems).toEqual([])
    expect(read.draft?.villageCode).toMatch(/^3671/)
  })

  test('of a name that several places have needs its kecamatan instead of a guess', async () => {
    const read = await only({ Kelurahan: 'Sukamaju', Kecamatan: null })
    expect(read).toMatchObject({ status: 'create', draft: { villageCode: null } })
    expect(read.problems).toMatchObject([{ field: 'village', code: 'village_ambiguous', severity: 'warning' }])
    expect((await only({ Kelurahan: 'Suka Maju', Kecamatan: 'Cilodong' })).draft?.villageCode).toMatch(/^3276/)
  })

  test('under another kecamatan of the same town is accepted with a warning', async () => {
    const read = await only({ Kelurahan: 'Jatiuwung', Kecamatan: 'Jatiuwung' })
    expect(read.draft?.villageCode).toBe('3671091006')
    expect(read.problems).toMatchObject([
      { code: 'village_in_other_district', severity: 'warning', message: expect.stringContaining('Kec. Cibodas') },
    ])
  })

  test('with an unknown kecamatan is accepted with a warning', async () => {
    expect(await only({ Kelurahan: 'Karawaci Baru', Kecamatan: 'Karawcai' })).toMatchObject({
      draft: { villageCode: '3671071003' },
      problems: [{ code: 'village_in_other_district', severity: 'warning' }],
    })
  })

  test('with a kecamatan of another town is never moved into this town', async () => {
    expect((await only({ Kelurahan: 'Pedurenan', Kecamatan: 'Mustikajaya' })).draft?.villageCode ?? '').not.toMatch(
      /^3671/,
    )
    expect((await only({ Kelurahan: 'Sukasari', Kecamatan: 'Rajeg' })).draft?.villageCode ?? '').not.toMatch(/^3671/)
  })

  test('may have RT and RW in one column, which Excel may have turned into a date', async () => {
    const titles = header.map(title => (title === 'Pendidikan' ? 'RT/RW' : title))
    expect((await only({ Pendidikan: '003/05' }, titles)).draft).toMatchObject({ neighbourhood: '003', hamlet: '05' })
    expect(await only({ Pendidikan: new Date(Date.UTC(2024, 4, 3)) }, titles)).toMatchObject({
      status: 'create',
      problems: [{ code: 'block_is_date', severity: 'warning' }],
    })
  })

  test('with too many zeros or digits in RT loses neither the person nor significant zeros', async () => {
    const titles = header.map(title => (title === 'Pendidikan' ? 'RT' : title))
    expect((await only({ Pendidikan: '0003' }, titles)).draft?.neighbourhood).toBe('003')
    expect(await only({ Pendidikan: '12345' }, titles)).toMatchObject({
      draft: { neighbourhood: '' },
      problems: [{ field: 'neighbourhood', code: 'block_unknown', severity: 'warning' }],
    })
  })

  test('that is unknown is a warning and left out', async () => {
    const read = await only({ Kelurahan: 'Antah Berantah' })
    expect(read).toMatchObject({ status: 'create', draft: { villageCode: null } })
    expect(read.problems).toMatchObject([{ field: 'village', severity: 'warning' }])
  })
})

test.each([
  [null, 'name_missing'],
  ['12345', 'name_without_letters'],
  ['#N/A', 'name_missing'],
])('the name %s is refused', async (name, code) => {
  expect(await only({ 'Nama Lengkap': name })).toMatchObject({ status: 'reject', problems: [{ field: 'name', code }] })
})

test.each([
  ['SLTA', 'SMA'],
  ['STM', 'SMK'],
  ['S-1', 'S1'],
  ['D III', 'D3'],
  ['paket c', 'SMA'],
])('the education %s means %s', async (typed, meant) => {
  expect((await only({ Pendidikan: typed })).draft?.education).toBe(meant)
})

test.each([
  ['Laki-laki', 'L'],
  ['perempuan', 'P'],
  ['PR', 'P'],
  ['Pria', 'L'],
  ['LK', 'L'],
  ['laki - laki', 'L'],
  ['Wanita', 'P'],
  ['PEREMPUAN', 'P'],
])('the sex %s means %s', async (typed, meant) => {
  expect((await only({ 'L/P': typed })).draft?.sex).toBe(meant)
})

test.each<[Cell]>([
  ['081234567890'],
  ['+62 812-3456-7890'],
  [81_234_567_890],
  [6_281_234_567_890],
  ["'0812 3456 7890"],
  ['081234567890 (WA)'],
  ['WA: 0812-3456-7890'],
])('the telephone %s is the same number', async phone => {
  expect(await only({ 'No. HP': phone })).toMatchObject({ problems: [], draft: { phone: '6281234567890' } })
})

test('of two telephones the first is used, a dash means none, and nonsense is left out with a warning', async () => {
  expect(await only({ 'No. HP': '081234567890 / 085712345678' })).toMatchObject({
    draft: { phone: '6281234567890' },
    problems: [{ code: 'phone_first', severity: 'warning' }],
  })
  for (const nothing of ['-', 'tidak ada']) expect((await only({ 'No. HP': nothing })).draft?.phone).toBe('')
  for (const none of ['rumah', '021-5521234'])
    expect(await only({ 'No. HP': none })).toMatchObject({
      draft: { phone: '' },
      problems: [{ field: 'phone', code: 'phone_unknown', severity: 'warning' }],
    })
})

test('a family card number stored as a number is never taken with its wrong last digits', async () => {
  const titles = header.map(title => (title === 'Pendidikan' ? 'No. KK' : title))
  expect(await only({ Pendidikan: 3671051205900000 }, titles)).toMatchObject({
    status: 'create',
    draft: { familyCard: '' },
    problems: [{ code: 'family_card_damaged', severity: 'warning' }],
  })
})
