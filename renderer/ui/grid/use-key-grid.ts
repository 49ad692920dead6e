import { type FocusEvent, type KeyboardEvent, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { tableClipboard } from '../table/table-clipboard.ts'
import { fillDown, type GridChange, gridClipboard } from './grid-clipboard.ts'
import { cellsOf, clampCell, type GridCell, type GridSize, moveCell, nextCell, rangeOf } from './grid-selection.ts'
import {
  isGap,
  type KeyGridCellColumn,
  type KeyGridEntry,
  type KeyGridFace,
  type KeyGridProps,
  type KeyGridRow,
  type WriteHow,
} from './key-grid-types.ts'

export interface GridEditor extends GridCell {
  text: string
  /** Opened by F2 or a double click: arrows move in the text instead of leaving the cell. */
  inside: boolean
}

/** Cursor, selection, editor and clipboard of a KeyGrid. */
export function useKeyGrid<Row extends KeyGridRow>(props: KeyGridProps<Row>) {
  const { rows, columns, entry, onWrite } = props
  const cells = columns.filter((column): column is KeyGridCellColumn => !isGap(column))
  const size: GridSize = { rows: rows.length, columns: cells.length }
  const [cursor, setCursor] = useState<GridCell>(() => ({
    row: 0,
    column: Math.max(
      0,
      cells.findIndex(column => column.key === props.startColumn),
    ),
  }))
  const [anchor, setAnchor] = useState<GridCell>(cursor)
  const [editor, setEditor] = useState<GridEditor | null>(null)
  const [message, setMessage] = useState('')
  const table = useRef<HTMLTableElement>(null)
  const follow = useRef(false)

  const active = clampCell(cursor, size)
  const range = rangeOf(clampCell(anchor, size), active)

  // The focus follows the cursor only after a key or click in the grid, not after rows were read again.
  useEffect(() => {
    if (!follow.current || editor) return
    follow.current = false
    table.current?.querySelector<HTMLElement>(`[data-cell="${active.row}:${active.column}"]`)?.focus()
  })

  const [, draw] = useState(0)
  useImperativeHandle(props.handle, () => ({
    place() {
      const row = rows[active.row]
      const column = cells[active.column]
      return row && column ? { rowKey: row.key, columnKey: column.key } : null
    },
    goTo(rowKey, columnKey) {
      const row = rows.findIndex(one => one.key === rowKey)
      const column = cells.findIndex(one => one.key === columnKey)
      if (row < 0 || column < 0) return
      commit()
      select({ row, column }, false)
      // Also if the cursor is already there and only the focus is elsewhere.
      draw(times => times + 1)
    },
  }))

  function faceOf(cell: GridCell): KeyGridFace | undefined {
    const row = rows[cell.row]
    const column = cells[cell.column]
    return row && column ? props.cell(row, column.key) : undefined
  }

  function entryOf(cell: GridCell): KeyGridEntry {
    const letters = cells[cell.column]?.letters
    return letters ? { kind: 'letters', letters } : entry
  }

  function select(cell: GridCell, extend: boolean) {
    follow.current = true
    setMessage('')
    setCursor(cell)
    if (!extend) setAnchor(cell)
  }

  function write(changes: readonly GridChange[], how: WriteHow, outside: readonly string[] = []) {
    const rejected = [...outside]
    const reasons = new Set<string>()
    const writes = changes.flatMap(change => {
      const locked = faceOf(change)?.locked
      const row = rows[change.row]
      const column = cells[change.column]
      if (!row || !column) return []
      if (locked !== undefined) {
        reasons.add(locked)
        if (change.text !== '') rejected.push(change.text)
        return []
      }
      return [{ ...change, rowKey: row.key, columnKey: column.key }]
    })
    setMessage([...reasons].join('. '))
    if (writes.length > 0 || rejected.length > outside.length || outside.length > 0)
      onWrite(writes, how, how === 'paste' ? rejected : [])
    return writes.length > 0
  }

  const textOf = (cell: GridCell) => faceOf(cell)?.text ?? ''
  const clear = () =>
    write(
      cellsOf(range).map(cell => ({ ...cell, text: '' })),
      'clear',
    )
  const clipboard = gridClipboard({
    range,
    size,
    textOf,
    write,
    clear,
    wholeTable: () => table.current && tableClipboard(table.current).html,
    closed: editor !== null,
  })

  function openEditor(cell: GridCell, typed?: string) {
    const face = faceOf(cell)
    if (entryOf(cell).kind !== 'text' || !face) return
    if (face.locked !== undefined) return setMessage(face.locked)
    setMessage('')
    setCursor(cell)
    setAnchor(cell)
    setEditor({ ...cell, text: typed ?? face.text, inside: typed === undefined })
  }

  function commit() {
    if (!editor) return
    setEditor(null)
    if (faceOf(editor)?.text !== editor.text.trim()) write([{ ...editor, text: editor.text.trim() }], 'type')
  }

  function go(by: 'down' | 'up' | 'right' | 'left'): boolean {
    const inRow = entry.kind === 'letters' && (by === 'right' || by === 'left')
    const next = nextCell(active, by, inRow ? { ...size, rows: 0 } : size)
    if (next) select(next, false)
    return next !== null
  }

  function typeLetter(key: string) {
    const own = entryOf(active)
    if (own.kind !== 'letters') return
    const letter = key.toUpperCase()
    if (!own.letters.includes(letter))
      return setMessage(`“${key}” tidak dikenal. Pakai ${[...own.letters].join(', ')}.`)
    const targets = cellsOf(range).filter(cell => entryOf(cell).kind === 'letters')
    const written = write(
      targets.map(cell => ({ ...cell, text: letter })),
      'type',
    )
    if (written && targets.length === 1) go('down')
  }

  function pressInEditor(event: KeyboardEvent) {
    const leaves = { ArrowUp: 'up', ArrowDown: 'down' } as const
    const arrow = editor?.inside ? undefined : leaves[event.key as keyof typeof leaves]
    if (event.key === 'Escape') {
      setEditor(null)
      follow.current = true
    } else if (event.key === 'Enter' || arrow) {
      commit()
      if (!go(arrow ?? (event.shiftKey ? 'up' : 'down'))) follow.current = true
    } else if (event.key === 'Tab') {
      commit()
      if (!go(event.shiftKey ? 'left' : 'right')) return
    } else return
    event.preventDefault()
  }

  function pressWithCtrl(event: KeyboardEvent) {
    const key = event.key.toLowerCase()
    const action = {
      z: event.shiftKey ? props.onRedo : props.onUndo,
      y: props.onRedo,
      d: () => write(fillDown(range, textOf), 'fill'),
      a: () => {
        setAnchor({ row: 0, column: 0 })
        setCursor({ row: size.rows - 1, column: size.columns - 1 })
      },
    }[key]
    if (!action) return
    event.preventDefault()
    action()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || size.rows === 0) return
    if (editor) return pressInEditor(event)
    const ctrl = event.ctrlKey || event.metaKey
    const target = event.altKey ? null : moveCell(active, event.key, size, ctrl)
    if (target) select(target, event.shiftKey)
    else if (ctrl) return pressWithCtrl(event)
    else if (event.altKey) return
    else if (event.key === 'Enter') go(event.shiftKey ? 'up' : 'down')
    else if (event.key === 'Tab') {
      if (!go(event.shiftKey ? 'left' : 'right')) return
    } else if (event.key === 'Delete' || event.key === 'Backspace') clear()
    else if (event.key === 'F2') openOrNote()
    else if (event.key === 'F4') pick()
    else if (event.key.length !== 1) return
    else if (entryOf(active).kind === 'text') openEditor(active, event.key)
    else if (event.key === ' ') return
    else typeLetter(event.key)
    event.preventDefault()
  }

  /** Screen readers may focus any cell; the cursor follows. */
  function onFocus(event: FocusEvent) {
    if (!(event.target instanceof HTMLElement) || follow.current) return
    const [row, column] = (event.target.dataset.cell ?? '').split(':').map(Number)
    if (row === undefined || column === undefined || (row === active.row && column === active.column)) return
    setCursor({ row, column })
    setAnchor({ row, column })
  }

  function openOrNote() {
    const row = rows[active.row]
    const column = cells[active.column]
    if (entryOf(active).kind === 'text') openEditor(active)
    else if (row && column) props.onNote?.(row, column.key)
  }

  function pick() {
    const choice = table.current?.parentElement?.querySelector<HTMLElement>('[data-question] button')
    if (choice) return choice.focus()
    const row = rows[active.row]
    const column = cells[active.column]
    if (!row || !column) return
    const locked = faceOf(active)?.locked
    if (locked !== undefined) return setMessage(locked)
    props.onPick?.(row, column.key)
  }

  return {
    cells,
    active,
    range,
    editor,
    /** Why the last key did nothing. */
    message,
    table,
    select,
    openEditor,
    type: (text: string) => setEditor(open => open && { ...open, text }),
    commit,
    /** Focuses the cell of the cursor. */
    comeBack() {
      select(active, false)
      draw(times => times + 1)
    },
    onKeyDown,
    onFocus,
    ...clipboard,
  }
}
