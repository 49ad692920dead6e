import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayOffKinds } from '../../../../shared/features/calendar/day-off.ts'
import { tableFormats } from '../../../../shared/features/calendar/year-table.ts'
import { addDays } from '../../../../shared/kernel/plain-date.ts'
import { createSampleCohort, setUp } from '../../cohort-steps.ts'
import { type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const year = async (number: number) => (await fixture.client.calendar.year({ year: number })).days
const file = (text: string, name = 'libur.csv') => new File([text], name)
const bytes = async (blob: unknown) => new Uint8Array(await (blob as File).arrayBuffer())

describe.each(tableFormats)('as %s', format => {
  test('an exported year can be imported again without a difference', async () => {
    const before = await year(2025)
    const out = await fixture.client.calendar.exportTable({ year: 2025, format })
    const again = new File([await bytes(out)], 'apa saja')
    const same = await fixture.client.calendar.readTable({ year: 2025, file: again })
    expect(same.rows.map(row => row.status)).toEqual(before.map(() => 'same'))
    expect(same.missing).toEqual([])

    // Import into a year that lost its days: all of them come back, with kind, decree and certainty.
    for (const { id } of before) await fixture.client.calendar.removeDay({ id })
    const reading = await fixture.client.calendar.readTable({ year: 2025, file: again })
    expect(reading.rows.every(row => row.status === 'new')).toBe(true)
    const days = reading.rows.flatMap(row => row.day ?? [])
    const done = await fixture.client.calendar.saveTable({ year: 2025, source: 'SKB baru', days, removeOthers: false })
    expect(done).toMatchObject({ saved: before.length })
    const plain = (rows: typeof before) => rows.map(({ id: _, ...day }) => day)
    expect(plain(await year(2025))).toEqual(plain(before))
  })
})

test('a preview shows for every line what it would do, and writes nothing', async () => {
  const before = await year(2025)
  const reading = await fixture.client.calendar.readTable({
    year: 2025,
    file: file(
      [
        'SKB tiga menteri;;;',
        'TANGGAL;Nama;Jenis;Dasar',
        '01/01/2025;Tahun Baru 2025;LN;SKB',
        '2025-02-04;Hari jadi kota;Libur daerah;Perwal 1',
        '2025-02-04;Sekali lagi;Libur daerah;',
        '30 Feb 2025;Tidak ada;LN;',
        '2026-01-01;Tahun lain;LN;',
        '2025-02-05;Jenis aneh;Piknik;',
        '2025-02-06;;LN;',
        ';;;',
        '2025-02-07;Awal Ramadan 1446 H;;',
        '2025-02-10;Cuti bersama Ramadan;;',
      ].join('\r\n'),
    ),
  })
  expect(reading.rows.map(row => [row.row, row.status, row.problem])).toEqual([
    [3, 'changed', null],
    [4, 'new', null],
    [5, 'problem', 'Tanggal ini sudah ada di atas.'],
    [6, 'problem', '“30 Feb 2025” bukan tanggal.'],
    [7, 'problem', 'Tanggal dari tahun 2026.'],
    [8, 'problem', 'Jenis “Piknik” tidak dikenal.'],
    [9, 'problem', 'Nama kosong.'],
    [11, 'new', null],
    [12, 'new', null],
  ])
  expect(reading.rows.slice(-2).map(row => [row.day?.kind, row.day?.certain])).toEqual([
    ['national_holiday', false],
    ['joint_leave', true],
  ])
  expect(reading.missing).toHaveLength(before.length - 1)
  expect(await year(2025)).toEqual(before)
})

test('a table can replace the old one, and the classes that still meet are named', async () => {
  await createSampleCohort(fixture, { start: '2025-02-03' })
  const day = { date: '2025-02-04' as const, kind: 'regional_holiday' as const, name: 'Hari jadi', source: 'Perwal 1' }
  const done = await fixture.client.calendar.saveTable({
    year: 2025,
    source: 'Perwal',
    days: [day],
    removeOthers: true,
  })
  expect(done).toMatchObject({ saved: 1, meeting: [{ date: '2025-02-04', cohorts: ['Tata Rias I'] }] })
  expect((await year(2025)).map(row => row.name)).toEqual(['Hari jadi'])
  const filled = await fixture.client.calendar.saveTable({
    year: 2028,
    source: 'SKB 2028',
    days: [],
    removeOthers: false,
  })
  expect(filled.saved).toBe(0)
  expect((await fixture.client.calendar.year({ year: 2028 })).source).toBe('SKB 2028')
})

test('a foreign calendar file gives a line for each day of an event', async () => {
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//lain//ID',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART;VALUE=DATE:20280226',
    'DTEND;VALUE=DATE:20280228',
    'SUMMARY:Hari Raya Idul Fitri 1449 H',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:2',
    'DTSTART;VALUE=DATE:20280229',
    'SUMMARY:Cuti Bersama Idul Fitri',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  const { rows } = await fixture.client.calendar.readTable({ year: 2028, file: file(text, 'libur.ics') })
  expect(rows.map(row => [row.day?.date, row.day?.kind, row.day?.certain])).toEqual([
    ['2028-02-26', 'national_holiday', false],
    ['2028-02-27', 'national_holiday', false],
    ['2028-02-29', 'joint_leave', true],
  ])
})

test('the public calendar of Google is read as it is: many years, observances, uncertain feasts, whole days', async () => {
  const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'CLASS:PUBLIC', 'TRANSP:TRANSPARENT', 'END:VEVENT']
  const day = (first: string, until: string, summary: string, description: string) =>
    event(
      `DTSTART;VALUE=DATE:${first}`,
      `DTEND;VALUE=DATE:${until}`,
      'DTSTAMP:20271001T010203Z',
      `UID:${first}_abc@google.com`,
      `DESCRIPTION:${description}`,
      'STATUS:CONFIRMED',
      `SUMMARY:${summary}`,
    )
  const text = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Hari libur di Indonesia',
    'X-WR-TIMEZONE:UTC',
    ...day('20270101', '20270102', 'Hari Tahun Baru', 'Hari libur nasional'),
    ...day('20280101', '20280102', 'Hari Tahun Baru', 'Hari libur nasional'),
    ...day('20280225', '20280226', 'Cuti Bersama Idul Fitri', 'Hari libur nasional'),
    ...day('20280226', '20280228', 'Hari Raya Idul Fitri (belum pasti)', 'Hari libur nasional'),
    ...day('20280421', '20280422', 'Hari Kartini', 'Perayaan\\nUntuk menyembunyikan perayaan\\, buka Setelan'),
    ...day('20280504', '20280505', 'Joint Holiday for Vesak Day', 'Public holiday'),
    ...event('UID:x', 'SUMMARY:Tanpa tanggal'),
    ...event('UID:y', 'DTSTART;VALUE=DATE:20200817', 'RRULE:FREQ=YEARLY', 'SUMMARY:Proklamasi Kemerdekaan'),
    'END:VCALENDAR',
  ].join('\r\n')
  const { rows } = await fixture.client.calendar.readTable({ year: 2028, file: file(text, 'id.ics') })
  expect(
    rows.map(({ row, day, problem }) => [
      row,
      problem ?? `${day?.date} ${day?.kind} ${day?.name}`,
      day?.certain,
      day?.source,
    ]),
  ).toEqual([
    [2, '2028-01-01 national_holiday Hari Tahun Baru', true, ''],
    [3, '2028-02-25 joint_leave Cuti Bersama Idul Fitri', true, ''],
    [4, '2028-02-26 national_holiday Hari Raya Idul Fitri', false, ''],
    [4, '2028-02-27 national_holiday Hari Raya Idul Fitri', false, ''],
    [5, 'Perayaan, bukan hari libur.', undefined, undefined],
    [6, '2028-05-04 joint_leave Joint Holiday for Vesak Day', true, ''],
    [7, 'Tanggal kosong.', undefined, undefined],
    [8, '2028-08-17 national_holiday Proklamasi Kemerdekaan', true, ''],
  ])
  const other = await fixture.client.calendar.readTable({ year: 2026, file: file(text, 'id.ics') })
  expect(other.rows.filter(row => row.day).map(row => row.day?.date)).toEqual(['2026-08-17'])
})

test('events with a time, without an end, or never ending count as days', async () => {
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART:20280301T080000',
    'DTEND:20280301T170000',
    'SUMMARY:Balai tutup',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:2',
    'DTSTART;VALUE=DATE:20280601',
    'DTEND;VALUE=DATE:20480601',
    'SUMMARY:Salah ketik',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n')
  const { rows } = await fixture.client.calendar.readTable({ year: 2028, file: file(text, 'x.ics') })
  expect(rows[0]?.day?.date).toBe('2028-03-01')
  expect(rows.slice(1)).toHaveLength(31)
})

test('any names and decrees come back as they were, from each format', { timeout: 60_000 }, async () => {
  const awkward = fc.constantFrom(
    '=1+1',
    '+62',
    '-5',
    '@SUM(A1)',
    'a;b,c',
    '"kutip"',
    "d'Artagnan",
    'garis\\miring',
    '100 %',
    'Nyepi: Saka 1950',
    '2028-01-01',
    'é–✓',
  )
  // Exclude 'toString' and the like: write-excel-file looks texts up in a plain object and loses a cell with such a text.
  const word = fc
    .oneof(awkward, fc.stringMatching(/^[A-Za-z0-9 ,;:"()/.-]{1,40}$/))
    .map(text => text.trim())
    .filter(text => !(text in {}))
  const days = fc.uniqueArray(
    fc.record({
      date: fc.integer({ min: 0, max: 365 }).map(offset => addDays('2028-01-01', offset)),
      kind: fc.constantFrom(...dayOffKinds),
      name: word.filter(text => text !== ''),
      source: word,
      certain: fc.boolean(),
    }),
    { selector: day => day.date, minLength: 1, maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(days, fc.constantFrom(...tableFormats), async (table, format) => {
      await fixture.client.calendar.saveTable({ year: 2028, source: 'SKB', days: table, removeOthers: true })
      const out = await fixture.client.calendar.exportTable({ year: 2028, format })
      const { rows, missing } = await fixture.client.calendar.readTable({
        year: 2028,
        file: new File([await bytes(out)], `libur.${format}`),
      })
      expect(rows.map(row => [row.status, row.problem])).toEqual(table.map(() => ['same', null]))
      expect(missing).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['nothing', ''],
  ['a text without heads', 'halo, dunia'],
  ['a broken calendar', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n'],
  ['a zip that is no workbook', 'PK\u0003\u0004halo'],
  ['more than two megabytes', 'x'.repeat(3_000_000)],
])('%s is refused by name', async (_, text) => {
  const reading = fixture.client.calendar.readTable({ year: 2025, file: file(text, 'apa.bin') })
  expect((await rejectedAs(reading, 'table_unreadable')).file).toBe('apa.bin')
})

test('days of another year, or a date twice, are refused before anything is written', async () => {
  const day = { date: '2025-02-04' as const, kind: 'regional_holiday' as const, name: 'X', source: '' }
  const save = (number: number, days: (typeof day)[]) =>
    inputProblems(fixture.client.calendar.saveTable({ year: number, source: 'S', days, removeOthers: false }))
  expect(await save(2026, [day])).toEqual(['Ada tanggal dari tahun lain.'])
  expect(await save(2025, [day, day])).toEqual(['Ada tanggal yang ditulis dua kali.'])
})

test('text that begins like a formula is exported as text', async () => {
  const day = { date: '2025-02-04' as const, kind: 'regional_holiday' as const, name: '=1+1', source: '' }
  await fixture.client.calendar.saveTable({ year: 2025, source: 'S', days: [day], removeOthers: true })
  const csv = new TextDecoder().decode(
    await bytes(await fixture.client.calendar.exportTable({ year: 2025, format: 'csv' })),
  )
  expect(csv).toContain("'=1+1")
})

test('an exported workbook holds text only: no formula can run in it', async () => {
  const name = '=HYPERLINK("http://contoh","x")'
  const day = { date: '2025-02-04' as const, kind: 'regional_holiday' as const, name, source: '@A1' }
  await fixture.client.calendar.saveTable({ year: 2025, source: 'S', days: [day], removeOthers: true })
  const out = await bytes(await fixture.client.calendar.exportTable({ year: 2025, format: 'xlsx' }))
  // A formula would be read as its computed value, and nothing has computed one here.
  const { rows } = await fixture.client.calendar.readTable({ year: 2025, file: new File([out], 'libur.xlsx') })
  expect(rows[0]?.day).toMatchObject({ name, source: '@A1' })
})

test('a file in another encoding is refused line by line, not imported with broken letters', async () => {
  const text = new Uint8Array([...new TextEncoder().encode('Tanggal;Nama\n2025-02-04;Hari '), 0xe9, 0x0a])
  const { rows } = await fixture.client.calendar.readTable({ year: 2025, file: new File([text], 'libur.csv') })
  expect(rows.map(row => [row.row, row.problem])).toEqual([[2, 'Ada huruf rusak. Simpan berkasnya sebagai CSV UTF-8.']])
})
