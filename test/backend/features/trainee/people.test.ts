import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InstructorId } from '../../../../shared/ids.ts'
import { addInstructor, addTrainees, createSampleCohort, samplePerson, setUp, technical } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture } from '../../fixture.ts'
import { pngOf } from '../../pictures.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

describe('a trainee', () => {
  test('has a unique NIK; a second one is refused, naming the first', async () => {
    const [first] = await addTrainees(fixture, 2)
    if (first === undefined) throw new Error('nobody was added')
    const domainError = { code: 'nik_taken', name: 'Ani Suryani', traineeId: first }
    const twin = samplePerson(0, { name: 'Orang Lain' })
    expect(await domainErrorOf(fixture.client.trainee.save({ id: null, trainee: twin }))).toEqual(domainError)
    const { rows } = await fixture.client.trainee.list({ search: 'dewi', limit: 1, offset: 0 })
    expect(await domainErrorOf(fixture.client.trainee.save({ id: rows[0]?.id ?? null, trainee: twin }))).toEqual(
      domainError,
    )
    await fixture.client.trainee.save({ id: first, trainee: twin })
    expect(await fixture.client.trainee.byNik({ nik: twin.nik })).toEqual({
      id: first,
      name: 'Orang Lain',
      cohort: null,
      overlap: null,
      trained: null,
    })
  })

  test('may have another birth date and sex than the NIK says', async () => {
    const { id } = await fixture.client.trainee.save({
      id: null,
      trainee: samplePerson(0, { birthDate: '1980-01-01', sex: 'L' }),
    })
    expect(await fixture.client.trainee.get({ id })).toMatchObject({ birthDate: '1980-01-01', sex: 'L' })
  })

  test.each([
    ['a NIK of 15 digits', { nik: '367101570394900' }, 'NIK'],
    ['a NIK of letters', { nik: '36710157039490OI' }, 'NIK'],
    ['a family card of 15 digits', { familyCard: '367101570394900' }, 'No. KK terdiri dari 16 angka.'],
    ['a birth date that does not exist', { birthDate: '1990-02-30' as const }, 'Tanggal tidak ada'],
    ['a telephone of words', { phone: 'tidak ada' }, 'Nomor HP tidak dikenal'],
    ['an RT of letters', { neighbourhood: 'RT1' }, 'RT paling banyak 3 angka.'],
  ])('with %s is refused with a message', async (_, changes, words) => {
    const problems = await inputProblems(fixture.client.trainee.save({ id: null, trainee: samplePerson(0, changes) }))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(words)
  })

  test('shows address, class, and a masked NIK in lists', async () => {
    const [id] = await addTrainees(fixture, 1)
    if (id === undefined) throw new Error('nobody was added')
    const code = await createSampleCohort(fixture, { traineeIds: [id] })
    const { rows, total } = await fixture.client.trainee.list({ search: 'suryani ani', limit: 10, offset: 0 })
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      maskedNik: expect.stringMatching(/^3671\d{2}\*+\d{4}$/),
      village: 'Cikokol',
      district: 'Tangerang',
      cohort: { code, title: 'Tata Rias I', status: 'enrolled' },
    })
    expect(JSON.stringify(rows)).not.toContain(samplePerson(0).nik)
    fixture.setToday('2024-12-20')
    expect((await fixture.client.trainee.byNik({ nik: samplePerson(0).nik }))?.cohort).toBe('Tata Rias I')
  })

  test('keeps a photo until it is deleted', async () => {
    const [id] = await addTrainees(fixture, 1)
    if (id === undefined) throw new Error('nobody was added')
    const photo = pngOf(1, 2, 3)
    await fixture.client.trainee.setPhoto({ id, photo })
    expect((await fixture.client.trainee.get({ id })).photo).toBe(photo)
    await fixture.client.trainee.setPhoto({ id, photo: null })
    expect((await fixture.client.trainee.get({ id })).photo).toBeNull()
    expect(
      fixture
        .audit()
        .slice(-2)
        .map(row => [row.before, row.after]),
    ).toEqual([
      ['{"photo":false}', '{"photo":true}'],
      ['{"photo":true}', '{"photo":false}'],
    ])
    expect(await inputProblems(fixture.client.trainee.setPhoto({ id, photo: 'data:image/gif;base64,R0lG' }))).toEqual([
      'Gambar PNG atau JPEG.',
    ])
    expect(
      await inputProblems(
        fixture.client.trainee.setPhoto({ id, photo: `data:image/png;base64,${'A'.repeat(1_400_000)}` }),
      ),
    ).toEqual(['Gambar paling besar 1 MB.'])
  })

  test('is listed in pages', async () => {
    await addTrainees(fixture, 30)
    const page = async (offset: number) =>
      (await fixture.client.trainee.list({ search: '', limit: 12, offset })).rows.map(row => row.id)
    const all = [...(await page(0)), ...(await page(12)), ...(await page(24))]
    expect(new Set(all).size).toBe(30)
    expect((await fixture.client.trainee.list({ search: 'tidak ada orang ini', limit: 5, offset: 0 })).total).toBe(0)
  })
})

test('villages are found by parts of their name and kecamatan, those of the city first', async () => {
  const names = async (search: string) =>
    (await fixture.client.trainee.villages({ search, limit: 5 })).map(row => `${row.village}, ${row.district}`)
  expect((await names('poris plawad'))[0]).toBe('Poris Plawad, Cipondoh')
  expect((await names('porisplawad'))[0]).toBe('Poris Plawad, Cipondoh')
  expect((await names('Cipondoh'))[0]).toBe('Cipondoh, Cipondoh')
  expect(await names('')).toHaveLength(5)
  expect(await names('tidak-ada-desa-ini')).toEqual([])
})

describe('credentials', () => {
  let rina: InstructorId
  beforeEach(async () => {
    rina = await addInstructor(fixture, 'Rina')
  })
  const add = (changes: Partial<typeof technical> = {}) =>
    fixture.client.instructor.saveCredential({ instructorId: rina, id: null, credential: { ...technical, ...changes } })

  test('are kept with their history, the longest valid first', async () => {
    await add({ number: '1 1 1 0000001 2019', issued: '2019-01-10', validUntil: '2022-01-10' })
    await add()
    const { credentials } = await fixture.client.instructor.get({ id: rina })
    expect(credentials.map(row => row.validUntil)).toEqual(['2026-12-31', '2022-01-10'])
  })

  test('with the same number and kind are the same, whatever the spaces', async () => {
    await add()
    expect(await domainErrorOf(add({ number: ` ${technical.number.replaceAll(' ', '  ')} ` }))).toMatchObject({
      code: 'name_taken',
      entity: 'credential',
    })
  })

  test('end after they begin, and a technical one names a trade', async () => {
    expect(await inputProblems(add({ validUntil: '2021-12-31' }))).toEqual(['Berakhir sebelum terbit.'])
    expect(await inputProblems(add({ trades: [] }))).toEqual([
      'Sertifikat teknis mencakup paling sedikit satu kejuruan.',
    ])
  })

  test('in use by a class cannot be shortened, deleted or lose the trade, and the day is named', async () => {
    const { id } = await add()
    await createSampleCohort(fixture, { instructorId: rina })
    const domainError = { code: 'credential_in_use', name: 'Rina', cohort: 'Tata Rias I' }
    const change = (changes: Partial<typeof technical>) =>
      fixture.client.instructor.saveCredential({ instructorId: rina, id, credential: { ...technical, ...changes } })
    expect(await domainErrorOf(change({ validUntil: '2025-01-07' }))).toEqual({ ...domainError, date: '2025-01-08' })
    expect(await domainErrorOf(change({ issued: '2024-12-17' }))).toEqual({ ...domainError, date: '2024-12-16' })
    expect(await domainErrorOf(change({ trades: ['TB'] }))).toEqual({ ...domainError, date: '2024-12-16' })
    expect(await domainErrorOf(change({ kind: 'ASESOR' }))).toEqual({ ...domainError, date: '2024-12-16' })
    expect(await domainErrorOf(fixture.client.instructor.removeCredential({ id }))).toEqual({
      ...domainError,
      date: '2024-12-16',
    })
    await change({ validUntil: '2025-01-08', trades: ['TB', 'TR'] })
  })

  test('may be deleted once a renewal covers the class', async () => {
    const { id } = await add()
    await createSampleCohort(fixture, { instructorId: rina })
    await add({ number: '2 2 2 0000002 2024', issued: '2024-12-01', validUntil: '2027-12-01' })
    await fixture.client.instructor.removeCredential({ id })
    expect((await fixture.client.instructor.get({ id: rina })).credentials).toHaveLength(1)
  })

  test('of a cancelled class can be deleted', async () => {
    const { id } = await add()
    const code = await createSampleCohort(fixture, { instructorId: rina })
    await fixture.client.cohort.cancel({ code, reason: 'Peserta kurang dari sepuluh orang' })
    await fixture.client.instructor.removeCredential({ id })
    expect((await fixture.client.instructor.get({ id: rina })).credentials).toEqual([])
  })

  test('can be renewed although a stricter setting left a gap meanwhile', async () => {
    const { id } = await add({ validUntil: '2025-01-10' })
    await createSampleCohort(fixture, { instructorId: rina })
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, requiredCredentialKinds: ['METODOLOGI', 'TEKNIS'] })
    await fixture.client.instructor.saveCredential({ instructorId: rina, id, credential: technical })
    await add({ kind: 'METODOLOGI', number: '7', trades: [] })
    expect((await fixture.client.instructor.get({ id: rina })).credentials).toHaveLength(2)
  })

  test('belong to one person', async () => {
    const { id } = await add()
    const sari = await addInstructor(fixture, 'Sari')
    expect(
      await domainErrorOf(fixture.client.instructor.saveCredential({ instructorId: sari, id, credential: technical })),
    ).toEqual({ code: 'not_found', entity: 'credential' })
  })
})

test('a NIP has eighteen digits or is left out', async () => {
  const save = (nip: string) =>
    fixture.client.instructor.save({
      id: null,
      instructor: { name: 'A', nip, institution: '', phone: '', active: true },
    })
  expect(await inputProblems(save('1971'))).toEqual(['NIP terdiri dari 18 angka. Kosongkan bila bukan ASN.'])
  const { id } = await save('19710412 199803 1 004')
  expect((await fixture.client.instructor.get({ id })).nip).toBe('197104121998031004')
})
