import { useState } from 'react'
import { budgetAmount, mostBudgetLines } from '../../../shared/features/provision/budget.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import { api } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useSerial } from '../../app/use-serial.ts'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import type { KeyGridCellColumn } from '../../ui/grid/key-grid.tsx'
import layout from '../../ui/page/layout.module.css'
import { budgetReaders, budgetRows, readBudget } from './budget-rows.ts'
import { ListGrid } from './list-grid.tsx'
import { type ListRow, unnamedRows } from './list-rows.ts'
import type { SectionProps } from './provision-path.ts'

const columns: KeyGridCellColumn[] = [
  { key: 'year', head: 'TA', label: 'tahun anggaran', width: '4rem' },
  { key: 'kind', head: 'Jenis', label: 'jenis biaya', width: '10.5rem', align: 'start' },
  { key: 'description', head: 'Uraian', label: 'uraian', align: 'start' },
  { key: 'account', head: 'Kode rekening', label: 'kode rekening', width: '10rem', align: 'start' },
  { key: 'volume', head: 'Volume', label: 'volume', width: '4.25rem' },
  { key: 'unit', head: 'Satuan', label: 'satuan', width: '4.5rem', align: 'start' },
  { key: 'times', head: '×', label: 'kali', width: '3rem' },
  { key: 'timesUnit', head: 'Satuan', label: 'satuan kali', width: '4.5rem', align: 'start' },
  { key: 'price', head: 'Harga', label: 'harga satuan, rupiah', width: '6rem' },
  {
    key: 'incentive',
    head: 'DIF',
    label: 'boleh dibayar DIF: ya, tidak, perlu dicek',
    width: '5.5rem',
    align: 'start',
  },
  { key: 'realised', head: 'Realisasi', label: 'realisasi, rupiah; kosong dihitung sendiri', width: '6.5rem' },
]

/** RAB: the budget of the class by year and account, typed or pasted; what was paid of it is counted where it is recorded. */
export function BudgetSection({ code, provisions, locked }: SectionProps) {
  const { now, today } = useSession()
  const save = useCommand(api.provision.saveBudget)
  const serial = useSerial()
  const [rows, setRows] = useState<readonly ListRow[]>(() => budgetRows(provisions.budget))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const year = provisions.budget[0]?.year ?? Number((provisions.weeks[0]?.from ?? today).slice(0, 4))
  const unnamed = unnamedRows(rows, 'description')
  const lines = readBudget(rows, year)
  const years = [...Map.groupBy(lines, line => line.year)]

  async function store(next: readonly ListRow[]) {
    setRows(next)
    const stored = await serial(() => save.run({ code, lines: readBudget(next, year) }))
    if (stored) setSavedAt(now)
  }

  return (
    <>
      <ErrorNote error={save.error} />
      <ListGrid
        label="RAB kelas"
        rows={rows}
        columns={columns}
        readers={budgetReaders}
        most={mostBudgetLines}
        locked={locked}
        problem={unnamed.length === 0 ? null : `Baris ${unnamed.join(', ')} belum punya uraian, jadi belum disimpan.`}
        savedAt={savedAt}
        onRows={next => void store(next)}
      />
      <p className={layout.detail}>
        {years.length === 0
          ? 'Honorarium, uang transport, konsumsi, dan bahan dihitung realisasinya dari yang tercatat.'
          : years
              .map(([one, own]) => `TA ${one}: ${rupiah(own.reduce((sum, line) => sum + budgetAmount(line), 0))}`)
              .join(' · ')}
      </p>
    </>
  )
}
