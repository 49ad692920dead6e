import { z } from 'zod'

/** The field of a command that edits a whole record: what its form was opened on. Null from who does not say, and then overwrites. */
export function seenOf<Draft extends z.ZodType>(draft: Draft) {
  return { seen: draft.nullable().default(null) }
}

/** What somebody chose of a field after he was asked, and against which value: a third one is asked again. */
const chosenField = z.strictObject({
  /** '' for the field of a record. */
  row: z.string().max(300),
  field: z.string().max(100),
  theirs: z.unknown(),
  take: z.enum(['theirs', 'mine']),
})
export type ChosenField = z.infer<typeof chosenField>

const mostChosen = 2000

/** The same of a command that writes a list or the cells of a grid: the rows or cells as they were shown, and what was chosen since. */
export function seenRowsOf<Row extends z.ZodType>(row: Row, most: number) {
  return { seen: z.array(row).max(most).nullable().default(null), ...chosenFields }
}

export const chosenFields = { chosen: z.array(chosenField).max(mostChosen).default([]) }

/** Fields that somebody else had changed meanwhile and that were taken over. */
export type Joined = { joined: string[] }
export type Saved<Id> = Joined & { id: Id }
