import { type ReactNode, useState } from 'react'
import { GridFoot } from '../../app/grid/grid-foot.tsx'
import { programKeys } from '../../ui/action/program-keys.ts'
import { gridKeys } from '../../ui/action/widget-keys.ts'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { between } from '../../ui/grid/grid-widths.ts'
import { KeyGrid, type KeyGridWrite } from '../../ui/grid/key-grid.tsx'
import { RejectedValues } from '../../ui/grid/rejected-values.tsx'
import { useRowHistory } from '../../ui/grid/use-row-history.ts'
import { OneLine } from '../../ui/page/one-line.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { type CellReader, writeCells } from './list-rows.ts'
import type { List } from './use-list.ts'

interface ListGridProps {
  label: string
  list: List
  readers: Readonly<Record<string, CellReader>>
  /** Highest number of lines. */
  most: number
  /** Why it is read-only. */
  locked: string | undefined
  /** Numbers of the lines that are not saved yet, and what they lack. */
  incomplete: readonly number[]
  lacking: string
  /** Above the lines. */
  children?: ReactNode
}

/** A list that is typed or pasted from Excel and saves itself; Ctrl Z undoes. */
export function ListGrid(props: ListGridProps) {
  const { label, list, readers, most, locked, incomplete, lacking, children } = props
  const { rows, columns } = list
  const { write: keep, ...handlers } = useRowHistory(rows, next => void list.store(next))
  const [rejected, setRejected] = useState<readonly string[]>([])

  function write(changes: readonly KeyGridWrite[], _how: string, outside: readonly string[]) {
    const written = writeCells(rows, changes, readers, most)
    setRejected([...written.rejected, ...outside.map(text => `“${text}”`)])
    if (changes.length > written.rejected.length) keep(written.rows)
  }

  return (
    <>
      <ErrorNote error={list.error} />
      {list.choice}
      {children}
      <RejectedValues values={rejected} onClose={() => setRejected([])} />
      {incomplete.length > 0 && (
        <Note tone="warn">{`Baris ${incomplete.join(', ')} belum punya ${lacking}, jadi belum disimpan.`}</Note>
      )}
      <Panel flush fill label={label}>
        <KeyGrid
          label={label}
          rows={rows}
          columns={columns}
          before={[{ key: 'n', head: 'No', width: between(2.25, 3), names: true, cell: (_, index) => index + 1 }]}
          cell={(row, columnKey) => {
            const text = row.cells[columnKey] ?? ''
            const isWords = columns.find(column => column.key === columnKey)?.align === 'start'
            return {
              face: isWords ? <OneLine text={text} /> : text,
              text,
              spoken: text === '' ? 'kosong' : text,
              locked,
            }
          }}
          entry={{ kind: 'text' }}
          onWrite={write}
          {...handlers}
          rowHeight={31}
        />
      </Panel>
      <GridFoot
        hints={[gridKeys.down, gridKeys.right, gridKeys.paste, { keys: programKeys.undo, text: 'urungkan' }]}
        savedAt={list.savedAt}
      />
    </>
  )
}
