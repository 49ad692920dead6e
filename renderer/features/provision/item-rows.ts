import {
  type ItemDraft,
  type ItemKind,
  itemDraft,
  itemKindNames,
  itemKinds,
  mostRows,
} from '../../../shared/features/provision/provision.ts'
import { type CellReader, type ListRow, withSpareRows } from './list-rows.ts'
import { textReaders } from './material-rows.ts'

/** 'a', 'ATK' → 'ATK'; 'm' → 'Modul'; 'k' → 'Konsumsi'. */
const kindCell: CellReader = text => {
  const typed = text.trim().toLowerCase()
  const kind = itemKinds.find(one => itemKindNames[one].toLowerCase().startsWith(typed))
  return kind
    ? { ok: true, text: itemKindNames[kind] }
    : { ok: false, words: `“${text}” bukan ATK, Modul, atau Konsumsi` }
}

const countCell: CellReader = text => {
  const typed = text.trim()
  if (/^\d{1,3}$/.test(typed) && Number(typed) > 0) return { ok: true, text: String(Number(typed)) }
  return { ok: false, words: `“${text}” bukan jumlah, tulis 1 sampai 999` }
}

export const itemReaders: Record<string, CellReader> = {
  kind: kindCell,
  name: textReaders.name,
  unit: textReaders.unit,
  amount: countCell,
}

export function itemRows(items: Readonly<Record<ItemKind, readonly ItemDraft[]>>): ListRow[] {
  const cells = itemKinds.flatMap(kind =>
    items[kind].map(({ name, unit, amount }) => ({ kind: itemKindNames[kind], name, unit, amount: String(amount) })),
  )
  return withSpareRows(cells, mostRows)
}

/** Complete lines by kind; a line without an amount counts as one for each person. */
export function readItems(rows: readonly ListRow[]): Record<ItemKind, ItemDraft[]> {
  const of = (kind: ItemKind) =>
    rows.flatMap(({ cells }) => {
      if (cells.kind !== itemKindNames[kind]) return []
      const parsed = itemDraft.safeParse({
        name: cells.name ?? '',
        unit: cells.unit ?? '',
        amount: Number(cells.amount || '1'),
      })
      return parsed.success ? [parsed.data] : []
    })
  return { STATIONERY: of('STATIONERY'), MODULE: of('MODULE'), MEAL: of('MEAL') }
}

/** Numbers of lines that are not saved yet, because kind or name is missing. */
export function unreadItems(rows: readonly ListRow[]): number[] {
  return rows
    .filter(({ cells }) => {
      const { kind = '', name = '', unit = '', amount = '' } = cells
      return (kind === '' || name === '') && [kind, name, unit, amount].some(text => text !== '')
    })
    .map(row => row.key)
}
