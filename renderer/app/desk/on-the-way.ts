import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { makeListeners } from '../../ui/feedback/listeners.ts'
import { useConnection } from './use-connection.ts'

/** What one act typed; `cells` are the cells it was typed into, '<row> <column>'. */
type Typed<Entry> = { entries: readonly Entry[]; cells: readonly string[]; stored: boolean }

// By grid. Kept outside of the component, because the page may be left and opened again while the host is away.
const typed = new Map<string, readonly Typed<unknown>[]>()
const listeners = makeListeners()
const nothing: readonly Typed<never>[] = []

function setState(grid: string, next: readonly Typed<unknown>[]) {
  if (next.length === 0) typed.delete(grid)
  else typed.set(grid, next)
  listeners.tell()
}

function cellOf(rowKey: string | number, columnKey: string | number): string {
  return `${rowKey} ${columnKey}`
}

/**
 * Entries that were typed into a grid and are not in the data read from the host yet. They are shown, and the next entry is compared with them:
 * typing back the value that the host still has is a change, not a repetition.
 * @param read data the grid was read as; when it changes, entries stored before that read are dropped
 */
export function useOnTheWay<Entry>(grid: string, read: unknown) {
  const own = useSyncExternalStore(listeners.subscribe, () => typed.get(grid) ?? nothing) as readonly Typed<Entry>[]
  const { lostAt } = useConnection()
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after each new read, which every stored command triggers
  useEffect(() => {
    const now = typed.get(grid) ?? nothing
    if (now.some(one => one.stored))
      setState(
        grid,
        now.filter(one => !one.stored),
      )
  }, [grid, read])
  return {
    entries: useMemo(() => own.flatMap(one => one.entries), [own]),
    /** Cells whose value has not reached the host while it is away. */
    waiting: useMemo(
      () => new Set(lostAt === null ? [] : own.filter(one => !one.stored).flatMap(one => one.cells)),
      [own, lostAt],
    ),
    /** Shows the entries until they are read back or refused. */
    async send<Output>(
      entries: readonly Entry[],
      cells: readonly (readonly [rowKey: string | number, columnKey: string | number])[],
      store: () => Promise<Output | undefined>,
    ): Promise<Output | undefined> {
      const act: Typed<Entry> = { entries, cells: cells.map(cell => cellOf(...cell)), stored: false }
      const others = () => (typed.get(grid) ?? nothing).filter(one => one !== act)
      setState(grid, [...others(), act])
      try {
        const output = await store()
        if (output === undefined) setState(grid, others())
        else {
          const done = { ...act, stored: true }
          setState(
            grid,
            (typed.get(grid) ?? nothing).map(one => (one === act ? done : one)),
          )
        }
        return output
      } catch (error) {
        setState(grid, others())
        throw error
      }
    },
  }
}

/** Returns rows with entries applied; later entries win. */
export function layOver<Row, Entry>(
  rows: readonly Row[],
  entries: readonly Entry[],
  isOf: (row: Row, entry: Entry) => boolean,
  lay: (row: Row, entry: Entry) => Row,
): readonly Row[] {
  return rows.map(row => entries.reduce((now, entry) => (isOf(row, entry) ? lay(now, entry) : now), row))
}
