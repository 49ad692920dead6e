import { type ReactNode, useMemo, useState } from 'react'
import type { FieldConflict } from '../../../shared/kernel/join-values.ts'
import type { ChosenField, Joined, JoinedChange } from '../../../shared/kernel/seen.ts'
import type { KeyGridQuestion } from '../../ui/grid/key-grid-types.ts'
import { type Command, type CommandOptions, useCommand } from '../use-command.ts'
import { useSerial } from '../use-serial.ts'
import { CellChoices, questionOf } from './cell-choices.tsx'
import type { Changed } from './changed.ts'
import { useTellJoined } from './use-tell-joined.ts'

interface SharedOptions<Input, Output> extends CommandOptions<Input, Output> {
  /** Each input holds the whole record: a later input replaces one that waits for a choice. */
  whole?: boolean
  onStored?: (output: Output, input: Input) => void
  /** Name of a cell; by default its row and field. */
  label?: (cell: FieldConflict) => string
  /** Text of a value; when undefined, the value is shown as it is. */
  format?: (cell: FieldConflict, value: unknown) => string | undefined
  /** The column of the KeyGrid in which a field's question is shown. Its rows have the same keys as the question. */
  columnOf?: (field: string) => string | undefined
}

interface SharedCommand<Input, Output> extends Command<Input, Output> {
  /** Shown above the grid while two people have written the same cells; null when nothing waits. */
  choice: ReactNode
  /** The same questions, shown in the cells of a KeyGrid. */
  questions: readonly KeyGridQuestion[]
}

type Waiting<Input> = { input: Input; changed: Changed }

/**
 * A command that writes cells or a list and sends what the person saw. Where another person has changed the same cell meanwhile, it asks in place;
 * typing goes on and nothing is lost. The answer is sent with the same input again.
 */
export function useSharedCommand<Input extends { chosen?: ChosenField[] | undefined }, Output>(
  operation: { call: (input: Input) => Promise<Output> },
  options: SharedOptions<Input, Output> = {},
): SharedCommand<Input, Output> {
  const [waiting, setWaiting] = useState<readonly Waiting<Input>[]>([])
  const serial = useSerial()
  const tellJoined = useTellJoined()
  const save = useCommand(operation, {
    ...options,
    queued: true,
    refused(why, input) {
      if (why.code !== 'changed_meanwhile') return options.refused?.(why, input) ?? false
      setWaiting(before => [...(options.whole ? [] : before), { input, changed: why }])
      return true
    },
  })

  async function run(input: Input) {
    const done = await serial(() => save.run(input))
    if (!done) return undefined
    if (options.whole) setWaiting([])
    const joined = joinedIn(done.output)
    if (joined) tellJoined(joined, field => field)
    options.onStored?.(done.output, input)
    return done
  }
  async function choose(one: Waiting<Input>, cells: readonly FieldConflict[], take: 'theirs' | 'mine') {
    setWaiting(before => before.filter(other => other !== one))
    const chosen = cells.map(({ row = '', field, theirs }) => ({ row, field, theirs, take }))
    await run({ ...one.input, chosen: [...(one.input.chosen ?? []), ...chosen] })
  }

  const [first] = waiting
  const words = {
    label: options.label ?? (({ row, field }: FieldConflict) => [row, field].filter(Boolean).join(', ')),
    format: options.format ?? (() => undefined),
    onChoose: (cells: readonly FieldConflict[], take: 'theirs' | 'mine') => first && void choose(first, cells, take),
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of a question does not change while it waits
  const questions = useMemo(
    () =>
      (first?.changed.conflicts ?? []).flatMap(cell => {
        const column = options.columnOf?.(cell.field)
        return first && column !== undefined ? [questionOf(first.changed, cell, column, words)] : []
      }),
    [first],
  )
  return {
    ...save,
    run,
    questions,
    choice: first ? (
      <CellChoices changed={first.changed} inGrid={cell => options.columnOf?.(cell.field) !== undefined} {...words} />
    ) : null,
  }
}

function joinedIn(output: unknown): JoinedChange | null {
  return typeof output === 'object' && output !== null && 'joined' in output
    ? ((output as Partial<Joined>).joined ?? null)
    : null
}
