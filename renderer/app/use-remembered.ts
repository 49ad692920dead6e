import { useState } from 'react'
import type { z } from 'zod'
import { useSession } from './session.tsx'

/** A display preference of this person on this computer. A value that no longer fits the schema is dropped. */
export function useRemembered<Value>(name: string, schema: z.ZodType<Value>, start: Value) {
  const { operator } = useSession()
  const key = `ingat:${operator.id}:${name}`
  const [value, setValue] = useState(() => read(key, schema) ?? start)
  function remember(next: Value) {
    setValue(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A full or blocked storage only loses the preference.
    }
  }
  return [value, remember] as const
}

function read<Value>(key: string, schema: z.ZodType<Value>): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data
  } catch {
    return undefined
  }
}
