import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fieldOfTitle,
  foldTitle,
  importFieldLabels,
  importFields,
} from '../../../../shared/features/import/import-field.ts'
import { type ImportAnswer, type ImportRow, mustDecide } from '../../../../shared/features/import/import-row.ts'
import { planImport } from '../../../../shared/features/import/plan-import.ts'
import {
  columnLetters,
  findHeader,
  peopleRows,
  withoutSignature,
} from '../../../../shared/features/import/table-rows.ts'

describe('a title', () => {
  test.each([
    ['NIK', 'nik'],
    ['No. KTP', 'nik'],
    ['Nomor Induk Kependudukan (NIK)', 'nik'],
    ['NIK (16 digit)', 'nik'],
    ['Nama Lengkap (sesuai KTP)', 'name'],
    ['NAMA CALON PESERTA', 'name'],
    ['Nama Lengkap Sesuai KTP', 'name'],
    ['Nama Peserta Pelatihan', 'name'],
    ['Tempat, Tgl. Lahir', 'birthPlaceAndDate'],
    ['Tempat/Tanggal Lahir', 'birthPlaceAndDate'],
    ['TTL', 'birthPlaceAndDate'],
    ['Tgl Lahir (dd/mm/yyyy)', 'birthDate'],
    ['Jenis Kelamin (L/P)', 'sex'],
    ['L/P', 'sex'],
    ['JK', 'sex'],
    ['No. HP/WA', 'phone'],
    ['Nomor WhatsApp Aktif', 'phone'],
    ['No.Telp', 'phone'],
    ['No. Kartu Keluarga', 'familyCard'],
    ['Kel/Desa', 'village'],
    ['RT/RW', 'neighbourhoodAndHamlet'],
    ['Alamat sesuai KTP', 'address'],
    ['Pend. Terakhir', 'education'],
    ['N.I.K.', 'nik'],
    ['TGL.LAHIR (dd/mm/yyyy)', 'birthDate'],
    ['Jenis Kelamin L/P', 'sex'],
    ['Kelurhan', 'village'],
    ['Tempta Lahir', 'birthPlace'],
  ])('%s is %s', (title, field) => {
    expect(fieldOfTitle(title)).toBe(field)
  })

  test.each([
    'No',
    'No.',
    '',
    'Nama Ibu',
    'Nama Orang Tua',
    'Keterangan',
    'Tanggal Daftar',
    'Ukuran Baju',
    'NIK Kepala Keluarga',
    'Peserta',
    'No. KP',
    'Nama Langkah',
    'No. HP Kontak Darurat',
  ])('%s is no title', title => {
    expect(fieldOfTitle(title)).toBeNull()
  })

  test('of every field is recognised by its own label, in any case; remarks are imported only if chosen', () => {
    expect(fieldOfTitle(importFieldLabels.remark)).toBeNull()
    for (const field of importFields.filter(one => one !== 'remark'))
      expect(fieldOfTitle(importFieldLabels[field].toUpperCase())).toBe(field)
    expect(foldTitle('  No.  HP / WA ')).toBe('no hp wa')
  })
})

test('columns are lettered as Excel does', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

test('the row of titles is found anywhere, and rows above it do not count', () => {
  const noise = fc.array(fc.constantFrom('', 'PEMERINTAH KOTA', 'Nama', '12', 'Tahun 2024'), { maxLength: 4 })
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 20 }), fc.nat(8), (above, people) => {
      const head = { row: above.length + 1, cells: ['No', 'NIK', 'Nama', 'Kelurahan'] }
      const rows = [
        ...above.map((cells, index) => ({ row: index + 1, cells })),
        head,
        ...Array.from({ length: people }, (_, index) => ({
          row: head.row + 1 + index,
          cells: ['9', '3671055205900001', 'Siti', ''],
        })),
      ]
      const found = findHeader(rows)
      expect(found?.row).toBe(head.row)
      expect(peopleRows(rows, head.row, found?.fields ?? [])).toHaveLength(people)
    }),
  )
})

test('a row of sums is left out, a person with such a name is not', () => {
  const fields = [null, 'nik' as const, 'name' as const]
  const rows = [
    { row: 2, cells: ['1', '3671055205900001', 'Total Sutrisno'] },
    { row: 3, cells: [null, '3671050903850002', 'Jumlah'] },
    { row: 4, cells: ['JUMLAH', null, '2 orang'] },
    { row: 5, cells: [null, 'TOTAL', '2'] },
    { row: 6, cells: ['3', null, null] },
    { row: 7, cells: ['Sub Total', '2', null] },
    { row: 8, cells: ['4', null, 'JUMLAH PESERTA'] },
  ]
  expect(peopleRows(rows, 1, fields).map(row => row.row)).toEqual([2, 3])
})

test.each([
  [['Mengetahui,', null, 'Tangerang, 3 Januari 2025']],
  [[null, null, 'Tangerang,    Januari 2025']],
  [[null, 'Lurah Karawaci Baru', null]],
  [[null, 'a.n. Camat', null]],
  [[null, null, '(................................)']],
  [[null, 'NIP. 19700101 199603 1 002', null]],
])('a signature below the list is not a person: %j', cells => {
  const fields = [null, 'nik' as const, 'name' as const]
  const list = [
    { row: 2, cells: ['1', '3671055205900001', 'Ketua Sari'] },
    { row: 3, cells: ['2', null, 'Lurah Rahayu'] },
    { row: 4, cells: [null, null, 'Tanpa NIK'] },
  ]
  const below = [
    { row: 7, cells },
    { row: 11, cells: [null, null, 'Drs. H. Bambang'] },
  ]
  expect(withoutSignature([...list, ...below], fields)).toEqual({ people: list, signature: below })
  // If the list goes on below, it is no signature.
  const more = { row: 12, cells: ['3', '3671050903850002', 'Budi'] }
  expect(withoutSignature([...list, ...below, more], fields).signature).toEqual([])
})

describe('a plan', () => {
  const difference = { field: 'phone' as const, label: 'No. HP', present: '1', file: '2' }
  type Planned = Pick<ImportRow, 'row' | 'status' | 'note' | 'sameAs' | 'differences' | 'problems' | 'repaired'>
  const sound = { problems: [], repaired: false }
  const doubt = { field: 'sex', code: 'differs_from_nik', severity: 'warning' as const, message: 'x' }
  const kinds: fc.Arbitrary<Omit<Planned, 'row'>> = fc.constantFrom(
    { ...sound, status: 'create', note: '', sameAs: null, differences: [] },
    { problems: [doubt], repaired: true, status: 'create', note: 'x', sameAs: null, differences: [] },
    { ...sound, status: 'match', note: '', sameAs: null, differences: [] },
    { ...sound, status: 'match', note: 'x', sameAs: null, differences: [difference] },
    { ...sound, status: 'reject', note: 'alasan', sameAs: null, differences: [] },
  )
  const rowsOf = fc.array(fc.tuple(kinds, fc.boolean()), { maxLength: 12 }).map(list =>
    list.flatMap(([kind, doubled], index): Planned[] => {
      const row = index * 2 + 2
      const first = { ...kind, row }
      const double = {
        ...sound,
        row: row + 1,
        status: 'duplicate' as const,
        note: '',
        sameAs: { row, name: 'A' },
        differences: [difference],
      }
      return doubled && kind.status !== 'reject' ? [first, double] : [first]
    }),
  )
  const answersOf = fc.array(
    fc.record({
      row: fc.integer({ min: 2, max: 26 }),
      action: fc.constantFrom<ImportAnswer['action']>('take', 'skip'),
      fields: fc.constantFrom<ImportAnswer['fields']>([], ['phone'], ['name']),
    }),
  )

  test('has one outcome for every row, writes each person at most once, and never writes what was refused or undecided', () => {
    fc.assert(
      fc.property(rowsOf, answersOf, (rows, list) => {
        const answers = new Map(list.map(answer => [answer.row, answer]))
        const plan = planImport(rows, answers)
        expect([...plan.keys()]).toEqual(rows.map(row => row.row))
        const writers = new Map<number, number>()
        for (const row of rows) {
          const outcome = plan.get(row.row)?.outcome
          if (row.status === 'reject') expect(outcome).toBe('rejected')
          if (answers.get(row.row)?.action === 'skip') expect(['skipped', 'rejected']).toContain(outcome)
          if (mustDecide(row) && !answers.has(row.row)) expect(outcome).toBe('skipped')
          const person = row.sameAs?.row ?? row.row
          if (outcome === 'created' || outcome === 'changed') writers.set(person, (writers.get(person) ?? 0) + 1)
          if (outcome === 'skipped') expect(plan.get(row.row)?.reason).not.toBe('')
        }
        expect(Math.max(0, ...writers.values())).toBeLessThanOrEqual(1)
      }),
    )
  })
})
