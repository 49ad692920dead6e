import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import { plainDateSchema } from '../../shared/kernel/schema.ts'

const empty: unknown[] = [undefined, null, '', [], {}]
const wrong: unknown[] = [
  ...[0, -1, 1.5, 1e15, Number.NaN, true, 'zz', ' ', 'EMPLOYED', '2024-02-31', '99:99', 'x'.repeat(20_000), '\u202e'],
  ...[new Array(5_000).fill('x'), { strange: 1 }, new File([], 'kosong.pdf'), new File(['x'], 'x.exe'), Symbol('x')],
]

/** Words of the validation library and of programmers, which a clerk does not know. */
const foreign =
  /\b(input|string|number|boolean|undefined|null|enum|array|object|objek|record|regex|token|sesuai pola|NaN|invalid|expected|received|instanceof|diharapkan|diterima|karakter|item|byte|value|literal|tuple|map|set|file|key|kunci|PlainDate)\b|"[^"]*"|\|/i

/** True for a message that we did not write. */
const isForeign = (message: string) => foreign.test(message) || !/^[\p{Lu}\d“].*[^.][.?]$/u.test(message)

type Schema = z.core.$ZodType

/** A schema and every schema inside it, each once. Transforms are left out, because they report nothing themselves. */
function parts(schema: Schema, seen = new Set<Schema>()): Set<Schema> {
  if (seen.has(schema) || schema._zod.def.type === 'transform') return seen
  seen.add(schema)
  for (const [name, value] of Object.entries(schema._zod.def))
    if (name !== 'checks') for (const part of inside(value)) parts(part, seen)
  return seen
}

function inside(value: unknown): Schema[] {
  if (typeof value !== 'object' || value === null) return []
  if ('_zod' in value) return value._zod !== undefined && 'run' in (value._zod as object) ? [value as Schema] : []
  return Object.values(value).flatMap(inside)
}

/** A value that the schema probably accepts. The rules of whole forms run only when all fields are valid. */
function likely(schema: Schema, depth = 0): unknown {
  const tries: unknown[] = [
    'Siti Aminah',
    1,
    true,
    '2025-01-06',
    '08:00',
    null,
    undefined,
    '0',
    '',
    [],
    new File(['%PDF-'], 'a.pdf'),
  ]
  const def = schema._zod.def as z.core.$ZodTypeDef & Record<string, unknown>
  if (depth < 6) {
    if (def.shape)
      return Object.fromEntries(
        Object.entries(def.shape as object).map(([key, part]) => [key, likely(part, depth + 1)]),
      )
    if (Array.isArray(def.options)) tries.unshift(likely(def.options[0] as Schema, depth + 1))
    if (def.entries) tries.unshift(...Object.values(def.entries as object))
    if (Array.isArray(def.values)) tries.unshift(...def.values)
    if (def.element) tries.unshift([likely(def.element as Schema, depth + 1)])
    if (def.innerType) tries.unshift(likely(def.innerType as Schema, depth + 1))
    if (def.in) tries.unshift(likely(def.in as Schema, depth + 1))
  }
  return tries.find(value => z.safeParse(schema, value).success)
}

/** All messages that a form can give: of each part alone, and of the whole with one field after another made invalid. */
function messages(schema: Schema): Set<string> {
  const found = new Set<string>()
  const ask = (part: Schema, value: unknown) => {
    for (const { message } of z.safeParse(part, value).error?.issues ?? []) found.add(message)
  }
  for (const part of parts(schema)) {
    for (const value of [...empty, ...wrong]) ask(part, value)
    const whole = likely(part)
    ask(part, whole)
    if (typeof whole !== 'object' || whole === null || !('shape' in part._zod.def)) continue
    for (const key of Object.keys(whole))
      for (const value of [...empty, ...wrong]) ask(part, { ...whole, [key]: value })
  }
  return found
}

const operations = Object.entries(contract).flatMap(([feature, group]) =>
  Object.entries(group).map(([name, operation]) => {
    const schema = operation['~orpc'].inputSchema as Schema | undefined
    return { name: `${feature}.${name}`, schema }
  }),
)

test('all operations are covered', () => {
  expect(operations.length).toBeGreaterThan(200)
  expect(operations.filter(({ schema }) => schema === undefined)).toEqual([])
})

test('every empty or wrong field gives one of our own messages', () => {
  const faults = new Set<string>()
  let messageCount = 0
  for (const { name, schema } of operations) {
    if (!schema) continue
    for (const message of messages(schema)) {
      messageCount++
      if (isForeign(message)) faults.add(`${name}: ${message}`)
    }
  }
  expect(messageCount).toBeGreaterThan(operations.length)
  expect([...faults]).toEqual([])
})

test('so does every other schema that shared exports', async () => {
  const folder = new URL('../../shared/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
  const faults = new Set<string>()
  let walked = 0
  for (const file of files)
    for (const [name, value] of Object.entries<unknown>(await import(new URL(file, folder).href))) {
      if (inside(value)[0] !== value) continue
      walked++
      for (const message of messages(value as Schema)) if (isForeign(message)) faults.add(`${name}: ${message}`)
    }
  expect(walked).toBeGreaterThan(80)
  expect([...faults]).toEqual([])
})

test.each([
  ['a choice', z.enum(['EMPLOYED', 'SELF_EMPLOYED']), 'Pilih salah satu.'],
  ['a text', z.string(), 'Wajib diisi.'],
  ['a number', z.number(), 'Wajib diisi.'],
  ['a file', z.file(), 'Pilih berkasnya.'],
  ['a date', plainDateSchema, 'Isi tanggalnya, seperti 16/12/2024.'],
])('an empty %s is requested, never called wrong', (_, schema, words) => {
  expect(z.safeParse(schema, null).error?.issues[0]?.message).toBe(words)
})
