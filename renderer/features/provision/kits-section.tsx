import { useMemo } from 'react'
import type { KitRow } from '../../../shared/features/provision/contract.ts'
import { rowName } from '../../../shared/kernel/row-name.ts'
import { api } from '../../app/client.ts'
import { layOver } from '../../app/desk/on-the-way.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { GridFoot } from '../../app/grid/grid-foot.tsx'
import { useSavingGrid } from '../../app/grid/use-saving-grid.ts'
import { gridKeys } from '../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { KeyGrid, type KeyGridCellColumn, type KeyGridFace } from '../../ui/grid/key-grid.tsx'
import { RejectedValues } from '../../ui/grid/rejected-values.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { kitWrites } from './kit-writes.ts'
import styles from './provision.module.css'
import type { SectionProps } from './provision-path.ts'

const columns: KeyGridCellColumn[] = [
  { key: 'size', head: 'Ukuran pakaian', label: 'ukuran pakaian', width: '9rem' },
  { key: 'card', head: 'No. kartu BPJS TK', label: 'nomor kartu BPJS Ketenagakerjaan', width: '14rem' },
]

/** Peserta: clothing size and insurance card of each trainee. */
export function KitsSection({ code, provisions, locked }: SectionProps) {
  const save = useSharedCommand(api.provision.saveKits, {
    label: ({ row, field }) => `${row}, ${field === 'clothingSize' ? 'ukuran pakaian' : 'nomor kartu'}`,
    columnOf: field => (field === 'clothingSize' ? 'size' : 'card'),
  })
  const grid = useSavingGrid({
    grid: `kits ${code}`,
    rows: provisions.kits,
    read: kitWrites,
    save: (entries, seen) => save.run({ code, kits: entries, seen }),
    lay: (own, entries) =>
      layOver(
        own,
        entries,
        (kit, entry) => kit.enrolmentId === entry.enrolmentId,
        (kit, entry) => ({ ...kit, ...entry }),
      ),
  })
  const kits = grid.rows
  const rows = useMemo(
    () => kits.map(kit => ({ ...kit, key: kit.enrolmentId, label: rowName(kit, kits), struck: kit.left })),
    [kits],
  )

  return (
    <>
      <ErrorNote error={save.error} />
      {save.choice}
      <RejectedValues values={grid.rejected} onClose={grid.forgetRejected} />
      <Panel flush fill label="Ukuran dan kartu peserta">
        <KeyGrid
          label="Ukuran dan kartu peserta"
          rows={rows}
          columns={columns}
          before={[
            { key: 'no', head: 'No', width: '3rem', align: 'end', cell: row => row.position },
            { key: 'name', head: 'Nama peserta', width: '20rem', names: true, cell: row => row.name },
          ]}
          after={[{ key: 'rest', head: '', cell: () => null }]}
          cell={(row, key) => faceOf(row, key, locked)}
          entry={{ kind: 'text' }}
          foot={{ label: 'Belum diisi', value: key => missingIn(kits, key) }}
          questions={save.questions}
          {...grid.handlers}
          rowHeight={31}
        />
      </Panel>
      <GridFoot hints={[gridKeys.down, gridKeys.fill, gridKeys.paste, grid.undo.actions[0]]} savedAt={grid.savedAt} />
    </>
  )
}

function faceOf(row: KitRow, key: string, locked: string | undefined): KeyGridFace {
  const closed = row.closed ? `Data ${row.name} dibekukan` : locked
  if (key === 'card')
    return {
      face: <span className={styles.card}>{row.insuranceCard}</span>,
      text: row.insuranceCard,
      spoken: row.insuranceCard || 'kosong',
      locked: closed,
    }
  const { clothingSize, usualSize } = row
  if (clothingSize === null && usualSize !== null)
    return {
      face: <span className={layout.quiet}>{usualSize}</span>,
      text: '',
      spoken: `${usualSize}, dari data peserta`,
      locked: closed,
    }
  return { face: clothingSize, text: clothingSize ?? '', spoken: clothingSize ?? 'kosong', locked: closed }
}

function missingIn(kits: readonly KitRow[], key: string): number {
  const isMissing = ({ clothingSize, usualSize, insuranceCard }: KitRow) =>
    key === 'card' ? insuranceCard === '' : clothingSize === null && usualSize === null
  return kits.filter(kit => !kit.left && isMissing(kit)).length
}
