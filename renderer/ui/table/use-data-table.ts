import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useReducer,
  useRef,
  useState,
} from 'react'
import { toast } from '../feedback/toast.ts'
import { type DataTableProps, keyOf, type RowKey } from './data-table-types.ts'
import { nextOrder, type SortOrder, type SortValue, sortRows, sortValueOf } from './sort-rows.ts'
import { tableClipboard } from './table-clipboard.ts'

const virtualFrom = 200

interface DataTableState<Row> {
  rows: readonly Row[]
  /** The drawn rows: all, or those near the window, with the heights left out above and below. */
  shown: readonly { row: Row | undefined; index: number }[]
  above: number
  below: number
  at: number
  order: SortOrder | null
  /** Sort function by column, if it can be sorted. */
  sorts: ReadonlyMap<string, ((row: Row) => SortValue) | undefined>
  scroll: RefObject<HTMLDivElement | null>
  sortBy: (column: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  onCopy: (event: ClipboardEvent<HTMLTableElement>) => void
  press: (event: MouseEvent, index: number) => void
  toggle: (index: number, through: boolean) => void
  toggleAll: () => void
  focusRow: (index: number) => void
}

/** Order, cursor, selection and virtual rows of a DataTable. */
export function useDataTable<Row>(props: DataTableProps<Row>): DataTableState<Row> {
  const { columns, rowKey, selected, onSelect, onOpen, onCurrent, rowHeight = 1.9375, far } = props
  const [ownOrder, setOwnOrder] = useState<SortOrder | null>(props.order ?? null)
  const order = far ? far.order : ownOrder
  const [cursor, setCursor] = useState(0)
  const [anchor, setAnchor] = useState(0)
  // If a list appears with the focus, its first row is already the cursor and nothing else would redraw it.
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  const scroll = useRef<HTMLDivElement>(null)
  const follow = useRef(false)

  // Groups with totals keep their order.
  const grouped = !far && props.rows.some(row => props.rowTone?.(row) === 'group')
  const sorts = new Map(
    columns.map(column => [keyOf(column), far ? column.sort : grouped ? undefined : sortValueOf(column, props.rows)]),
  )
  const value = order ? sorts.get(order.column) : undefined
  const rows = order && value && !far ? sortRows(props.rows, value, order.descending) : props.rows
  const currentAt =
    props.current === undefined || props.current === null
      ? -1
      : rows.findIndex(row => row !== undefined && rowKey(row) === props.current)
  const at = currentAt >= 0 ? currentAt : Math.max(0, Math.min(rows.length - 1, cursor))

  const virtual = rows.length > virtualFrom
  const pixels = rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => pixels,
    overscan: 12,
    enabled: virtual,
  })
  const items = virtualizer.getVirtualItems()
  const shown = virtual
    ? items.map(item => ({ row: rows[item.index], index: item.index }))
    : Array.from(rows, (row, index) => ({ row, index }))
  const above = virtual ? (items[0]?.start ?? 0) : 0
  const below = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0

  const first = shown[0]?.index ?? 0
  const last = shown.at(-1)?.index ?? 0
  const onShown = far?.onShown
  useEffect(() => onShown?.(first, last), [onShown, first, last])
  // If the current row is changed from outside while the list has the focus, the focus follows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another row becomes current
  useEffect(() => {
    const focused = document.activeElement
    if (currentAt < 0 || !(focused instanceof HTMLElement) || focused.dataset.row === undefined) return
    if (focused.dataset.row === String(currentAt) || !scroll.current?.contains(focused)) return
    follow.current = true
    if (virtual) virtualizer.scrollToIndex(currentAt, { align: 'auto' })
  }, [currentAt])

  useEffect(() => {
    if (!follow.current) return
    const element = scroll.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)
    if (!element) return
    follow.current = false
    element.focus()
  })

  function focusRow(index: number) {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    const row = rows[next]
    if (row === undefined && !far) return
    // A row that is not read yet takes the focus when it arrives.
    follow.current = true
    setCursor(next)
    drawAgain()
    if (virtual) virtualizer.scrollToIndex(next, { align: 'auto' })
    if (row !== undefined) onCurrent?.(row)
  }

  function chooseBetween(from: number, to: number, more: Iterable<RowKey> = []) {
    const [start, end] = [Math.min(from, to), Math.max(from, to)]
    if (far) void far.keysBetween(start, end).then(keys => onSelect?.(new Set([...more, ...keys])))
    else onSelect?.(new Set([...more, ...rows.slice(start, end + 1).map(rowKey)]))
  }

  function toggle(index: number, through: boolean) {
    const row = rows[index]
    if (!onSelect || !selected || row === undefined) return
    if (through) return chooseBetween(anchor, index, selected)
    setAnchor(index)
    const next = new Set(selected)
    if (!next.delete(rowKey(row))) next.add(rowKey(row))
    onSelect(next)
  }

  function toggleAll() {
    if (!selected) return
    if (selected.size >= rows.length) onSelect?.(new Set())
    else chooseBetween(0, rows.length - 1)
  }

  /** ↑ from the first row moves to the heads, ← → between them, ↓ back: the list stays one Tab stop. */
  function moveAmongHeads(event: KeyboardEvent): boolean {
    const from = event.target instanceof HTMLElement ? event.target : null
    const plain = !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
    const heads = [...(scroll.current?.querySelectorAll<HTMLElement>('button[data-head]') ?? [])].filter(
      head => head.offsetParent !== null,
    )
    if (!plain || !from || heads.length === 0) return false
    if (event.key === 'ArrowUp' && from.dataset.row === '0') {
      ;(heads.find(head => head.dataset.head === order?.column) ?? heads[0])?.focus()
      return true
    }
    if (from.dataset.head === undefined) return false
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by !== undefined) heads[heads.indexOf(from) + by]?.focus()
    else if (event.key === 'ArrowDown') focusRow(0)
    else return false
    return true
  }

  function onKeyDown(event: KeyboardEvent) {
    if (moveAmongHeads(event)) return event.preventDefault()
    const onRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined
    if (!onRow || event.altKey) return
    const ctrl = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / pixels) - 2)
    const target = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key]
    const row = rows[at]
    if (target !== undefined && !ctrl) {
      const next = Math.max(0, Math.min(rows.length - 1, target))
      if (event.shiftKey && selected && onSelect) chooseBetween(at, next, selected)
      else setAnchor(next)
      focusRow(next)
    } else if (event.key === ' ' && onSelect) toggle(at, event.shiftKey)
    else if (event.key === 'a' && ctrl && onSelect) toggleAll()
    else if (event.key === 'Enter' && !ctrl && onOpen && row !== undefined) onOpen(row)
    else return
    event.preventDefault()
  }

  /** Ctrl C in a list: copies the selected rows, or all, for Word and Excel. */
  function onCopy(event: ClipboardEvent<HTMLTableElement>) {
    if (event.target instanceof HTMLInputElement || String(window.getSelection()) !== '') return
    event.preventDefault()
    if (virtual || rows.includes(undefined as Row))
      return toast('Daftar ini panjang. Pakai Ekspor ke Excel, atau persempit dulu.', { refused: true })
    const chosen = selected && selected.size > 0 ? selected : null
    const fits = ({ dataset }: HTMLElement) => {
      const row = rows[Number(dataset.row)]
      return row !== undefined && (chosen === null || chosen.has(rowKey(row)))
    }
    const { text, html } = tableClipboard(event.currentTarget, fits)
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', html)
    toast(`${chosen?.size ?? rows.length} baris disalin. Tempel di Word atau Excel.`)
  }

  function press(event: MouseEvent, index: number) {
    const row = rows[index]
    // Links, buttons and boxes inside the row handle the click themselves.
    if (row === undefined || (event.target instanceof Element && event.target.closest('a, button, input, label')))
      return
    if (event.shiftKey && onSelect) return toggle(index, true)
    setAnchor(index)
    focusRow(index)
    if (!onCurrent) onOpen?.(row)
  }

  return {
    rows,
    shown,
    above,
    below,
    at,
    order,
    sorts,
    scroll,
    sortBy: column => (far ? far.onOrder(nextOrder(order, column)) : setOwnOrder(now => nextOrder(now, column))),
    onKeyDown,
    onCopy,
    press,
    toggle,
    toggleAll,
    focusRow,
  }
}
