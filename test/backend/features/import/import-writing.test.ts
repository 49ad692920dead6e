import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportAnswer, ImportRow } from '../../../../shared/features/import/import-row.ts'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { type TraineeDraft, traineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { importId, type TraineeId } from '../../../../shared/ids.ts'
import { createSampleCohort, setUp } from '../../cohort-steps.ts'
import { oneDigitOff } from '../../contract-inputs.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { readImport, runImport } from '../../import-steps.ts'
import { budi, header, row, siti, workbook } from '../../people-workbook.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const budiRow = row({ NIK: budi, 'Nama Lengkap': 'Budi', 'Tanggal Lahir': '09/03/1985', 'L/P': 'L' })
const everybody = () => fixture.client.trainee.list({ search: '', limit: 100, offset: 0 })
const take = (row: number, fields: ImportAnswer['fields'] = []): ImportAnswer => ({ row, action: 'take', fields })
const skip = (row: number): ImportAnswer => ({ row, action: 'skip', fields: [] })

async function personOf(nik: string) {
  const { id } = (await fixture.client.trainee.byNik({ nik })) ?? { id: 0 as TraineeId }
  return fixture.client.trainee.get({ id })
}

function draftOf(person: Trainee): TraineeDraft {
  const fields = Object.keys(traineeDraft.shape) as (keyof TraineeDraft)[]
  return traineeDraft.parse(Object.fromEntries(fields.map(field => [field, person[field]])))
}

test('a receipt names who was added, skipped or refused and why, and one audit row says so too', async () => {
  const receipt = await runImport(
    fixture,
    [
      header,
      row(),
      budiRow,
      row({ 'Nama Lengkap': 'Siti R.' }),
      row({ NIK: Number(siti), 'Nama Lengkap': 'Wati' }),
      row({ NIK: '3671055205900009', 'Nama Lengkap': 'Ani', Kelurahan: 'Antah' }),
    ],
    [skip(3)],
    { sender: 'Kel. Cipondoh' },
  )
  expect(receipt).toMatchObject({
    operator: 'Wulan Sari',
    sender: 'Kel. Cipondoh',
    fileName: 'daftar.xlsx',
    counts: { created: 2, changed: 0, matched: 0, skipped: 2, rejected: 1 },
    holds: [],
  })
  expect(receipt.rows.map(({ row: line, outcome, name, reason }) => [line, outcome, name, reason])).toEqual([
    [2, 'created', 'Siti Rahayu', ''],
    [3, 'skipped', 'Budi', 'Dilewati petugas.'],
    [4, 'skipped', 'Siti R.', 'NIK sama dengan baris 2.'],
    [5, 'rejected', 'Wati', expect.stringContaining('tersimpan sebagai angka')],
    [6, 'created', 'Ani', 'Kelurahan “Antah” tidak dikenal.'],
  ])
  expect(await fixture.client.import.receipt({ id: importId.parse(receipt.id) })).toEqual(receipt)
  expect(fixture.audit().at(-1)).toMatchObject({
    operation: 'import.run',
    entity: 'import',
    entity_id: String(receipt.id),
  })
})

test('the same file twice changes nothing, and the second reading says when it was imported', async () => {
  const file = await workbook([header, row(), budiRow])
  const first = await runImport(fixture, file)
  const people = await everybody()
  const audit = fixture.audit()
  const again = await readImport(fixture, file)
  expect(again).toMatchObject({ summary: { create: 0, match: 2 }, earlier: { id: first.id, operator: 'Wulan Sari' } })
  expect(again.rows.map(entry => entry.note)).toEqual(Array(2).fill('Sama persis, tidak ada yang diubah'))
  expect(await runImport(fixture, file)).toMatchObject({ id: null, counts: { created: 0, changed: 0, matched: 2 } })
  expect(await everybody()).toEqual(people)
  expect(fixture.audit()).toEqual(audit)
  expect(await fixture.client.import.list({ limit: 10 })).toHaveLength(1)
})

describe('a known person', () => {
  const changed = row({
    'Nama Lengkap': 'SITI RAHAYU',
    'No. HP': '085700001111',
    Kelurahan: 'Pinang',
    Kecamatan: '',
    Pendidikan: '',
  })
  let reading: ImportRow[]
  beforeEach(async () => {
    await runImport(fixture, [header, row({ 'Tempat Lahir': '' })])
    reading = (await readImport(fixture, [header, changed])).rows
  })

  test('is shown with every field that differs; empty cells never differ', () => {
    expect(reading[0]).toMatchObject({ status: 'match', person: { name: 'Siti Rahayu' } })
    expect(reading[0]?.differences).toEqual([
      { field: 'birthPlace', label: 'Tempat lahir', present: '(kosong)', file: 'Tangerang' },
      {
        field: 'villageCode',
        label: 'Kelurahan',
        present: 'Kel. Cipondoh, Kec. Cipondoh',
        file: 'Kel. Pinang, Kec. Pinang',
      },
      { field: 'phone', label: 'No. HP', present: '0812-3456-7890', file: '0857-0000-1111' },
    ])
  })

  test('stays unchanged until a decision, and then only the chosen fields change', async () => {
    expect(await runImport(fixture, [header, changed])).toMatchObject({ id: null, counts: { skipped: 1 } })
    expect((await personOf(siti)).phone).toBe('6281234567890')
    const receipt = await runImport(fixture, [header, changed], [take(2, ['phone'])])
    expect(receipt.rows).toMatchObject([
      { outcome: 'changed', reason: 'No. HP: 0812-3456-7890 menjadi 0857-0000-1111' },
    ])
    expect(await personOf(siti)).toMatchObject({
      phone: '6285700001111',
      birthPlace: '',
      education: 'SMA',
      village: 'Cipondoh',
    })
    expect(fixture.audit().filter(entry => entry.entity === 'trainee')).toHaveLength(1)
    await fixture.client.import.undo({ id: importId.parse(receipt.id) })
    expect(await personOf(siti)).toMatchObject({ phone: '6281234567890' })
  })

  test('keeps the changes of two lines, one under each NIK of a merge', async () => {
    const other = oneDigitOff(siti)
    await runImport(fixture, [header, row({ NIK: other })])
    const [survivorId, awayId] = [(await personOf(siti)).id, (await personOf(other)).id]
    await fixture.client.duplicate.merge({ survivorId, awayId, taken: [] })
    const lines = [row({ 'No. HP': '085700001111' }), row({ NIK: other, Pendidikan: 'SMK' })]
    const { counts } = await runImport(fixture, [header, ...lines], [take(2, ['phone']), take(3, ['education'])])
    expect(counts.changed).toBe(2)
    expect(await personOf(siti)).toMatchObject({ id: survivorId, phone: '6285700001111', education: 'SMK' })
  })

  test('is kept unchanged where that is chosen', async () => {
    const { counts, rows } = await runImport(fixture, [header, changed, budiRow], [take(2)])
    expect(counts).toMatchObject({ created: 1, matched: 1 })
    expect(rows[0]?.traineeId).toBe((await personOf(siti)).id)
  })
})

test('the chosen line of a duplicate counts', async () => {
  const rows = [header, row(), row({ 'Nama Lengkap': 'Siti Rahayu Ningsih', 'No. HP': '' })]
  const read = await readImport(fixture, rows)
  expect(read.rows[1]).toMatchObject({
    status: 'duplicate',
    sameAs: { row: 2, name: 'Siti Rahayu' },
    differences: [{ field: 'name', present: 'Siti Rahayu', file: 'Siti Rahayu Ningsih' }],
  })
  const receipt = await runImport(fixture, rows, [take(3)])
  expect(receipt.rows).toMatchObject([
    { row: 2, outcome: 'skipped', reason: 'Diganti baris 3.' },
    { row: 3, outcome: 'created' },
  ])
  expect(await personOf(siti)).toMatchObject({ name: 'Siti Rahayu Ningsih', phone: '' })
})

describe('an import is undone', () => {
  const rows = [header, row(), budiRow]
  const imported = async () => importId.parse((await runImport(fixture, rows)).id)

  test('as a whole, and once', async () => {
    const id = await imported()
    expect(await fixture.client.import.undo({ id })).toEqual({ removed: 2, restored: 0 })
    expect((await everybody()).total).toBe(0)
    expect(await fixture.client.import.receipt({ id })).toMatchObject({ takenBack: { by: 'Wulan Sari' }, holds: [] })
    await rejectedAs(fixture.client.import.undo({ id }), 'import_taken_back')
    const file = await workbook(rows)
    expect(await readImport(fixture, file)).toMatchObject({ summary: { create: 2 }, earlier: null })
    expect(await runImport(fixture, file)).toMatchObject({ counts: { created: 2 } })
  })

  test('not after a person has joined a class', async () => {
    const id = await imported()
    await createSampleCohort(fixture, { traineeIds: [(await personOf(siti)).id] })
    expect(await fixture.client.import.receipt({ id })).toMatchObject({ holds: ['Siti Rahayu sudah masuk kelas'] })
    const domainError = await rejectedAs(fixture.client.import.undo({ id }), 'import_in_use')
    expect(domainError.words).toEqual(['Siti Rahayu sudah masuk kelas'])
    expect((await everybody()).total).toBe(2)
  })

  test('not after a person was edited, or got a photo', async () => {
    const id = await imported()
    const person = await personOf(siti)
    const { id: traineeId } = person
    const trainee = draftOf(person)
    await fixture.client.trainee.save({ id: traineeId, trainee: { ...trainee, address: 'Jl. Baru' } })
    await fixture.client.trainee.setPhoto({
      id: (await personOf(budi)).id,
      photo: 'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAg=',
    })
    const { words } = await rejectedAs(fixture.client.import.undo({ id }), 'import_in_use')
    expect(words.toSorted()).toEqual(['Budi sudah punya pas foto', 'data Siti Rahayu sudah diubah sesudah impor'])
    // The edit is reverted and the photo deleted, so nothing depends on the import any more.
    await fixture.client.trainee.save({ id: traineeId, trainee })
    await fixture.client.trainee.setPhoto({ id: (await personOf(budi)).id, photo: null })
    expect(await fixture.client.import.undo({ id })).toMatchObject({ removed: 2 })
  })

  test('a change, but not after the person has joined a class with it', async () => {
    const first = await imported()
    const receipt = await runImport(fixture, [header, row({ 'No. HP': '085700001111' })], [take(2, ['phone'])])
    const id = importId.parse(receipt.id)
    const { words } = await rejectedAs(fixture.client.import.undo({ id: first }), 'import_in_use')
    expect(words).toEqual(['data Siti Rahayu sudah diubah sesudah impor'])
    await createSampleCohort(fixture, { traineeIds: [(await personOf(siti)).id] })
    expect((await rejectedAs(fixture.client.import.undo({ id }), 'import_in_use')).words).toHaveLength(1)
  })
})

test('columns are remembered per sender, however the name is spelt, and not used for others', async () => {
  const rows = [
    ['Identitas', 'Nama', 'No', 'Kontak'],
    [siti, 'Siti', '1', '081234567890'],
  ]
  const columns = [
    { index: 0, field: 'nik' as const },
    { index: 1, field: 'name' as const },
    { index: 2, field: null },
    { index: 3, field: null },
  ]
  await runImport(fixture, rows, [], { columns, sender: 'Kel. Karawaci Baru' })
  const again = await readImport(fixture, rows, { sender: 'KEL KARAWACI BARU' })
  expect(again.columns.map(({ field, source }) => [field, source])).toEqual([
    ['nik', 'sender'],
    ['name', 'sender'],
    [null, 'sender'],
    [null, 'sender'],
  ])
  expect(await readImport(fixture, rows, { sender: 'Kel. Lain' })).toMatchObject({ missing: ['nik'] })
  expect(await fixture.client.import.senders({})).toEqual(['Kel. Karawaci Baru'])
})
