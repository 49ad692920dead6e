import {
  formatQuantity,
  type MaterialDraft,
  materialDraft,
  mostRows,
  readQuantity,
} from '../../../shared/features/provision/provision.ts'
import { readRupiah, rupiahDigits } from '../../../shared/kernel/money.ts'
import { type CellReader, type ListRow, plainCell, withSpareRows } from './list-rows.ts'

const quantityCell: CellReader = text => {
  const value = readQuantity(text)
  if (value === null) return { ok: false, words: `“${text}” bukan jumlah, tulis seperti 12 atau 1,5` }
  return { ok: true, text: formatQuantity(value) }
}

/** Whole rupiah, with or without full stops. */
export const rupiahCell: CellReader = text => {
  const value = readRupiah(text)
  if (value === null) return { ok: false, words: `“${text}” bukan rupiah, tulis seperti 45.000` }
  return { ok: true, text: rupiahDigits(value) }
}

export function textCell(most: number): CellReader {
  return text => {
    const read = plainCell(text)
    if (!read.ok || [...read.text].length <= most) return read
    return { ok: false, words: `“${read.text.slice(0, 20)}…” lebih dari ${most} huruf` }
  }
}

export const textReaders = { name: textCell(80), specification: textCell(120), unit: textCell(16), note: textCell(60) }

/** 'w1' for the first calendar week. */
export const weekKey = (week: number) => `w${week}`

export function materialReaders(weeks: number): Record<string, CellReader> {
  const ofWeeks = Array.from({ length: weeks }, (_, index) => [weekKey(index + 1), quantityCell] as const)
  return {
    ...textReaders,
    amount: quantityCell,
    received: quantityCell,
    damaged: quantityCell,
    price: rupiahCell,
    ...Object.fromEntries(ofWeeks),
  }
}

export function materialRows(materials: readonly MaterialDraft[]): ListRow[] {
  const cells = materials.map(({ name, specification, unit, amount, received, damaged, price, note, used }) => ({
    name,
    specification,
    unit,
    amount: wordsOf(amount),
    received: wordsOf(received),
    damaged: wordsOf(damaged),
    price: price === null ? '' : rupiahDigits(price),
    note,
    ...Object.fromEntries(used.map((one, index) => [weekKey(index + 1), wordsOf(one)])),
  }))
  return withSpareRows(cells, mostRows)
}

/** The lines that have a name, in the form of the contract. */
export function readMaterials(rows: readonly ListRow[], weeks: number): MaterialDraft[] {
  return rows.flatMap(({ cells }) => {
    const of = (key: string) => cells[key] ?? ''
    const parsed = materialDraft.safeParse({
      name: of('name'),
      specification: of('specification'),
      unit: of('unit'),
      amount: readQuantity(of('amount')),
      received: readQuantity(of('received')),
      damaged: readQuantity(of('damaged')),
      price: readRupiah(of('price')),
      note: of('note'),
      used: Array.from({ length: weeks }, (_, index) => readQuantity(of(weekKey(index + 1)))),
    })
    return parsed.success ? [parsed.data] : []
  })
}

function wordsOf(value: number | null): string {
  return value === null ? '' : formatQuantity(value)
}
