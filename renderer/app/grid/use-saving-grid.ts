import { useMemo, useState } from 'react'
import { useActions } from '../../ui/action/action.ts'
import type { KeyGridWrite } from '../../ui/grid/key-grid.tsx'
import { useOnTheWay } from '../desk/on-the-way.ts'
import { useSession } from '../session.tsx'
import { useUndo } from '../use-undo.ts'

/** What typed cells mean: entries to store, the values before, and texts that could not be read. */
interface GridEntries<Entry> {
  entries: Entry[]
  before: Entry[]
  rejected: readonly string[]
}

interface SavingGrid<Row, Entry> {
  /** Key of the grid: page and content. */
  grid: string
  rows: readonly Row[]
  read: (changes: readonly KeyGridWrite[], rows: readonly Row[]) => GridEntries<Entry>
  /** Stores entries; `seen` is what the cells showed before. Returns undefined when refused. Must keep the order of its calls. */
  save: (entries: Entry[], seen: Entry[]) => Promise<unknown>
  /** The rows with unsaved entries applied. */
  lay: (rows: readonly Row[], entries: readonly Entry[]) => readonly Row[]
}

/**
 * A grid that saves every entry at once and undoes it by Ctrl Z. An entry is shown immediately, also while it waits for the connection of a desk, and
 * the next one is compared with it.
 */
export function useSavingGrid<Row, Entry>({ grid, rows: stored, lay, read, save }: SavingGrid<Row, Entry>) {
  const { now } = useSession()
  const undo = useUndo()
  const way = useOnTheWay<Entry>(grid, stored)
  const [rejected, setRejected] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `lay` never changes
  const rows = useMemo(() => (way.entries.length === 0 ? stored : lay(stored, way.entries)), [stored, way.entries])
  useActions(undo.actions)

  async function send(entries: Entry[], seen: Entry[], cells: readonly KeyGridWrite[]) {
    const done = await way.send(
      entries,
      cells.map(({ rowKey, columnKey }) => [rowKey, columnKey] as const),
      () => save(entries, seen),
    )
    if (done) setSavedAt(now)
    return done
  }
  /** Stores entries as one undo step; does nothing without entries. */
  async function store(entries: Entry[], before: Entry[], cells: readonly KeyGridWrite[] = []): Promise<void> {
    if (entries.length > 0 && (await send(entries, before, cells)))
      undo.push({ undo: () => send(before, entries, cells), redo: () => send(entries, before, cells) })
  }
  function write(changes: readonly KeyGridWrite[], outside: readonly string[]) {
    const written = read(changes, rows)
    setRejected([...written.rejected, ...outside.map(text => `“${text}”`)])
    void store(written.entries, written.before, changes)
  }
  return {
    rows,
    rejected,
    forgetRejected: () => setRejected([]),
    savedAt,
    undo,
    store,
    handlers: {
      waiting: way.waiting,
      onWrite: (changes: readonly KeyGridWrite[], _how: string, outside: readonly string[]) => write(changes, outside),
      onUndo: () => void undo.undo(),
      onRedo: () => void undo.redo(),
    },
  }
}

export type SavingGridState<Row, Entry> = ReturnType<typeof useSavingGrid<Row, Entry>>
