import { Drawer } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { wideDrawer } from '../../ui/dialog/form-dialog.tsx'
import { toast } from '../../ui/feedback/toast.ts'
import type { Command } from '../use-command.ts'
import { type Changed, JoinPanel } from './join-panel.tsx'

export interface RecordOptions<Draft, Input, Output> {
  schema: z.ZodType<Draft>
  /** The values that the form was opened with; null for a new record. */
  opened: object | null
  form: { setValues: (values: never) => void; getInputNode: (path: never) => HTMLElement | null }
  save: Command<Input, Output>
  input: (draft: Draft, seen: Draft | null) => Input
  /** Called after saving, also after a choice. */
  onStored: (output: Output) => void
  /** Names of fields without a label on the form. */
  labels?: Readonly<Record<string, string>>
  /** How to show values that are not readable as they are. */
  format?: Readonly<Record<string, (value: never) => string>>
}

export interface RecordForm<Draft> {
  store: (draft: Draft) => Promise<void>
  /** Why saving failed; null when `choice` asks instead. */
  error: string | null
  /** Call it when the last save was undone, with the values that stand again. */
  restored: (draft: Draft) => void
  /** Shown instead of the form while two people have changed the same fields. */
  choice: ReactNode
}

/** Saves a form of a whole record. A change that another person has saved meanwhile is never overwritten unseen. */
export function useRecord<Draft extends object, Input, Output extends { joined: string[] }>(
  options: RecordOptions<Draft, Input, Output>,
): RecordForm<Draft> {
  const { schema, opened, form, save, input, onStored, format = {} } = options
  // The values that the person has seen: those of opening, or after a choice those of the other person.
  const [seen, setSeen] = useState(() => (opened === null ? null : (schema.safeParse(opened).data ?? null)))
  const [tried, setTried] = useState<{ draft: Draft; labels: Record<string, string> } | null>(null)
  const changed = save.domainError?.code === 'changed_meanwhile' ? save.domainError : null

  async function send(draft: Draft, basedOn: Draft | null, labels: Record<string, string>) {
    setTried({ draft, labels })
    const done = await save.run(input(draft, basedOn))
    if (!done) return
    const { joined } = done.output
    if (joined.length > 0)
      toast(`Digabung dengan perubahan orang lain: ${joined.map(field => labels[field] ?? field).join(', ')}.`)
    setSeen(draft)
    onStored(done.output)
  }

  async function join({ asked }: Changed, choices: ReadonlyMap<string, unknown>) {
    if (!tried) return
    const theirs = Object.fromEntries(asked.map(one => [one.field, one.theirs]))
    const chosen = Object.fromEntries(choices)
    const [draft, basedOn] = [
      { ...tried.draft, ...chosen },
      { ...tried.draft, ...seen, ...theirs },
    ]
    form.setValues(chosen as never)
    setSeen(basedOn)
    await send(draft, basedOn, tried.labels)
  }

  return {
    store: draft => send(draft, seen, { ...labelsIn(form, Object.keys(draft)), ...options.labels }),
    error: changed ? null : save.error,
    restored: setSeen,
    choice: changed && (
      <Drawer opened onClose={save.clear} title="Diubah bersamaan" size={wideDrawer}>
        <JoinPanel
          key={`${changed.at} ${changed.asked.map(one => one.field).join()}`}
          changed={changed}
          labels={tried?.labels ?? {}}
          format={(field, value) => (value === null ? undefined : format[field]?.(value as never))}
          level="dialog"
          pending={save.pending}
          onJoin={choices => join(changed, choices)}
          onBack={save.clear}
        />
      </Drawer>
    ),
  }
}

/** The labels of fields as the form shows them. */
function labelsIn(form: RecordOptions<never, never, never>['form'], fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(field => {
      const node = form.getInputNode(field as never)
      const label =
        (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement ? node.labels?.[0] : undefined) ??
        document.getElementById(node?.getAttribute('aria-labelledby') ?? '')
      const words = label?.firstChild?.textContent ?? node?.getAttribute('aria-label')
      return words ? [[field, words.trim()]] : []
    }),
  )
}
