import { describe, expect, test } from 'vitest'
import { itemReaders, itemRows, readItems, unreadItems } from '../../../../renderer/features/provision/item-rows.ts'
import { kitWrites } from '../../../../renderer/features/provision/kit-writes.ts'
import { unnamedRows, withSpareRows, writeCells } from '../../../../renderer/features/provision/list-rows.ts'
import { materialReaders, materialRows, readMaterials } from '../../../../renderer/features/provision/material-rows.ts'
import type { KitRow } from '../../../../shared/features/provision/contract.ts'
import type { MaterialDraft } from '../../../../shared/features/provision/provision.ts'
import { enrolmentId } from '../../../../shared/ids.ts'

const cotton: MaterialDraft = {
  name: 'Kapas',
  specification: 'Steril',
  unit: 'bungkus',
  amount: 400,
  received: null,
  damaged: null,
  price: null,
  note: 'baru',
  used: [100, null, 25],
}

describe('a typed list', () => {
  test('always has empty lines below, but no more than allowed', () => {
    expect(withSpareRows([], 100)).toHaveLength(20)
    expect(withSpareRows([{ name: 'a' }], 100)).toHaveLength(21)
    expect(withSpareRows([{ name: 'a' }], 5)).toHaveLength(5)
  })

  test('takes readable values and leaves the rest unchanged, named with its line', () => {
    const rows = materialRows([cotton])
    const { rows: next, rejected } = writeCells(
      rows,
      [
        { rowKey: 1, columnKey: 'amount', text: 'banyak' },
        { rowKey: 1, columnKey: 'received', text: '2,5' },
        { rowKey: 2, columnKey: 'name', text: '  Minyak   zaitun ' },
        { rowKey: 2, columnKey: 'w2', text: '1' },
        { rowKey: 2, columnKey: 'unknown', text: 'x' },
      ],
      materialReaders(3),
      100,
    )
    expect(rejected).toEqual(['“banyak” bukan jumlah, tulis seperti 12 atau 1,5 (baris 1)'])
    expect(readMaterials(next, 3)).toEqual([
      { ...cotton, received: 250 },
      {
        name: 'Minyak zaitun',
        specification: '',
        unit: '',
        amount: null,
        received: null,
        damaged: null,
        price: null,
        note: '',
        used: [null, 100, null],
      },
    ])
  })

  test('a cell that is cleared is empty again', () => {
    const cleared = writeCells(
      materialRows([cotton]),
      [{ rowKey: 1, columnKey: 'amount', text: '' }],
      materialReaders(3),
      100,
    )
    expect(readMaterials(cleared.rows, 3)[0]?.amount).toBeNull()
  })

  test('a line without a name is skipped and reported', () => {
    const { rows } = writeCells(
      materialRows([]),
      [{ rowKey: 3, columnKey: 'unit', text: 'kg' }],
      materialReaders(1),
      100,
    )
    expect(readMaterials(rows, 1)).toEqual([])
    expect(unnamedRows(rows, 'name')).toEqual([3])
  })

  test('a text that is too long is refused, not cut', () => {
    const { rejected } = writeCells(
      materialRows([]),
      [{ rowKey: 1, columnKey: 'unit', text: 'x'.repeat(17) }],
      materialReaders(1),
      9,
    )
    expect(rejected).toHaveLength(1)
  })
})

describe('items', () => {
  test('are ticked and cleared by kind, the first letters are enough', () => {
    const { rows, rejected } = writeCells(
      itemRows({ STATIONERY: [{ name: 'Pulpen', unit: 'buah', amount: 2 }], MODULE: [], MEAL: [] }),
      [
        { rowKey: 2, columnKey: 'kind', text: 'm' },
        { rowKey: 2, columnKey: 'name', text: 'Modul 1' },
        { rowKey: 3, columnKey: 'kind', text: 'mobil' },
        { rowKey: 3, columnKey: 'amount', text: '0' },
      ],
      itemReaders,
      100,
    )
    expect(rejected).toEqual([
      '“mobil” bukan ATK, Modul, atau Konsumsi (baris 3)',
      '“0” bukan jumlah, tulis 1 sampai 999 (baris 3)',
    ])
    expect(readItems(rows)).toEqual({
      STATIONERY: [{ name: 'Pulpen', unit: 'buah', amount: 2 }],
      MODULE: [{ name: 'Modul 1', unit: '', amount: 1 }],
      MEAL: [],
    })
    expect(unreadItems(rows)).toEqual([])
  })
})

describe('kits', () => {
  const kit = (id: number, name: string): KitRow => ({
    enrolmentId: enrolmentId.parse(id),
    position: id,
    name,
    left: false,
    closed: false,
    clothingSize: null,
    usualSize: null,
    insuranceCard: '',
  })
  const rows = [kit(7, 'Siti'), kit(8, 'Dewi')]

  test('one write per person, with the earlier value', () => {
    const read = kitWrites(
      [
        { rowKey: 7, columnKey: 'size', text: '2xl' },
        { rowKey: 7, columnKey: 'card', text: '2301 4567 890' },
        { rowKey: 8, columnKey: 'size', text: 'besar' },
      ],
      rows,
    )
    expect(read.entries).toEqual([{ enrolmentId: 7, clothingSize: 'XXL', insuranceCard: '23014567890' }])
    expect(read.before).toEqual([{ enrolmentId: 7, clothingSize: null, insuranceCard: '' }])
    expect(read.rejected).toEqual(['“besar” untuk Dewi: tulis S, M, L, XL, XXL, XXXL'])
  })

  test('clearing a size shows that of the person again', () => {
    expect(kitWrites([{ rowKey: 8, columnKey: 'size', text: '' }], rows).entries).toEqual([
      { enrolmentId: 8, clothingSize: null },
    ])
  })
})
