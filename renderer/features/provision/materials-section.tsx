import { IconBookmark, IconCopyPlus } from '@tabler/icons-react'
import type { Provisions } from '../../../shared/features/provision/contract.ts'
import { materialDraft, mostRows } from '../../../shared/features/provision/provision.ts'
import { shortDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { between } from '../../ui/grid/grid-widths.ts'
import type { KeyGridCellColumn } from '../../ui/grid/key-grid.tsx'
import { ListGrid } from './list-grid.tsx'
import { unnamedRows } from './list-rows.ts'
import { materialReaders, materialRows, readMaterials, weekKey } from './material-rows.ts'
import type { SectionProps } from './provision-path.ts'
import { useList } from './use-list.ts'

/** Bahan: requested, received, and used each week; copied from the program, typed or pasted. */
export function MaterialsSection({ code, program, provisions, locked }: SectionProps & { program: string }) {
  const { weeks, materials, templateSize } = provisions
  const take = useCommand(api.provision.takeTemplate, {
    done: ({ added }) => (added === 0 ? 'Semua bahan program sudah ada.' : `${added} bahan diambil dari program.`),
  })
  const keep = useCommand(api.provision.saveTemplate, {
    done: ({ saved }) => `${saved} bahan menjadi daftar program ${program}.`,
  })
  const list = useList({
    stored: materials,
    show: materialRows,
    read: rows => readMaterials(rows, weeks.length),
    operation: api.provision.saveMaterials,
    inputs: (typed, seen) => [{ code, materials: typed, seen }],
    after: input => materialDraft.array().parse(input.materials),
    columns: columnsOf(weeks),
  })

  return (
    <>
      <ListGrid
        label="Bahan latihan"
        list={{ ...list, error: list.error ?? take.error ?? keep.error }}
        readers={materialReaders(weeks.length)}
        most={mostRows}
        locked={locked}
        incomplete={unnamedRows(list.rows, 'name')}
        lacking="nama bahan"
      >
        {materials.length === 0 && templateSize > 0 && (
          <Note
            title={`Program ${program} punya daftar ${templateSize} bahan.`}
            actions={
              <ActionButton size="xs" icon={IconCopyPlus} refused={locked} onAction={() => take.run({ code })}>
                Ambil dari program
              </ActionButton>
            }
          />
        )}
      </ListGrid>
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
    { key: 'name', head: 'Nama bahan', label: 'nama bahan', width: between(9.5, 12), align: 'start' },
    { key: 'specification', head: 'Spesifikasi', label: 'spesifikasi', align: 'start' },
    { key: 'unit', head: 'Satuan', label: 'satuan', width: between(4.25, 5.5), align: 'start' },
    { key: 'amount', head: 'Diminta', label: 'jumlah diminta', width: between(3.75, 4.75) },
    { key: 'received', head: 'Diterima', label: 'jumlah diterima', width: between(4, 4.75) },
    ...weeks.map(({ from, to }, index) => ({
      key: weekKey(index + 1),
      head: `Mg ${index + 1}`,
      label: `dipakai minggu ke-${index + 1}, ${shortDate(from)} sampai ${shortDate(to)}`,
      width: between(3, 4),
    })),
    { key: 'damaged', head: 'Rusak', label: 'jumlah rusak', width: between(3.25, 4.25) },
    { key: 'price', head: 'Harga', label: 'harga satuan, rupiah', width: between(4.75, 5.5) },
    { key: 'note', head: 'Keterangan', label: 'keterangan', width: between(5, 6), align: 'start' },
  ]
}
