import { type BudgetLine, budgetAmount, mostBudgetLines } from '../../../shared/features/provision/budget.ts'
import { rupiah } from '../../../shared/kernel/money.ts'
import { api, useToday } from '../../app/client.ts'
import { between } from '../../ui/grid/grid-widths.ts'
import type { KeyGridCellColumn } from '../../ui/grid/key-grid.tsx'
import layout from '../../ui/page/layout.module.css'
import { budgetReaders, budgetRows, readBudget } from './budget-rows.ts'
import { ListGrid } from './list-grid.tsx'
import { unnamedRows } from './list-rows.ts'
import type { SectionProps } from './provision-path.ts'
import { useList } from './use-list.ts'

const columns: KeyGridCellColumn[] = [
  { key: 'year', head: 'TA', label: 'tahun anggaran', width: between(3, 4) },
  { key: 'kind', head: 'Jenis', label: 'jenis biaya', width: between(7.25, 10.5), align: 'start' },
  { key: 'description', head: 'Uraian', label: 'uraian', align: 'start' },
  { key: 'account', head: 'Kode rekening', label: 'kode rekening', width: between(7.75, 10), align: 'start' },
  { key: 'volume', head: 'Volume', label: 'volume', width: between(3.75, 4.25) },
  { key: 'unit', head: 'Satuan', label: 'satuan', width: between(3.75, 4.5), align: 'start' },
  { key: 'times', head: '×', label: 'kali', width: between(2.25, 3) },
  { key: 'timesUnit', head: 'Satuan', label: 'satuan kali', width: between(3.75, 4.5), align: 'start' },
  { key: 'price', head: 'Harga', label: 'harga satuan, rupiah', width: between(5, 6) },
  {
    key: 'incentive',
    head: 'DIF',
    label: 'boleh dibayar DIF: ya, tidak, perlu dicek',
    width: between(5, 5.5),
    align: 'start',
  },
  {
    key: 'realised',
    head: 'Realisasi',
    label: 'realisasi, rupiah; kosong dihitung sendiri',
    width: between(5.25, 6.5),
  },
]

/** RAB: the budget of a class by year and account, typed or pasted; its spending is recorded elsewhere and summed here. */
export function BudgetSection({ code, provisions, locked, stored }: SectionProps & { stored: BudgetLine[] }) {
  const today = useToday()
  const year = stored[0]?.year ?? Number((provisions.weeks[0]?.from ?? today).slice(0, 4))
  const list = useList({
    stored,
    show: budgetRows,
    read: rows => readBudget(rows, year),
    operation: api.provision.saveBudget,
    inputs: (typed, seen) => [{ code, lines: typed, seen }],
    after: input => input.lines,
    columns,
  })
  const years = [...Map.groupBy(readBudget(list.rows, year), line => line.year)]

  return (
    <>
      <ListGrid
        label="RAB kelas"
        list={list}
        readers={budgetReaders}
        most={mostBudgetLines}
        locked={locked}
        incomplete={unnamedRows(list.rows, 'description')}
        lacking="uraian"
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
