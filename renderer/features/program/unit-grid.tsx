import { Box } from '@mantine/core'
import { useState } from 'react'
import { KeyGrid, type KeyGridFace, type KeyGridWrite } from '../../ui/grid/key-grid.tsx'
import { RejectedValues } from '../../ui/grid/rejected-values.tsx'
import { useRowHistory } from '../../ui/grid/use-row-history.ts'
import { elementTitles, type UnitColumn, type UnitRow, unitColumns, writeUnits } from './unit-rows.ts'

interface UnitGridProps {
  rows: readonly UnitRow[]
  onRows: (rows: readonly UnitRow[]) => void
}

const heads: Record<UnitColumn, { head: string; label: string; width: string; align?: 'start'; letters?: string }> = {
  code: { head: 'Kode unit', label: 'kode unit', width: '11rem', align: 'start' },
  title: { head: 'Judul unit', label: 'judul unit', width: 'auto', align: 'start' },
  theory: { head: 'Teori', label: 'JP teori', width: '5rem' },
  practice: { head: 'Praktik', label: 'JP praktik', width: '5rem' },
  choice: { head: 'Inti / pilihan', label: 'inti atau pilihan', width: '7rem', letters: 'IP' },
  elements: { head: 'Elemen', label: 'elemen, dipisah titik koma', width: '7.5rem', align: 'start' },
}
const columns = unitColumns.map(key => ({ key, ...heads[key] }))
const choiceLabels: Record<string, string> = { I: 'Inti', P: 'Pilihan' }

/** The curriculum as a grid: typed, pasted from Excel, with undo. */
export function UnitGrid({ rows, onRows }: UnitGridProps) {
  const { write: keep, ...handlers } = useRowHistory(rows, onRows)
  const [rejected, setRejected] = useState<readonly string[]>([])

  function write(changes: readonly KeyGridWrite[], _how: string, outside: readonly string[]) {
    setRejected(outside.map(text => `“${text}”`))
    if (changes.length > 0) keep(writeUnits(rows, changes))
  }

  return (
    <>
      {rejected.length > 0 && (
        <Box p="0.5rem 1rem 0">
          <RejectedValues values={rejected} onClose={() => setRejected([])} />
        </Box>
      )}
      <KeyGrid
        label="Unit kompetensi"
        rows={rows}
        columns={columns}
        before={[{ key: 'n', head: 'No', width: '4.5rem', align: 'end', names: true, cell: (_, index) => index + 1 }]}
        cell={face}
        entry={{ kind: 'text' }}
        onWrite={write}
        {...handlers}
        foot={{ label: 'Jumlah', value: column => sum(rows, column) }}
        rowHeight={31}
      />
    </>
  )
}

function face(row: UnitRow, columnKey: string): KeyGridFace {
  const column = unitColumns.find(one => one === columnKey)
  const text = column ? row[column] : ''
  const words = column === 'choice' ? (choiceLabels[text] ?? '') : text
  if (column === 'elements' && text !== '') {
    const titles = elementTitles(text)
    return { face: <span title={titles.join('\n')}>{titles.length} elemen</span>, text, spoken: text }
  }
  return { face: words, text, spoken: words === '' ? 'kosong' : words }
}

function sum(rows: readonly UnitRow[], column: string): number | string {
  if (column !== 'theory' && column !== 'practice') return ''
  const total = rows.reduce((hours, row) => hours + (Number(row[column]) || 0), 0)
  return total
}
