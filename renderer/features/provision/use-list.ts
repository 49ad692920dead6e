import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type FieldConflict, sameValue } from '../../../shared/kernel/join-values.ts'
import type { ChosenField } from '../../../shared/kernel/seen.ts'
import { useSession } from '../../app/client.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { useSerial } from '../../app/use-serial.ts'
import type { KeyGridCellColumn } from '../../ui/grid/key-grid.tsx'
import type { ListRow } from './list-rows.ts'

interface ListOptions<Value, Input> {
  /** The stored value, also after changes of other people. */
  stored: Value
  show: (value: Value) => ListRow[]
  read: (rows: readonly ListRow[]) => Value
  operation: { call: (input: Input) => Promise<unknown> }
  /** Commands that store the typed value; `seen` is the value it was typed on. */
  inputs: (typed: Value, seen: Value) => Input[]
  /** The stored value after an input is saved. */
  after: (input: Input, seen: Value) => Value
  columns: readonly KeyGridCellColumn[]
}

export interface List {
  rows: readonly ListRow[]
  columns: readonly KeyGridCellColumn[]
  store: (next: readonly ListRow[]) => Promise<void>
  savedAt: string | null
  error: string | null
  choice: ReactNode
}

/**
 * A list that saves itself and that other people may edit too. Their rows and columns appear while nothing of this person waits; a cell changed by
 * both is asked about.
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
    label: ({ row = '', field }: FieldConflict) =>
      [row, columns.find(column => column.key === field)?.label ?? field].filter(Boolean).join(', '),
    onStored(_, input) {
      seen.current = after(input, seen.current)
      setSavedAt(now)
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: takes over the stored value when that changes, not while typing
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
    columns,
    async store(next) {
      setRows(next)
      // Computed in its turn, so that it includes what was stored before.
      await serial(async () => {
        for (const input of inputs(read(next), seen.current)) await save.run(input)
      })
    },
    savedAt,
    error: save.error,
    choice: save.choice,
  }
}

/** Lines with text, also incomplete ones, which must not disappear. */
function cellsOf(rows: readonly ListRow[]): ListRow['cells'][] {
  return rows
    .map(({ cells }) => Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '')))
    .filter(cells => Object.keys(cells).length > 0)
}
