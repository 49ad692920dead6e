import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tableFormats } from '../../../shared/features/calendar/year-table.ts'
import { createClass, setUp } from '../class-steps.ts'
import { type House, inputProblems, openHouse, refusedAs } from '../house.ts'

let house: House
beforeEach(async () => {
  house = openHouse({ today: '2024-12-10' })
  await setUp(house)
})
afterEach(() => house.remove())

const year = async (number: number) => (await house.client.calendar.year({ year: number })).days
const file = (text: string, name = 'libur.csv') => new File([text], name)
const bytes = async (blob: unknown) => new Uint8Array(await (blob as File).arrayBuffer())

describe.each(tableFormats)('as %s', format => {
  test('a year goes out and comes in again without a difference', async () => {
    const before = await year(2025)
    const out = await house.client.calendar.exportTable({ year: 2025, format })
    const again = new File([await bytes(out)], 'apa saja')
    const same = await house.client.calendar.readTable({ year: 2025, file: again })
    expect(same.rows.map(row => row.status)).toEqual(before.map(() => 'same'))
    expect(same.missing).toEqual([])

    // Into a year that has lost its days: all of them come back, with kind, decree and certainty.
    for (const { id } of before) await house.client.calendar.removeDay({ id })
    const reading = await house.client.calendar.readTable({ year: 2025, file: again })
    expect(reading.rows.every(row => row.status === 'new')).toBe(true)
    const days = reading.rows.flatMap(row => row.day ?? [])
    const done = await house.client.calendar.saveTable({ year: 2025, source: 'SKB baru', days, removeOthers: false })
    expect(done).toMatchObject({ saved: before.length, removed: 0 })
    const plain = (rows: typeof before) => rows.map(({ id: _, ...day }) => day)
    expect(plain(await year(2025))).toEqual(plain(before))
  })
})

test('a preview says for every line what it would do, and writes nothing', async () => {
  const before = await year(2025)
  const reading = await house.client.calendar.readTable({
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

test('a table takes the place of the old one when told to, and names the classes that still meet', async () => {
  await createClass(house, { start: '2025-02-03' })
  const day = { date: '2025-02-04' as const, kind: 'regional_holiday' as const, name: 'Hari jadi', source: 'Perwal 1' }
  const done = await house.client.calendar.saveTable({ year: 2025, source: 'Perwal', days: [day], removeOthers: true })
  expect(done).toEqual({ saved: 1, removed: 28, meeting: [{ date: '2025-02-04', cohorts: ['Tata Rias I'] }] })
  expect((await year(2025)).map(row => row.name)).toEqual(['Hari jadi'])
  const filled = await house.client.calendar.saveTable({
    year: 2028,
    source: 'SKB 2028',
    days: [],
    removeOthers: false,
  })
  expect(filled.saved).toBe(0)
  expect((await house.client.calendar.year({ year: 2028 })).source).toBe('SKB 2028')
})

test('a calendar file of somebody else gives a line for each day of an event', async () => {
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
  const { rows } = await house.client.calendar.readTable({ year: 2028, file: file(text, 'libur.ics') })
  expect(rows.map(row => [row.day?.date, row.day?.kind, row.day?.certain])).toEqual([
    ['2028-02-26', 'national_holiday', false],
    ['2028-02-27', 'national_holiday', false],
    ['2028-02-29', 'joint_leave', true],
  ])
})

test.each([
  ['nothing', ''],
  ['a text without heads', 'halo, dunia'],
  ['a broken calendar', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n'],
  ['a zip that is no workbook', 'PK\u0003\u0004halo'],
  ['more than two megabytes', 'x'.repeat(3_000_000)],
])('%s is refused by name', async (_, text) => {
  const reading = house.client.calendar.readTable({ year: 2025, file: file(text, 'apa.bin') })
  expect((await refusedAs(reading, 'table_unreadable')).file).toBe('apa.bin')
})

test('days of another year, or one date twice, are turned away before anything is written', async () => {
  const day = { date: '2025-02-04' as const, kind: 'regional_holiday' as const, name: 'X', source: '' }
  const save = (number: number, days: (typeof day)[]) =>
    inputProblems(house.client.calendar.saveTable({ year: number, source: 'S', days, removeOthers: false }))
  expect(await save(2026, [day])).toEqual(['Ada tanggal dari tahun lain.'])
  expect(await save(2025, [day, day])).toEqual(['Ada tanggal yang ditulis dua kali.'])
})

test('what begins like a formula goes out as text', async () => {
  const day = { date: '2025-02-04' as const, kind: 'regional_holiday' as const, name: '=1+1', source: '' }
  await house.client.calendar.saveTable({ year: 2025, source: 'S', days: [day], removeOthers: true })
  const csv = new TextDecoder().decode(
    await bytes(await house.client.calendar.exportTable({ year: 2025, format: 'csv' })),
  )
  expect(csv).toContain("'=1+1")
})
