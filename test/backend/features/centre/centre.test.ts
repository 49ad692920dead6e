import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSampleCohort, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture } from '../../fixture.ts'
import { pngOf } from '../../pictures.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

describe('the calendar', () => {
  test('begins with the years that have a decree, each day with its kind and source', async () => {
    expect((await fixture.client.calendar.years({})).map(row => row.year)).toEqual([2024, 2025, 2026, 2027])
    const { days, source } = await fixture.client.calendar.year({ year: 2025 })
    expect(source).not.toBeNull()
    expect(days).toContainEqual(
      expect.objectContaining({
        date: '2025-08-17',
        kind: 'national_holiday',
        name: expect.stringContaining('Kemerdekaan'),
      }),
    )
    expect(days.every(day => day.source !== '')).toBe(true)
    expect(new Set(days.map(day => day.kind))).toEqual(new Set(['national_holiday', 'joint_leave']))
    expect(await fixture.client.calendar.year({ year: 2030 })).toEqual({
      year: 2030,
      source: null,
      days: [],
      cohorts: [],
    })
  })

  test('takes a day of each kind, changes and deletes it, with both values in the audit', async () => {
    const day = { date: '2025-02-28' as const, kind: 'regional_holiday' as const, name: 'HUT Kota', source: 'SE 12' }
    const { id } = await fixture.client.calendar.saveDay({ id: null, day })
    await fixture.client.calendar.saveDay({ id, day: { ...day, kind: 'centre_closure', name: 'Balai tutup' } })
    expect((await fixture.client.calendar.year({ year: 2025 })).days).toContainEqual({
      id,
      ...day,
      kind: 'centre_closure',
      name: 'Balai tutup',
      certain: true,
    })
    const row = fixture.audit().at(-1)
    expect(JSON.parse(row?.before ?? '')).toMatchObject({ name: 'HUT Kota' })
    await fixture.client.calendar.removeDay({ id })
    expect(JSON.parse(fixture.audit().at(-1)?.before ?? '')).toMatchObject({ name: 'Balai tutup' })
    expect(await domainErrorOf(fixture.client.calendar.removeDay({ id }))).toEqual({
      code: 'not_found',
      entity: 'day_off',
    })
  })

  test('has one entry per day', async () => {
    const day = { date: '2025-08-17' as const, kind: 'centre_closure' as const, name: 'Tutup', source: '' }
    expect(await domainErrorOf(fixture.client.calendar.saveDay({ id: null, day }))).toMatchObject({
      code: 'day_off_taken',
      date: '2025-08-17',
      name: expect.stringContaining('Kemerdekaan'),
    })
    const { id } = await fixture.client.calendar.saveDay({ id: null, day: { ...day, date: '2025-08-19' } })
    expect(await domainErrorOf(fixture.client.calendar.saveDay({ id, day }))).toMatchObject({ code: 'day_off_taken' })
  })

  test('names the classes that meet on a new day off, and shows them in the year', async () => {
    await createSampleCohort(fixture)
    const day = { date: '2024-12-19' as const, kind: 'centre_closure' as const, name: 'Tutup', source: '' }
    expect(await fixture.client.calendar.saveDay({ id: null, day })).toMatchObject({ plannedCohorts: ['Tata Rias I'] })
    const quiet = { ...day, date: '2024-12-21' as const }
    expect(await fixture.client.calendar.saveDay({ id: null, day: quiet })).toMatchObject({ plannedCohorts: [] })
    const { cohorts } = await fixture.client.calendar.year({ year: 2024 })
    expect(cohorts).toMatchObject([{ code: 'TR-2024-01', start: '2024-12-16', end: '2024-12-31' }])
    expect((await fixture.client.calendar.year({ year: 2025 })).cohorts[0]).toMatchObject({ start: '2025-01-02' })
  })
})

describe('the centre', () => {
  test('is changed as a whole, with its logo', async () => {
    const { centre } = await fixture.client.centre.get({})
    const { practice: _, hasLogo: __, logo: ___, ...draft } = centre
    await fixture.client.centre.update({ ...draft, name: 'BLK Serang', city: 'Serang' })
    const logo = pngOf(1, 2, 3)
    await fixture.client.centre.setLogo({ logo })
    expect((await fixture.client.centre.get({})).centre).toEqual({
      ...centre,
      name: 'BLK Serang',
      city: 'Serang',
      hasLogo: true,
      logo,
    })
    expect((await fixture.client.session.status({})).centre).toMatchObject({ name: 'BLK Serang', city: 'Serang' })
    const [, change] = await fixture.client.history.acts({ limit: 2 })
    const { records } = await fixture.client.history.act({ id: change?.id ?? 0 })
    expect(records[0]?.fields?.map(({ label, after }) => [label, after])).toEqual([
      ['Nama', 'BLK Serang'],
      ['Kota', 'Serang'],
    ])
  })

  test.each([
    ['weights that are not a whole', { theoryWeight: 40 }, 'Bobot teori dan praktik berjumlah 100.'],
    ['a number without its sequence', { certificateTemplate: '{unit}/{tahun}' }, 'Pola nomor'],
    ['a number without its year', { statementTemplate: '{urut:4}/{unit}' }, 'Pola nomor'],
    ['a token that nobody knows', { certificateTemplate: '{urut}/{tahun}/{wilayah}' }, 'Pola nomor'],
    ['no kind of credential', { requiredCredentialKinds: [] }, 'Pilih paling sedikit satu.'],
    [
      'a kind of credential twice',
      { requiredCredentialKinds: Array.from({ length: 2 }, () => 'TEKNIS' as const) },
      'dua kali',
    ],
    ['a pass mark above a hundred', { passMark: 10_001 }, 'Paling besar'],
  ])('refuses %s', async (_, changes, words) => {
    const { rules } = await fixture.client.centre.get({})
    const problems = await inputProblems(fixture.client.centre.updateRules({ ...rules, ...changes }))
    expect(problems[0]).toContain(words)
    expect((await fixture.client.centre.get({})).rules).toEqual(rules)
  })

  test('keeps its officials with their time in office', async () => {
    const officer = { prefix: 'Plt.' as const, title: 'Kepala UPT', name: 'Endah, S.E.', rank: '', nip: '' }
    const save = (validFrom: '2025-02-01', validUntil: '2025-01-31' | '2025-12-31') =>
      fixture.client.centre.saveOfficer({ id: null, officer: { ...officer, validFrom, validUntil } })
    expect(await inputProblems(save('2025-02-01', '2025-01-31'))).toEqual(['Berakhir sebelum mulai.'])
    await save('2025-02-01', '2025-12-31')
    expect((await fixture.client.centre.get({})).officers.map(row => row.name)).toEqual([
      'Endah, S.E.',
      'Drs. H. Ahmad Fauzi Rahman, M.Si.',
    ])
  })
})

describe('programmes and rooms', () => {
  test('eight trades have an example curriculum each', async () => {
    const programs = await fixture.client.program.list({})
    expect(programs.map(row => row.trade).toSorted()).toEqual(['CT', 'HK', 'LP', 'LS', 'PR', 'SM', 'TB', 'TR'])
    for (const { id, units, theoryHours, practiceHours } of programs) {
      const program = await fixture.client.program.get({ id })
      expect(program.units).toHaveLength(units)
      expect(units).toBeGreaterThan(0)
      expect(theoryHours + practiceHours).toBe(120)
    }
  })

  test('can be changed, and have unique names', async () => {
    const [first, second] = await fixture.client.program.list({})
    if (!first || !second) throw new Error('two programmes are needed')
    const { id, ...program } = await fixture.client.program.get({ id: first.id })
    const units = program.units.map((unit, index) => ({ ...unit, code: `U.${index}`, title: `Unit ${index}` }))
    await fixture.client.program.save({ id, program: { ...program, title: 'Judul Baru', units } })
    expect(await fixture.client.program.get({ id })).toMatchObject({ title: 'Judul Baru', units })
    expect(
      await domainErrorOf(fixture.client.program.save({ id: null, program: { ...program, title: second.title } })),
    ).toEqual({ code: 'name_taken', entity: 'program', name: second.title })
    const room = { name: 'Dapur 2', capacity: 9, note: '', active: true }
    expect(await domainErrorOf(fixture.client.program.saveRoom({ id: null, room }))).toMatchObject({
      code: 'name_taken',
    })
    const [unit] = program.units
    if (!unit) throw new Error('a unit is needed')
    expect(
      await inputProblems(fixture.client.program.save({ id, program: { ...program, units: [unit, unit] } })),
    ).toEqual(['Kode unit tidak boleh sama.'])
    expect(
      await inputProblems(
        fixture.client.program.save({
          id,
          program: { ...program, units: [{ ...unit, theoryHours: 0, practiceHours: 0 }] },
        }),
      ),
    ).toEqual(['Isi JP teori atau praktik.'])
  })
})
