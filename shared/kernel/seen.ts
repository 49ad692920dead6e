import { z } from 'zod'

const mostUnchosen = 200

/** A value that was not chosen when two people had changed the same field. The history keeps it. */
const unchosenValue = z.strictObject({ field: z.string().max(100), value: z.unknown() })
export type UnchosenValue = z.infer<typeof unchosenValue>

/**
 * The fields of a command that edits a whole record: the values its form was opened with (null from callers that do not send them, which
 * overwrite), and values that were not chosen.
 */
export function seenOf<Draft extends z.ZodType>(draft: Draft) {
  return { seen: draft.nullable().default(null), unchosen: z.array(unchosenValue).max(mostUnchosen).default([]) }
}

/** A choice between two values, with the value chosen against: if that has changed again, the field is asked about again. */
const chosenField = z.strictObject({
  /** '' for a field of a record. */
  row: z.string().max(300),
  field: z.string().max(100),
  theirs: z.unknown(),
  take: z.enum(['theirs', 'mine']),
})
export type ChosenField = z.infer<typeof chosenField>

const mostChosen = 2000

/** The same for a command that writes a list or cells: the rows or cells as shown, and choices made since. */
export function seenRowsOf<Row extends z.ZodType>(row: Row, most: number) {
  return { seen: z.array(row).max(most).nullable().default(null), ...chosenFields }
}

export const chosenFields = { chosen: z.array(chosenField).max(mostChosen).default([]) }

/** Fields changed by another person meanwhile that were taken over, and who changed them in which act of the history. */
export type JoinedChange = { fields: string[]; by: string; at: string; act: number | null }
export type Joined = { joined: JoinedChange | null }
export type Saved<Id> = Joined & { id: Id }
