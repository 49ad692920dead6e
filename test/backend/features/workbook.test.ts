import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setUp } from '../class-steps.ts'
import { type House, openHouse, refusalOf } from '../house.ts'
import { budi, type Cell, header, row, workbook } from '../people-workbook.ts'

let house: House
beforeEach(async () => {
  house = openHouse({ today: '2024-12-10' })
  await setUp(house)
})
afterEach(() => house.remove())

const read = async (rows: Cell[][]) => house.client.trainee.readWorkbook({ file: await workbook(rows), sheet: null })

describe('a sheet', () => {
  test('may begin with titles, have empty rows and end in a total', async () => {
    const { rows, summary } = await read([
      ['DAFTAR CALON PESERTA'],
      [],
      header,
      row(),
      [],
      row({ NIK: budi, 'Nama Lengkap': 'Budi', 'Tanggal Lahir': '09/03/1985', 'L/P': 'L' }),
      ['Jumlah', '2'],
    ])
    expect(summary).toEqual({ create: 2, match: 0, duplicate: 0, reject: 0 })
    expect(rows.map(entry => entry.row)).toEqual([4, 6])
  })

  test('is found by its columns, or taken by name', async () => {
    const { columns, sheets } = await read([[...header, 'Ukuran Sepatu'], row()])
    expect(columns).toMatchObject({ NIK: 'nik', 'No. HP': 'phone', 'Ukuran Sepatu': null })
    expect(sheets).toEqual(['Peserta'])
    const file = await workbook([header, row()])
    expect(await refusalOf(house.client.trainee.readWorkbook({ file, sheet: 'Lembar9' }))).toEqual({
      code: 'sheet_unknown',
      sheet: 'Lembar9',
      sheets: ['Peserta'],
    })
  })

  test('without NIK and name is not a list of people', async () => {
    expect(
      await refusalOf(
        read([
          ['Barang', 'Jumlah'],
          ['Kursi', '4'],
        ]),
      ),
    ).toEqual({
      code: 'workbook_without_header',
      sheet: 'Peserta',
    })
  })
})

test.each([
  ['words', 'Ini bukan Excel'],
  ['nothing', ''],
  ['a page', '<html><table><tr><td>NIK</td></tr></table></html>'],
  ['an archive of something else', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
])('a file of %s is no workbook', async (_, content) => {
  const file = new File([content], 'peserta.xls')
  expect(await refusalOf(house.client.trainee.readWorkbook({ file, sheet: null }))).toEqual({
    code: 'not_a_workbook',
    file: 'peserta.xls',
  })
})

test('a file of more than ten megabytes is not opened', async () => {
  const file = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'besar.xlsx')
  expect(await refusalOf(house.client.trainee.readWorkbook({ file, sheet: null }))).toMatchObject({
    code: 'workbook_too_large',
  })
})

test('the sample list of the project is read without a word, and a second import changes nobody', async () => {
  const bytes = new Uint8Array(
    readFileSync(new URL('../../../build/sample-data/peserta-tata-rias.xlsx', import.meta.url)),
  )
  const file = new File([bytes], 'peserta-tata-rias.xlsx')
  const take = async () => {
    const { rows } = await house.client.trainee.readWorkbook({ file, sheet: null })
    return { rows, drafts: rows.flatMap(entry => entry.draft ?? []) }
  }
  const first = await take()
  expect(first.rows.flatMap(entry => entry.problems)).toEqual([])
  const imported = await house.client.trainee.importRows({ fileName: file.name, rows: first.drafts })
  expect(imported).toMatchObject({ matched: [], all: imported.created })
  const people = await house.client.trainee.list({ search: '', limit: 100, offset: 0 })

  const second = await take()
  expect(second.rows.every(entry => entry.status === 'match' && entry.problems[0]?.code === 'known')).toBe(true)
  expect(second.rows.map(entry => entry.traineeId)).toEqual(imported.all)
  const changed = second.drafts.map(draft => ({ ...draft, name: `${draft.name} X`, phone: '' }))
  expect(await house.client.trainee.importRows({ fileName: file.name, rows: changed })).toEqual({
    created: [],
    matched: imported.all,
    all: imported.all,
  })
  expect(await house.client.trainee.list({ search: '', limit: 100, offset: 0 })).toEqual(people)
})

test('the exported list can be read back as it is', async () => {
  const { rows } = await read([
    header,
    row(),
    row({ NIK: budi, 'Nama Lengkap': '=1+1', 'Tanggal Lahir': '09/03/1985', 'L/P': 'L' }),
  ])
  await house.client.trainee.importRows({ fileName: 'a.xlsx', rows: rows.flatMap(entry => entry.draft ?? []) })
  const file = await house.client.trainee.exportList({ search: '', fullNik: true })
  const again = await house.client.trainee.readWorkbook({
    file: new File([await file.arrayBuffer()], file.name),
    sheet: null,
  })
  expect(again.rows.map(entry => entry.draft)).toEqual(expect.arrayContaining(rows.map(entry => entry.draft)))
  expect(again.summary).toEqual({ create: 0, match: 2, duplicate: 0, reject: 0 })
  const listed = await house.client.trainee.list({ search: '', limit: 10, offset: 0 })
  const exported = house.audit().at(-1)
  expect(exported).toMatchObject({
    operator: 'Wulan Sari',
    operation: 'trainee.exportList',
    entity_id: 'daftar-peserta.xlsx',
  })
  expect(JSON.parse(exported?.after ?? '').trainees.toSorted()).toEqual(listed.rows.map(person => person.id).toSorted())
})
