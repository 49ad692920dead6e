import { z } from 'zod'

/** A fact as it is sent. `body` is JSON text, 'null' for a deleted one, and null if a name in it was erased on request. */
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

/** Facts of one centre in order. `previous` is the hash of the fact before the first, '' if there is none. */
export const batchSchema = z.strictObject({
  epoch: z.int().min(1),
  previous: z.string().max(64),
  /** Time at the sender, ISO 8601 in UTC, to detect a wrong clock. */
  now: z.iso.datetime(),
  /** False while facts of a new epoch are still being sent; the hub keeps the earlier ones until then. */
  complete: z.boolean(),
  facts: z.array(travellingFact).max(mostFacts),
})
export type Batch = z.infer<typeof batchSchema>

/** What the hub has received from a centre. */
export const appliedSchema = z.object({
  epoch: z.int().min(0),
  applied: z.int().min(0),
  hash: z.string(),
  now: z.string(),
  /** Number of the newest notice for this centre; undefined for older hubs. */
  notices: z.int().min(0).optional(),
})
export type Applied = z.infer<typeof appliedSchema>

/** Refusals of the hub. None of them changes anything at the hub. */
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

/** Minutes of clock difference from which nothing is sent until the clock is set. */
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
  /** 'YYYY-MM-DD': classes that ended earlier are ignored; '' for no limit. */
  since: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
})
