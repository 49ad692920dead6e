import type { z } from 'zod'

/** The field of a command that edits a whole record: what its form was opened on. Null from who does not say, and then overwrites. */
export function seenOf<Draft extends z.ZodType>(draft: Draft) {
  return { seen: draft.nullable().default(null) }
}

/** Fields that somebody else had changed meanwhile and that were taken over. */
export type Joined = { joined: string[] }
export type Saved<Id> = Joined & { id: Id }
