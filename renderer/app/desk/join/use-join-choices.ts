import { type ReactNode, useRef, useState } from 'react'
import type { z } from 'zod'
import type { FieldConflict } from '../../../../shared/kernel/join-values.ts'
import type { UnchosenValue } from '../../../../shared/kernel/seen.ts'
import { toast } from '../../../ui/feedback/toast.ts'
import { type OwnField, ownField, problemOf } from './own-value.ts'

export type Side = 'theirs' | 'mine' | 'own'
/** The form's own field for a value that its schema does not tell how to write, such as a village. */
export type OwnFieldOf = (props: { label: string; onTake: (value: unknown) => void }) => ReactNode
export type OwnFields = Readonly<Record<string, OwnFieldOf>>
type Choice = { side: Side; value: unknown }

/** What is chosen of each field that two people changed; nothing at first. */
export function useJoinChoices(
  conflicts: readonly FieldConflict[],
  schema: z.ZodType,
  label: (field: string) => string,
  ownFields: OwnFields = {},
) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [writing, setWriting] = useState<{ field: string; kind: OwnField | OwnFieldOf } | null>(null)
  const list = useRef<HTMLDivElement>(null)

  const rowsOf = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=radiogroup]') ?? [])]
  function choose({ field, ...one }: FieldConflict, side: 'theirs' | 'mine') {
    setChosen(before => new Map(before).set(field, { side, value: one[side] }))
  }
  function focusOn(field: string, side?: Side) {
    const row = rowsOf().find(one => one.dataset.field === field)
    const input =
      row?.querySelector<HTMLElement>(side ? `[data-side=${side}]` : 'input:checked') ??
      row?.querySelector<HTMLElement>('input')
    input?.focus()
  }
  return {
    list,
    left: conflicts.filter(one => !chosen.has(one.field)).length,
    sideOf: (field: string) => chosen.get(field)?.side,
    choose,
    focusOn,
    /** The field below or above. */
    step(field: string, by: 1 | -1) {
      const next = conflicts[conflicts.findIndex(one => one.field === field) + by]
      if (next) focusOn(next.field)
    },
    focusUndecided() {
      const first = conflicts.find(one => !chosen.has(one.field))
      if (first) focusOn(first.field)
    },
    values: () => new Map([...chosen].map(([field, { value }]) => [field, value])),
    /** Theirs goes from what is stored, mine was never there: both are kept by the history. */
    unchosen: (): UnchosenValue[] =>
      conflicts.flatMap(({ field, theirs, mine }) => {
        const side = chosen.get(field)?.side
        return [
          ...(side === 'theirs' ? [] : [{ field, value: theirs }]),
          ...(side === 'mine' ? [] : [{ field, value: mine }]),
        ]
      }),
    isWriting: writing !== null,
    writing,
    /** A third value for the field that has the focus. */
    writeOwn() {
      const field = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field ?? conflicts[0]?.field
      if (field === undefined) return
      const kind = ownFields[field] ?? ownField(schema, field)
      if (kind) return setWriting({ field, kind })
      const why = `${label(field)} diisi dari daftar lain, jadi tidak ditulis di sini.`
      toast(`${why} Pilih salah satu, lalu ubah di formulirnya.`, { refused: true })
    },
    stopWriting() {
      const field = writing?.field
      setWriting(null)
      if (field !== undefined) requestAnimationFrame(() => focusOn(field))
    },
    /** @returns why it cannot be */
    takeOwn(field: string, value: unknown): string | null {
      const read = problemOf(schema, field, value)
      if (read.problem !== null) return read.problem
      setChosen(before => new Map(before).set(field, { side: 'own', value: read.value }))
      setWriting(null)
      requestAnimationFrame(() => focusOn(field, 'own'))
      return null
    },
    ownOf: (field: string) => (chosen.get(field)?.side === 'own' ? chosen.get(field)?.value : undefined),
  }
}
