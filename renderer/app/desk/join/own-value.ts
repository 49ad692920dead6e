import { z } from 'zod'
import { isPlainDate } from '../../../../shared/kernel/plain-date.ts'
import { plainDateSchema } from '../../../../shared/kernel/schema.ts'

/** How a field of a form is written: as words, a number, one of some values, or several of them. */
export type OwnField =
  | { kind: 'text' }
  | { kind: 'number' }
  | { kind: 'date' }
  | { kind: 'choice'; values: readonly unknown[] }
  | { kind: 'list'; values: readonly string[] }

/** Null for what another record gives, and for rows of several columns. */
export function ownField(schema: z.ZodType, field: string): OwnField | null {
  const leaf = bare(fieldOf(schema, field))
  if (leaf instanceof z.ZodEnum) return { kind: 'choice', values: leaf.options }
  if (leaf instanceof z.ZodBoolean) return { kind: 'choice', values: [true, false] }
  if (leaf instanceof z.ZodArray) {
    const one = bare(leaf.element as z.ZodType)
    return one instanceof z.ZodEnum ? { kind: 'list', values: one.options.map(String) } : null
  }
  if (leaf instanceof z.ZodNumber) return /Id$/.test(field) ? null : { kind: 'number' }
  if (leaf === plainDateSchema) return { kind: 'date' }
  // A code stands for something else, which its own field finds.
  return leaf instanceof z.ZodString && !/(Code|Id)$/.test(field) ? { kind: 'text' } : null
}

/** Whether the form takes a value in this field, and as what. */
export function problemOf(schema: z.ZodType, field: string, value: unknown) {
  const read = fieldOf(schema, field)?.safeParse(value) ?? { success: true as const, data: value }
  return read.success
    ? { problem: null, value: read.data }
    : { problem: read.error.issues[0]?.message ?? 'Periksa isiannya.', value }
}

function fieldOf(schema: z.ZodType, field: string): z.ZodType | undefined {
  return schema instanceof z.ZodObject ? (schema.shape[field] as z.ZodType | undefined) : undefined
}

/** What stands inside of what may be empty, has a default or is made into something else. */
function bare(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return bare(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType)
  return schema
}

export function asDate(value: unknown) {
  return typeof value === 'string' && isPlainDate(value) ? value : null
}
