import { IconBookmark, IconCopyPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Provisions } from '../../../shared/features/provision/contract.ts'
import { mostRows } from '../../../shared/features/provision/provision.ts'
import { shortDate } from '../../../shared/kernel/date-format.ts'
import { api } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useSerial } from '../../app/use-serial.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import type { KeyGridCellColumn } from '../../ui/grid/key-grid.tsx'
import { ListGrid } from './list-grid.tsx'
import { type ListRow, unnamedRows } from './list-rows.ts'
import { materialReaders, materialRows, readMaterials, weekKey } from './material-rows.ts'
import type { SectionProps } from './provision-path.ts'

/** Bahan: asked for, received, and used in each week; copied from the program, typed or pasted. */
export function MaterialsSection({ code, program, provisions, locked }: SectionProps & { program: string }) {
  const { now } = useSession()
  const { weeks, materials, templateSize } = provisions
  const save = useCommand(api.provision.saveMaterials)
  const take = useCommand(api.provision.takeTemplate, {
    done: ({ added }) => (added === 0 ? 'Semua bahan program sudah ada.' : `${added} bahan diambil dari program.`),
  })
  const keep = useCommand(api.provision.saveTemplate, {
    done: ({ saved }) => `${saved} bahan menjadi daftar program ${program}.`,
  })
  const serial = useSerial()
  const [rows, setRows] = useState<readonly ListRow[]>(() => materialRows(materials))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const unnamed = unnamedRows(rows, 'name')
  const error = save.error ?? take.error ?? keep.error

  async function store(next: readonly ListRow[]) {
    setRows(next)
    const stored = await serial(() => save.run({ code, materials: readMaterials(next, weeks.length) }))
    if (stored) setSavedAt(now)
  }
  async function copy() {
    const taken = await take.run({ code })
    if (!taken) return
    const fresh = await api.provision.ofCohort.call({ code })
    setRows(materialRows(fresh.materials))
  }

  return (
    <>
      <ErrorNote error={error} />
      {materials.length === 0 && templateSize > 0 && (
        <Note
          title={`Program ${program} punya daftar ${templateSize} bahan.`}
          actions={
            <ActionButton size="xs" icon={IconCopyPlus} refused={locked} onAction={copy}>
              Ambil dari program
            </ActionButton>
          }
        />
      )}
      <ListGrid
        label="Bahan latihan"
        rows={rows}
        columns={columnsOf(weeks)}
        readers={materialReaders(weeks.length)}
        most={mostRows}
        locked={locked}
        problem={
          unnamed.length === 0 ? null : `Baris ${unnamed.join(', ')} belum punya nama bahan, jadi belum disimpan.`
        }
        savedAt={savedAt}
        onRows={next => void store(next)}
      />
      {materials.length > 0 && (
        <div>
          <ActionButton size="xs" icon={IconBookmark} onAction={() => keep.run({ code })}>
            Jadikan daftar bahan program
          </ActionButton>
        </div>
      )}
    </>
  )
}

function columnsOf(weeks: Provisions['weeks']): KeyGridCellColumn[] {
  return [
    { key: 'name', head: 'Nama bahan', label: 'nama bahan', width: '13rem', align: 'start' },
    { key: 'specification', head: 'Spesifikasi', label: 'spesifikasi', align: 'start' },
    { key: 'unit', head: 'Satuan', label: 'satuan', width: '5.5rem', align: 'start' },
    { key: 'amount', head: 'Diminta', label: 'jumlah diminta', width: '4.75rem' },
    { key: 'received', head: 'Diterima', label: 'jumlah diterima', width: '4.75rem' },
    ...weeks.map(({ from, to }, index) => ({
      key: weekKey(index + 1),
      head: `Mg ${index + 1}`,
      label: `dipakai minggu ke-${index + 1}, ${shortDate(from)} sampai ${shortDate(to)}`,
      width: '4rem',
    })),
    { key: 'damaged', head: 'Rusak', label: 'jumlah rusak', width: '4.25rem' },
    { key: 'price', head: 'Harga', label: 'harga satuan, rupiah', width: '5.5rem' },
    { key: 'note', head: 'Keterangan', label: 'keterangan', width: '7rem', align: 'start' },
  ]
}
