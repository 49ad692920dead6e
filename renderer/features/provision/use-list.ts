import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { AskedField } from '../../../shared/kernel/join-values.ts'
import { sameValue } from '../../../shared/kernel/join-values.ts'
import type { ChosenField } from '../../../shared/kernel/seen.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { useSession } from '../../app/session.tsx'
import { useSerial } from '../../app/use-serial.ts'
import type { KeyGridCellColumn } from '../../ui/grid/key-grid.tsx'
import type { ListRow } from './list-rows.ts'

interface ListOptions<Value, Input> {
  /** As it stands now, also after somebody else's changes. */
  stored: Value
  show: (value: Value) => ListRow[]
  read: (rows: readonly ListRow[]) => Value
  operation: { call: (input: Input) => Promise<unknown> }
  /** What is to be written of what was typed, and on which state it was typed. */
  inputs: (typed: Value, seen: Value) => Input[]
  /** What is stored once an input is. */
  after: (input: Input, seen: Value) => Value
  columns: readonly KeyGridCellColumn[]
}

interface List {
  rows: readonly ListRow[]
  store: (next: readonly ListRow[]) => Promise<void>
  savedAt: string | null
  error: string | null
  choice: ReactNode
}

/**
 * A list that saves itself and that others may write too: their rows and columns come in by themselves while nothing of one's own waits,
 * the same cell is asked.
 */
export function useList<Value, Input extends { chosen?: ChosenField[] | undefined }>({
  stored,
  show,
  read,
  operation,
  inputs,
  after,
  columns,
}: ListOptions<Value, Input>): List {
  const { now } = useSession()
  const [rows, setRows] = useState<readonly ListRow[]>(() => show(stored))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const seen = useRef(stored)
  const serial = useSerial()
  const save = useSharedCommand(operation, {
    whole: true,
    label: ({ row = '', field }: AskedField) =>
      [row, columns.find(column => column.key === field)?.label ?? field].filter(Boolean).join(', '),
    onStored(_, input) {
      seen.current = after(input, seen.current)
      setSavedAt(now)
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is taken over when it changes, not while one types
  useEffect(() => {
    const typed = read(rows)
    const known = read(show(seen.current))
    const resting = sameValue(typed, known) && sameValue(cellsOf(show(typed)), cellsOf(rows))
    if (!resting || sameValue(read(show(stored)), known)) return
    seen.current = stored
    setRows(show(stored))
  }, [stored, save.pending])

  return {
    rows,
    async store(next) {
      setRows(next)
      // Only when its turn comes: what was stored before it is seen by then.
      await serial(async () => {
        for (const input of inputs(read(next), seen.current)) await save.run(input)
      })
    },
    savedAt,
    error: save.error,
    choice: save.choice,
  }
}

/** Lines with something in them; a line that is not complete yet must not go away. */
function cellsOf(rows: readonly ListRow[]): ListRow['cells'][] {
  return rows
    .map(({ cells }) => Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')))
    .filter(cells => Object.keys(cells).length > 0)
}
