import type { z } from 'zod'
import { joinValues } from '../../../../shared/kernel/join-values.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import { lastChange } from './change-store.ts'

type Record<Values> = {
  readonly entity: string
  readonly id: number | string
  /** What the form was opened on; null from who does not say, and then overwrites. */
  readonly seen: Values | null
  readonly theirs: Values
  readonly mine: Values
  /** Fields that are never joined by themselves. */
  readonly never?: ReadonlySet<string>
  /** Fields that somebody has chosen after he was asked; `seen` holds what he chose against. */
  readonly decided?: readonly string[]
}

/** What is to be written, where somebody else may have written since. @throws DomainError changed_meanwhile */
export function joinRecord<Values extends object>(
  db: ReadDatabase,
  { entity, id, seen, theirs, mine, never, decided }: Record<Values>,
): { values: Values; joined: string[] } {
  if (seen === null) return { values: mine, joined: [] }
  const { values, joined, asked } = joinValues(seen, theirs, mine, never, decided)
  if (asked.length > 0)
    throw new DomainError({ code: 'changed_meanwhile', ...lastChange(db, entity, id), asked, joined })
  return { values, joined }
}

type Form<Draft> = Pick<Record<Draft>, 'entity' | 'id' | 'seen' | 'mine'> & {
  readonly schema: z.ZodType<Draft>
  /** The row as it stands; it may hold more than the form. */
  readonly stored: object
}

/** The same for a form that edits a whole record. What together breaks a rule of the form is asked too. @throws DomainError changed_meanwhile */
export function joinForm<Draft extends object>(
  db: ReadDatabase,
  { schema, stored, mine, ...form }: Form<Draft>,
): { values: Draft; joined: string[] } {
  const known = new Map<string, unknown>(Object.entries(stored))
  const theirs = schema.safeParse(Object.fromEntries(Object.keys(mine).map(field => [field, known.get(field)]))).data
  // An older row that the form of today refuses: nobody could have seen it in one.
  if (!theirs) return { values: mine, joined: [] }
  const joining = { ...form, theirs, mine }
  const { values, joined } = joinRecord(db, joining)
  const whole = schema.safeParse(values)
  if (whole.success) return { values: whole.data, joined }
  return joinRecord(db, { ...joining, never: new Set(joined) })
}
