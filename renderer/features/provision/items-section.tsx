import { itemKinds, mostRows } from '../../../shared/features/provision/provision.ts'
import { sameValue } from '../../../shared/kernel/join-values.ts'
import { api } from '../../app/client.ts'
import type { KeyGridCellColumn } from '../../ui/grid/key-grid.tsx'
import { itemReaders, itemRows, readItems, unreadItems } from './item-rows.ts'
import { ListGrid } from './list-grid.tsx'
import type { SectionProps } from './provision-path.ts'
import { useList } from './use-list.ts'

const columns: KeyGridCellColumn[] = [
  { key: 'kind', head: 'Jenis', label: 'jenis: ATK, Modul, atau Konsumsi', width: '9rem', align: 'start' },
  { key: 'name', head: 'Nama barang', label: 'nama barang', align: 'start' },
  { key: 'unit', head: 'Satuan', label: 'satuan', width: '8rem', align: 'start' },
  { key: 'amount', head: 'Tiap peserta', label: 'jumlah tiap peserta', width: '8rem' },
]

/** Barang: stationery, modules and meals handed to each trainee. */
export function ItemsSection({ code, provisions, locked }: SectionProps) {
  const list = useList({
    stored: provisions.items,
    show: itemRows,
    read: readItems,
    operation: api.provision.saveItems,
    inputs: (typed, seen) =>
      itemKinds
        .filter(kind => !sameValue(typed[kind], seen[kind]))
        .map(kind => ({ code, kind, items: typed[kind], seen: seen[kind] })),
    after: ({ kind, items }, seen) => ({ ...seen, [kind]: items }),
    columns,
  })
  return (
    <ListGrid
      label="Barang untuk peserta"
      list={list}
      readers={itemReaders}
      most={mostRows}
      locked={locked}
      incomplete={unreadItems(list.rows)}
      lacking="jenis dan nama"
    />
  )
}
