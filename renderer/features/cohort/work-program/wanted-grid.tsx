import { Box } from '@mantine/core'
import { useState } from 'react'
import { isPlainDate, shortDay } from '../../../../shared/kernel/plain-date.ts'
import { KeyGrid, type KeyGridFace, type KeyGridWrite } from '../../../ui/grid/key-grid.tsx'
import { RejectedValues } from '../../../ui/grid/rejected-values.tsx'
import { useRowHistory } from '../../../ui/grid/use-row-history.ts'
import { OneLine } from '../../../ui/page/one-line.tsx'
import { spellNumber } from '../../activity/activity-columns.tsx'
import { type WantedColumn, type WantedContext, type WantedRow, wantedColumns, writeWanted } from './wanted-rows.ts'

interface WantedGridProps {
  rows: readonly WantedRow[]
  context: WantedContext
  onRows: (rows: readonly WantedRow[]) => void
}

const heads: Record<WantedColumn, { head: string; label: string; width: string; align?: 'start' }> = {
  program: { head: 'Program', label: 'program', width: 'auto', align: 'start' },
  count: { head: 'Angkatan', label: 'jumlah angkatan', width: '5.5rem' },
  trainees: { head: 'Peserta', label: 'peserta tiap angkatan', width: '5.5rem' },
  first: { head: 'Paling awal', label: 'mulai paling awal', width: '9.5rem', align: 'start' },
  last: { head: 'Selesai paling lambat', label: 'selesai paling lambat', width: '10.5rem', align: 'start' },
  activity: { head: 'Kegiatan', label: 'nomor kegiatan', width: '17rem', align: 'start' },
}

/** The requested classes as a grid: typed or pasted from Excel, with undo. */
export function WantedGrid({ rows, context, onRows }: WantedGridProps) {
  const { write: keep, ...handlers } = useRowHistory(rows, onRows)
  const [rejected, setRejected] = useState<readonly string[]>([])
  const columns = wantedColumns
    .filter(key => key !== 'activity' || context.activities.length > 0)
    .map(key => ({ key, ...heads[key] }))

  function write(changes: readonly KeyGridWrite[], _how: string, outside: readonly string[]) {
    setRejected(outside.map(text => `“${text}”`))
    if (changes.length > 0) keep(writeWanted(rows, changes, context))
  }

  return (
    <>
      {rejected.length > 0 && (
        <Box p="0.75rem 1rem 0">
          <RejectedValues values={rejected} onClose={() => setRejected([])} />
        </Box>
      )}
      <KeyGrid
        label="Angkatan yang diminta"
        rows={rows}
        columns={columns}
        before={[{ key: 'n', head: 'No', width: '3.5rem', align: 'end', names: true, cell: (_, index) => index + 1 }]}
        cell={(row, columnKey) => face(row, columnKey, context)}
        entry={{ kind: 'text' }}
        onWrite={write}
        {...handlers}
        foot={{ label: 'Jumlah', value: column => (column === 'count' ? classesIn(rows) : '') }}
        rowHeight={31}
      />
    </>
  )
}

export function classesIn(rows: readonly WantedRow[]): number {
  return rows.reduce((sum, row) => sum + (Number(row.count) || 0), 0)
}

function face(row: WantedRow, columnKey: string, { activities }: WantedContext): KeyGridFace {
  const column = wantedColumns.find(one => one === columnKey)
  const text = column ? row[column] : ''
  if (isPlainDate(text)) {
    const [year, month, day] = text.split('-')
    const words = shortDay(text, { year: true })
    return { face: words, text: `${day}/${month}/${year}`, spoken: words }
  }
  const activity = column === 'activity' ? activities.find(one => String(one.number) === text) : undefined
  if (activity) {
    // The prefix of almost every name is left out to save room.
    const words = `${spellNumber(activity.number)} ${activity.title.replace(/^Pelatihan /, '')}`
    return { face: <OneLine text={words} />, text, spoken: words }
  }
  return { face: text, text, spoken: text === '' ? 'kosong' : text }
}
