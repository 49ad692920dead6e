import { useCallback, useState } from 'react'
import { HeatBoard, type HeatPlace } from '../../renderer/ui/board/heat-board.tsx'
import { KeyGrid, type KeyGridColumn } from '../../renderer/ui/grid/key-grid.tsx'
import { DataTable } from '../../renderer/ui/table/data-table.tsx'
import { Sample } from './sample.tsx'

export function GridSamples() {
  return (
    <>
      <Marks />
      <Scores />
      <Board />
      <Table />
      <EmptyTable />
    </>
  )
}

const people = ['Ani Suryani', 'Dewi Lestari', 'Halimah', 'Wati'].map((label, index) => ({ key: index + 1, label }))
const days: readonly KeyGridColumn[] = [
  { key: '1', label: 'hari ke-1', head: '1', width: '2.5rem' },
  { key: '2', label: 'hari ke-2', head: '2', width: '2.5rem', tone: 'today' },
  { key: 'libur', gap: 'weekend', head: 'Sab', width: '1.5rem' },
  { key: '3', label: 'hari ke-3', head: '3', width: '2.5rem' },
]
const before = [{ key: 'name', head: 'Nama', width: '12rem', names: true, cell: (row: { label: string }) => row.label }]

/** Cells by row and column, as the grid writes them. */
function useCells() {
  const [cells, setCells] = useState<Readonly<Record<string, string>>>({})
  const [lastEvent, setLastEvent] = useState('')
  return {
    cells,
    lastEvent,
    onWrite(
      changes: readonly { rowKey: string | number; columnKey: string; text: string }[],
      how: string,
      left: readonly string[],
    ) {
      setCells({ ...cells, ...Object.fromEntries(changes.map(one => [`${one.rowKey}.${one.columnKey}`, one.text])) })
      const written = changes.map(one => `${one.rowKey}.${one.columnKey}=${one.text}`).join(' ')
      setLastEvent(`${how}: ${written}${left.length > 0 ? `, tersisa ${left.join(' ')}` : ''}`)
    },
  }
}

function Marks() {
  const { cells, lastEvent, onWrite } = useCells()
  return (
    <Sample name="KeyGrid of letters" lastEvent={lastEvent} wide>
      <KeyGrid
        label="Kehadiran"
        rows={people.map(row => ({ ...row, struck: row.key === 4 }))}
        columns={days}
        before={before}
        entry={{ kind: 'letters', letters: 'HSIAT' }}
        startColumn="2"
        cell={(row, column) => {
          const text = cells[`${row.key}.${column}`] ?? ''
          const locked = column === '3' ? 'Hari ke-3 belum berjalan' : undefined
          return { face: text, text, spoken: text === '' ? 'kosong' : text, locked }
        }}
        onWrite={onWrite}
      />
    </Sample>
  )
}

function Scores() {
  const { cells, lastEvent, onWrite } = useCells()
  return (
    <Sample name="KeyGrid of texts" lastEvent={lastEvent} wide>
      <KeyGrid
        label="Nilai"
        rows={people}
        columns={[
          { key: 'theory', label: 'teori', head: 'Teori', width: '5rem' },
          { key: 'practice', label: 'praktik', head: 'Praktik', width: '5rem' },
        ]}
        before={before}
        entry={{ kind: 'text', inputMode: 'decimal' }}
        rowHeight={31}
        cell={(row, column) => {
          const text = cells[`${row.key}.${column}`] ?? ''
          return { face: text, text, spoken: text === '' ? 'kosong' : text }
        }}
        onWrite={onWrite}
      />
    </Sample>
  )
}

const activities = [1, 2, 3].map(number => ({ key: `a${number}`, lead: `${number}`, label: `Kegiatan ${number}` }))
const districts = ['Karawaci', 'Cipondoh'].map(label => ({
  key: label,
  label,
  columns: [1, 2, 3].map(number => ({ key: `${label} ${number}`, label: `${label} ${number}` })),
}))

function placed({ row, column }: HeatPlace): number {
  if (row !== null && column !== null) return (Number(row.slice(1)) * Number(column.slice(-1))) % 4
  const rows = row === null ? activities.map(one => one.key) : [row]
  const columns = column === null ? districts.flatMap(one => one.columns.map(each => each.key)) : [column]
  return rows.flatMap(r => columns.map(c => placed({ row: r, column: c }))).reduce((sum, one) => sum + one, 0)
}

function spoken(place: HeatPlace): string {
  return `${place.row ?? 'semua'}, ${place.column ?? 'semua'}: ${placed(place)} orang`
}

function Board() {
  const [opened, setOpened] = useState('')
  const open = useCallback((place: HeatPlace) => setOpened(spoken(place)), [])
  return (
    <Sample name="HeatBoard" lastEvent={opened} wide>
      <HeatBoard
        label="Papan sebaran, 3 kegiatan, 6 kelurahan"
        rows={activities}
        groups={districts}
        value={placed}
        spoken={spoken}
        card={spoken}
        onOpen={open}
        rowHead="Kegiatan"
        sumHead="Jumlah"
        footHead="Semua"
      />
    </Sample>
  )
}

const rooms = [
  { id: 1, name: 'R. Rias 1', capacity: 16 },
  { id: 2, name: 'Aula', capacity: 40 },
  { id: 3, name: 'Dapur', capacity: 12 },
]
const columns = [
  { key: 'name', head: 'Nama', names: true, cell: (row: Room) => row.name, sort: (row: Room) => row.name },
  {
    key: 'capacity',
    head: 'Kapasitas',
    width: '8rem',
    align: 'end' as const,
    cell: (row: Room) => row.capacity,
    sort: (row: Room) => row.capacity,
  },
]
type Room = (typeof rooms)[number]

function Table() {
  const [opened, setOpened] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set())
  return (
    <Sample name="DataTable" lastEvent={`dibuka ${opened}, dipilih ${[...selected].join(' ')}`} wide>
      <DataTable
        label="3 ruang"
        rows={rooms}
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => row.name}
        onOpen={row => setOpened(row.name)}
        selected={selected}
        onSelect={setSelected}
        rowTone={row => (row.capacity < 16 ? 'warn' : undefined)}
        empty="Belum ada ruang."
      />
    </Sample>
  )
}

function EmptyTable() {
  return (
    <Sample name="DataTable without rows" wide>
      <DataTable
        label="0 ruang"
        rows={[] as Room[]}
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => row.name}
        empty="Belum ada ruang."
      />
    </Sample>
  )
}
