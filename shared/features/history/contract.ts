import { z } from 'zod'
import { traineeId } from '../../ids.ts'
import type { BinaryFile } from '../../kernel/binary-file.ts'
import { line, nothing, plainDateSchema, whole } from '../../kernel/schema.ts'
import { opening, output, query, task } from '../../operation.ts'
import { type HistoryChip, historyChips } from './history.ts'

/** Which acts are meant. People go by number: no name stands in an address. */
const filter = {
  /** Words of a name, a code of a class, the number of a paper. */
  text: line(100).default(''),
  traineeId: traineeId.nullable().default(null),
  operator: line(100).nullable().default(null),
  from: plainDateSchema.nullable().default(null),
  until: plainDateSchema.nullable().default(null),
  chip: z.enum(historyChips).default('all'),
}
export type HistoryFilter = z.infer<z.ZodObject<typeof filter>>

/** Of the last act of a page: the next page begins after it. */
const cursor = z.strictObject({ at: line(40, 1), id: whole(1, Number.MAX_SAFE_INTEGER) })
export type ActCursor = z.infer<typeof cursor>

/** One call of an operation, with what it wrote. */
export type Act = {
  id: number
  at: string
  operator: string
  desk: string
  operation: string
  area: string
  /** What it was about, in words; '' where there is nothing to say. */
  object: string
  /** Where Enter leads; null where there is no page. */
  path: string | null
  /** Rows that it wrote, at most `mostCounted`. */
  records: number
  /** Fields that changed, where it is one row; of how many people it showed data; null where neither says anything. */
  fields: number | null
  seen: number | null
  /** The second person who agreed. */
  approvedBy: string | null
}

export type ActField = { label: string; before: string; after: string }
/** One row of an act. `fields` is null where the role does not see values. */
export type ActRecord = {
  id: number
  object: string
  path: string | null
  fields: ActField[] | null
  /** Names of fields whose values are never kept, because they are restricted. */
  restricted: string[]
}
export type ActDetail = {
  act: Act
  /** At most some; `act.records` says how many there are. */
  records: ActRecord[]
  /** Who changed the same thing before. */
  earlier: { at: string; operator: string } | null
  /** The seal of its last row, and the row that it follows on. */
  seal: string
  follows: number
}

/** Whether each row still fits the one before it. */
export type ChainState = {
  rows: number
  since: string | null
  checkedAt: string
  broken: { row: number; at: string } | null
}

export type Seen = { at: string; operator: string; desk: string; operation: string }

/** What to look for after a breach: an account, a place, a time. */
const breachQuestion = z
  .strictObject({
    operator: line(100).nullable(),
    desk: line(100).nullable(),
    from: plainDateSchema,
    until: plainDateSchema,
    /** Wall time at which it became known: the hours count from it. */
    knownAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: 'Tulis tanggal dan jam.' }),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'Berakhir sebelum mulai.' })
export type BreachQuestion = z.infer<typeof breachQuestion>

export type Breach = {
  acts: number
  people: number
  first: string | null
  last: string | null
  /** By what was done, the most people first. */
  kinds: { operation: string; acts: number; people: number; columns: string[] }[]
  /** By when those people and the authority must be told. */
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
  /** Whoever acted, by name, and where. */
  actors: query('history.see', nothing, output<{ operators: string[]; desks: string[] }>()),
  check: task('history.see', 'Memeriksa rantai riwayat', nothing, output<ChainState>()),
  export: task('history.see', 'Mengekspor riwayat', filter, output<BinaryFile>()),
  breach: query('history.breach', breachQuestion, output<Breach>()),
  /** The draft of the notice, for people and authority; and whom to tell. */
  breachNotice: task('history.breach', 'Membuat pemberitahuan kebocoran', breachQuestion, output<BinaryFile>()),
  breachPeople: task(
    'history.breach',
    'Mengekspor orang yang terdampak kebocoran',
    breachQuestion,
    output<BinaryFile>(),
  ),
  /** Who opened, printed or took out data of this person, for this person. */
  seenBy: opening('rights.see', 'Melihat siapa membuka data peserta', { id: traineeId }, output<Seen[]>()),
  seenByPaper: task('rights.change', 'Membuat laporan pembuka data', { id: traineeId }, output<BinaryFile>()),
}
