import { useState } from 'react'
import { itemKinds, mostRows } from '../../../shared/features/provision/provision.ts'
import { api } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useSerial } from '../../app/use-serial.ts'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import type { KeyGridCellColumn } from '../../ui/grid/key-grid.tsx'
import { itemReaders, itemRows, readItems, unreadItems } from './item-rows.ts'
import { ListGrid } from './list-grid.tsx'
import type { ListRow } from './list-rows.ts'
import type { SectionProps } from './provision-path.ts'

const columns: KeyGridCellColumn[] = [
  { key: 'kind', head: 'Jenis', label: 'jenis: ATK, Modul, atau Konsumsi', width: '9rem', align: 'start' },
  { key: 'name', head: 'Nama barang', label: 'nama barang', align: 'start' },
  { key: 'unit', head: 'Satuan', label: 'satuan', width: '8rem', align: 'start' },
  { key: 'amount', head: 'Tiap peserta', label: 'jumlah tiap peserta', width: '8rem' },
]

/** Barang: stationery, modules and meals, as each trainee is handed them. */
export function ItemsSection({ code, provisions, locked }: SectionProps) {
  const { now } = useSession()
  const save = useCommand(api.provision.saveItems)
  const serial = useSerial()
  const [rows, setRows] = useState<readonly ListRow[]>(() => itemRows(provisions.items))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const unread = unreadItems(rows)

  async function store(next: readonly ListRow[]) {
    const [before, after] = [readItems(rows), readItems(next)]
    setRows(next)
    for (const kind of itemKinds) {
      if (JSON.stringify(before[kind]) === JSON.stringify(after[kind])) continue
      const stored = await serial(() => save.run({ code, kind, items: after[kind] }))
      if (stored) setSavedAt(now)
    }
  }

  return (
    <>
      <ErrorNote error={save.error} />
      <ListGrid
        label="Barang untuk peserta"
        rows={rows}
        columns={columns}
        readers={itemReaders}
        most={mostRows}
        locked={locked}
        problem={
          unread.length === 0 ? null : `Baris ${unread.join(', ')} belum punya jenis dan nama, jadi belum disimpan.`
        }
        savedAt={savedAt}
        onRows={next => void store(next)}
      />
    </>
  )
}
