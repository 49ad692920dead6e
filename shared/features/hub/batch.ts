import { z } from 'zod'

/** One fact as it travels: its body is JSON text, 'null' for what is no more, and null where a name in it was erased on request. */
const travellingFact = z.strictObject({
  seq: z.int().min(1),
  topic: z.string().min(1).max(40),
  key: z.string().min(1).max(200),
  v: z.int().min(1).max(10_000),
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
  body: z.string().max(8000).nullable(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type TravellingFact = z.infer<typeof travellingFact>

export const mostFacts = 2000

/** Facts of one centre in their order. `previous` is the hash of the fact before the first one, '' where there is none. */
export const batchSchema = z.strictObject({
  epoch: z.int().min(1),
  previous: z.string().max(64),
  /** Instant at the sender, ISO 8601 in UTC: a wrong clock dates everything wrongly. */
  now: z.iso.datetime(),
  /** False while the facts of a new epoch are still on their way: what the hub had before is kept until then. */
  complete: z.boolean(),
  facts: z.array(travellingFact).max(mostFacts),
})
export type Batch = z.infer<typeof batchSchema>

/** What the hub has of a centre. */
export const appliedSchema = z.object({
  epoch: z.int().min(0),
  applied: z.int().min(0),
  hash: z.string(),
  now: z.string(),
  /** Number of the newest notice for this centre; a hub of before there were any says nothing. */
  notices: z.int().min(0).optional(),
})
export type Applied = z.infer<typeof appliedSchema>

/** How the hub refuses. Each is a state that the sender can tell in words, and none of them changes anything at the hub. */
export type Refusal =
  | { code: 'gap'; applied: number; hash: string }
  | { code: 'fork'; seq: number; epoch: number }
  | { code: 'superseded'; epoch: number }
  | { code: 'newer' | 'older'; topic: string; v: number; newest: number }
  | { code: 'clock'; now: string; minutes: number }
  | { code: 'invalid'; field: string; message: string }
  | { code: 'stranger' }
  | { code: 'code_wrong' }
  | { code: 'too_many' }

/** By how many minutes a clock may be wrong before facts wait until it is set. */
export const clockTolerance = 60

export const enrolmentRequest = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().max(200),
  city: z.string().max(100),
  regency: z.string().regex(/^\d{4}$/),
})
export type Enrolled = { centreId: string; key: string; hub: string }

export const elsewhereRequest = z.strictObject({
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  person: z.string().regex(/^[0-9a-f]{64}$/),
  /** 'YYYY-MM-DD': classes that ended before it do not count; '' for ever. */
  since: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
})
