import type { z } from 'zod'
import { formOf, newestVersion, type Topic, topics } from './fact.ts'

type Values = Record<string, unknown>

/** The schemas of a topic by version. `lifts[v]` converts a body of version v to v + 1 and gives defaults for new fields. */
type Chapter = {
  newest: number
  forms: Readonly<Record<number, z.ZodObject>>
  lifts: Readonly<Record<number, (body: Values) => Values>>
}

/** How a hub reads facts of this and earlier releases. */
export type FactBook = Readonly<Record<string, Chapter>>

/** Number of older versions that a hub still reads. */
export const earlierVersions = 2

/** A topic with a new version needs a lift here, and the hub a migration that adds the column. */
const lifts: Partial<Record<Topic, Chapter['lifts']>> = {}

export const factBook: FactBook = Object.fromEntries(
  topics.map((topic): [Topic, Chapter] => {
    const newest = newestVersion[topic]
    const versions = Array.from({ length: newest }, (_, index) => index + 1)
    const forms = Object.fromEntries(
      versions.flatMap(v => {
        const form = formOf(topic, v)
        return form ? [[v, form]] : []
      }),
    )
    return [topic, { newest, forms, lifts: lifts[topic] ?? {} }]
  }),
)

type Understood =
  | { values: Values }
  | { problem: 'newer' | 'older'; newest: number }
  | { problem: 'invalid'; field: string; message: string }

/** Converts a body to the newest version. */
export function understand(book: FactBook, topic: string, v: number, body: unknown): Understood {
  const chapter = book[topic]
  if (!chapter || v > chapter.newest) return { problem: 'newer', newest: chapter?.newest ?? 0 }
  const form = chapter.forms[v]
  if (!form || v < chapter.newest - earlierVersions) return { problem: 'older', newest: chapter.newest }
  const parsed = form.safeParse(body)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { problem: 'invalid', field: issue?.path.join('.') ?? '', message: issue?.message ?? '' }
  }
  let values: Values = parsed.data
  for (let at = v; at < chapter.newest; at += 1) {
    const lift = chapter.lifts[at]
    if (!lift) throw new RangeError(`no way from version ${at} of ${topic}`)
    values = lift(values)
  }
  return { values }
}

/** The fields of a topic as stored in the hub. */
export function fieldsOf(book: FactBook, topic: Topic): string[] {
  const chapter = book[topic]
  return Object.keys(chapter?.forms[chapter.newest]?.shape ?? {})
}
