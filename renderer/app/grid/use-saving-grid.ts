import { useState } from 'react'
import { useActions } from '../../ui/action/use-actions.ts'
import type { KeyGridWrite } from '../../ui/grid/key-grid.tsx'
import { useSession } from '../session.tsx'
import { useSerial } from '../use-serial.ts'
import { useUndo } from '../use-undo.ts'

/** What typed cells mean: the entries to store, what was there before, and what could not be read. */
interface GridEntries<Entry> {
  entries: Entry[]
  before: Entry[]
  left: readonly string[]
}

/**
 * A grid that stores what is typed at once and takes it back by Ctrl Z. Steps are stored in the order in which they were typed;
 * `save` is told what the cells showed before, and answers what came back, or undefined when it was refused.
 */
export function useSavingGrid<Entry>(
  read: (changes: readonly KeyGridWrite[]) => GridEntries<Entry>,
  save: (entries: Entry[], seen: Entry[]) => Promise<unknown>,
) {
  const { now } = useSession()
  const serial = useSerial()
  const undo = useUndo()
  const [left, setLeft] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<string | null>(null)
  useActions(undo.actions)

  async function send(entries: Entry[], seen: Entry[]) {
    const stored = await serial(() => save(entries, seen))
    if (stored) setSavedAt(now)
    return stored
  }
  /** One step of undo; nothing without entries. */
  async function store(entries: Entry[], before: Entry[]): Promise<void> {
    if (entries.length > 0 && (await send(entries, before)))
      undo.push({ undo: () => send(before, entries), redo: () => send(entries, before) })
  }
  function write(changes: readonly KeyGridWrite[], outside: readonly string[]) {
    const written = read(changes)
    setLeft([...written.left, ...outside.map(text => `“${text}”`)])
    void store(written.entries, written.before)
  }
  return {
    left,
    forgetLeft: () => setLeft([]),
    savedAt,
    undo,
    store,
    handlers: {
      onWrite: (changes: readonly KeyGridWrite[], _how: string, outside: readonly string[]) => write(changes, outside),
      onUndo: () => void undo.undo(),
      onRedo: () => void undo.redo(),
    },
  }
}

export type SavingGridState<Entry> = ReturnType<typeof useSavingGrid<Entry>>
