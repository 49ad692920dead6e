import { z } from 'zod'
import { traineeId } from '../../ids.ts'
import { type BinaryFile, line, nothing, plainDateSchema, whole } from '../../kernel/schema.ts'
import { longTask, output, query, task, workTicket } from '../../operation.ts'
import { type HistoryChip, historyChips } from './history.ts'

/** Filter of acts. People by id, because no name may stand in an address. */
const filter = {
  /** Words of a name, a class code, or a paper number. */
  text: line(100).default(''),
  traineeId: traineeId.nullable().default(null),
  operator: line(100).nullable().default(null),
  from: plainDateSchema.nullable().default(null),
  until: plainDateSchema.nullable().default(null),
  chip: z.enum(historyChips).default('all'),
}
export type HistoryFilter = z.infer<z.ZodObject<typeof filter>>

/** The last act of a page; the next page starts after it. */
const cursor = z.strictObject({ at: line(40, 1), id: whole(1, Number.MAX_SAFE_INTEGER) })
export type ActCursor = z.infer<typeof cursor>

/** One call of an operation with what it wrote. */
export type Act = {
  id: number
  at: string
  operator: string
  desk: string
  operation: string
  area: string
  /** Subject as text; '' if there is none. */
  object: string
  /** Page opened by Enter; null if there is none. */
  path: string | null
  /** Number of rows written, at most `mostCounted`. */
  records: number
  /** Number of changed fields if it is one row, or of people whose data was shown; null if neither applies. */
  fields: number | null
  seen: number | null
  /** The second person who approved. */
  approvedBy: string | null
}

/** `unchosen`: not stored; two people had changed the field and the other value was chosen. */
export type ActField = { label: string; before: string; after: string; unchosen?: true }
/** One row of an act. `fields` is null for roles that may not see values. */
export type ActRecord = {
  id: number
  object: string
  path: string | null
  fields: ActField[] | null
  /** Restricted fields, whose values are never stored in the history. */
  restricted: string[]
}
export type ActDetail = {
  act: Act
  /** Limited; `act.records` is the total. */
  records: ActRecord[]
  /** The previous change of the same row. */
  earlier: { at: string; operator: string } | null
  /** Hash of its last row, and the row before its first. */
  seal: string
  follows: number
}

/** Whether each row fits the hash of the one before. */
export type ChainState = {
  rows: number
  since: string | null
  checkedAt: string
  broken: { row: number; at: string } | null
}

/** Search after a breach: an account, a computer, a period. */
const breachQuestion = z
  .strictObject({
    operator: line(100).nullable(),
    desk: line(100).nullable(),
    from: plainDateSchema,
    until: plainDateSchema,
    /** Wall time when it became known; the deadline counts from it. */
    knownAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: 'Tulis tanggal dan jam.' }),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'Berakhir sebelum mulai.' })
export type BreachQuestion = z.infer<typeof breachQuestion>

export type Breach = {
  acts: number
  people: number
  first: string | null
  last: string | null
  /** By operation, most people first. */
  kinds: { operation: string; acts: number; people: number; columns: string[] }[]
  /** Deadline to notify the people and the authority. */
  deadline: string
}

export const historyContract = {
  acts: query(
    'history.see',
    { ...filter, before: cursor.nullable().default(null), limit: whole(1, 200) },
    output<Act[]>(),
  ),
  counts: query('history.see', filter, output<Record<HistoryChip, number>>()),
  act: query('history.see', { id: whole(1, Number.MAX_SAFE_INTEGER) }, output<ActDetail>()),
  /** Names of people who acted, and of computers. */
  actors: query('history.see', nothing, output<{ operators: string[]; desks: string[] }>()),
  check: task('history.see', 'Memeriksa rantai riwayat', nothing, output<ChainState>()),
  export: longTask('history.see', 'Mengekspor riwayat', filter, output<BinaryFile>()),
  breach: query('history.breach', breachQuestion, output<Breach>()),
  /** Drafts of the notices to people and authority, with the list of recipients. */
  breachNotice: task('history.breach', 'Membuat pemberitahuan kebocoran', breachQuestion, output<BinaryFile>()),
  breachPeople: task(
    'history.breach',
    'Mengekspor orang yang terdampak kebocoran',
    breachQuestion.safeExtend(workTicket),
    output<BinaryFile>(),
  ),
  /** Who opened, printed or exported data of this person, for the person's request. */
  seenByPaper: task('rights.change', 'Membuat laporan pembuka data', { id: traineeId }, output<BinaryFile>()),
}
