import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setUp } from '../class-steps.ts'
import { type House, openHouse } from '../house.ts'
import { type Cell, header, row, siti, workbook } from '../people-workbook.ts'

// One row of a workbook, cell by cell. Reading writes nothing, so all of them share a house.

let house: House
beforeAll(async () => {
  house = openHouse({ today: '2024-12-10' })
  await setUp(house)
})
afterAll(() => house.remove())

const read = async (rows: Cell[][]) => house.client.trainee.readWorkbook({ file: await workbook(rows), sheet: null })

async function only(changes: Partial<Record<string, Cell>>, titles = header) {
  const reading = await read([titles, row(changes)])
  const [first] = reading.rows
  if (!first || reading.rows.length !== 1) throw new Error(`${reading.rows.length} rows were read`)
  return first
}

test('a row as it should be becomes a person', async () => {
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
  test('that Excel holds as a number has lost its end, and is never guessed', async () => {
    const read = await only({ NIK: Number(siti) })
    expect(read).toMatchObject({ status: 'reject', draft: null })
    expect(read.problems).toMatchObject([
      { field: 'nik', severity: 'error', message: expect.stringContaining('angka') },
    ])
  })

  test.each([
    ['of 15 digits', siti.slice(0, 15)],
    ['with a letter in it', '36710552O5900001'],
    ['with a month 13', '3671055213900001'],
    ['in the form 3,67E+15', '3,67106E+15'],
    ['left out', null],
  ])('%s is refused with its reason', async (_, nik) => {
    const read = await only({ NIK: nik })
    expect(read).toMatchObject({ status: 'reject', draft: null })
    expect(read.problems.filter(problem => problem.severity === 'error')).toMatchObject([
      { field: 'nik', message: expect.stringMatching(/\S/) },
    ])
  })

  test('with spaces and dots between its digits is the same number', async () => {
    expect(await only({ NIK: '3671 0552 0590 0001' })).toMatchObject({ status: 'create', nik: siti })
  })

  test('twice in a file counts once, and the second says where the first is', async () => {
    const { rows, summary } = await read([header, row(), row({ 'Nama Lengkap': 'Siti R.' })])
    expect(summary).toEqual({ create: 1, match: 0, duplicate: 1, reject: 0 })
    expect(rows[1]).toMatchObject({ row: 3, status: 'duplicate', problems: [{ message: 'NIK sama dengan baris 2.' }] })
  })

  test('that differs from the birth date or the sex is a warning, and what was typed stays', async () => {
    const read = await only({ 'Tanggal Lahir': '13/05/1990', 'L/P': 'L' })
    expect(read).toMatchObject({ status: 'create', draft: { birthDate: '1990-05-13', sex: 'L' } })
    expect(read.problems.map(({ field, severity }) => [field, severity])).toEqual([
      ['birthDate', 'warning'],
      ['sex', 'warning'],
    ])
  })

  test('gives birth date and sex where the list has none', async () => {
    const read = await only({ 'Tanggal Lahir': null, 'L/P': null })
    expect(read.draft).toMatchObject({ birthDate: '1990-05-12', sex: 'P' })
    expect(read.problems).toMatchObject([{ field: 'birthDate', code: 'from_nik', severity: 'warning' }])
  })
})

describe('a birth date', () => {
  test.each([
    ['a cell of Excel', new Date(Date.UTC(1990, 4, 12))],
    ['12/05/1990', '12/05/1990'],
    ['12-5-1990', '12-5-1990'],
    ['12 Mei 1990', '12 Mei 1990'],
    ['1990-05-12', '1990-05-12'],
  ])('as %s is read', async (_, value) => {
    expect(await only({ 'Tanggal Lahir': value })).toMatchObject({
      status: 'create',
      draft: { birthDate: '1990-05-12' },
    })
  })

  test.each(['31/02/1990', '12/05/90', 'Mei', 33_005, { serial: 1e12 }])('as %s is refused', async value => {
    expect(await only({ 'Tanggal Lahir': value })).toMatchObject({
      status: 'reject',
      problems: [{ field: 'birthDate', severity: 'error' }],
    })
  })

  test('may stand in one column with the place', async () => {
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
  ])('in %s, %s is found', async (village, district) => {
    const read = await only({ Kelurahan: village, Kecamatan: district })
    expect(read.problems).toEqual([])
    expect(read.draft?.villageCode).toMatch(/^3671/)
  })

  test('that several places have asks for its kecamatan instead of a guess', async () => {
    const read = await only({ Kelurahan: 'Sukamaju', Kecamatan: null })
    expect(read).toMatchObject({ status: 'create', draft: { villageCode: null } })
    expect(read.problems).toMatchObject([{ field: 'village', code: 'village_ambiguous', severity: 'warning' }])
    expect((await only({ Kelurahan: 'Suka Maju', Kecamatan: 'Cilodong' })).draft?.villageCode).toMatch(/^3276/)
  })

  test('that nobody knows is a warning and left out', async () => {
    const read = await only({ Kelurahan: 'Antah Berantah' })
    expect(read).toMatchObject({ status: 'create', draft: { villageCode: null } })
    expect(read.problems).toMatchObject([{ field: 'village', severity: 'warning' }])
  })
})

test.each([
  ['SLTA', 'SMA'],
  ['STM', 'SMK'],
  ['S-1', 'S1'],
  ['D III', 'D3'],
  ['paket c', 'SMA'],
])('an education of %s is %s', async (typed, meant) => {
  expect((await only({ Pendidikan: typed })).draft?.education).toBe(meant)
})

test.each([
  ['Laki-laki', 'L'],
  ['perempuan', 'P'],
  ['PR', 'P'],
  ['Pria', 'L'],
])('a sex of %s is %s', async (typed, meant) => {
  expect((await only({ 'L/P': typed })).draft?.sex).toBe(meant)
})

test('a telephone that lost its zero is the same one; nonsense is refused', async () => {
  expect((await only({ 'No. HP': 81_234_567_890 })).draft?.phone).toBe('6281234567890')
  expect(await only({ 'No. HP': 'tidak ada' })).toMatchObject({ status: 'reject', problems: [{ field: 'phone' }] })
})
