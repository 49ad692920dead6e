import { useMemo, useState } from 'react'
import type { KitRow } from '../../../shared/features/provision/contract.ts'
import { api } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useSerial } from '../../app/use-serial.ts'
import { useUndo } from '../../app/use-undo.ts'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { SavedSign } from '../../ui/form/saved-sign.tsx'
import { KeyGrid, type KeyGridCellColumn, type KeyGridFace } from '../../ui/grid/key-grid.tsx'
import { LeftValues } from '../../ui/grid/left-values.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { type KitWrite, kitWrites } from './kit-writes.ts'
import styles from './provision.module.css'
import type { SectionProps } from './provision-path.ts'

const columns: KeyGridCellColumn[] = [
  { key: 'size', head: 'Ukuran pakaian', label: 'ukuran pakaian', width: '9rem' },
  { key: 'card', head: 'No. kartu BPJS TK', label: 'nomor kartu BPJS Ketenagakerjaan', width: '14rem' },
]

/** Peserta: clothing size and insurance card of each trainee, one below the other. */
export function KitsSection({ code, provisions, locked }: SectionProps) {
  const { now } = useSession()
  const save = useCommand(api.provision.saveKits)
  const serial = useSerial()
  const undo = useUndo()
  const [left, setLeft] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const { kits } = provisions
  const rows = useMemo(
    () => kits.map(kit => ({ ...kit, key: kit.enrolmentId, label: kit.name, struck: kit.left })),
    [kits],
  )

  async function send(written: KitWrite[]) {
    const stored = await serial(() => save.run({ code, kits: written }))
    if (stored) setSavedAt(now)
    return stored
  }
  async function store(written: KitWrite[], before: KitWrite[]) {
    if (written.length === 0) return
    if (await send(written)) undo.push({ undo: () => send(before), redo: () => send(written) })
  }

  return (
    <>
      <ErrorNote error={save.error} />
      <LeftValues values={left} onClose={() => setLeft([])} />
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
          onWrite={(changes, _how, outside) => {
            const read = kitWrites(changes, kits)
            setLeft([...read.left, ...outside.map(text => `“${text}”`)])
            void store(read.kits, read.before)
          }}
          onUndo={() => void undo.undo()}
          onRedo={() => void undo.redo()}
          rowHeight={31}
        />
      </Panel>
      <div className={layout.foot}>
        <KeyHints
          hints={[
            { keys: 'Enter', text: 'turun' },
            { keys: 'Ctrl D', text: 'isi ke bawah' },
            { keys: 'Ctrl V', text: 'tempel dari Excel' },
            { keys: 'Ctrl Z', text: 'urungkan' },
          ]}
        />
        <SavedSign at={savedAt} />
      </div>
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
