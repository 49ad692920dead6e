import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { useSession } from './session.tsx'

export interface KeptDraft<Values> {
  /** What was left unsaved the last time, with its wall time; null once it was answered. */
  offered: { values: Values; at: string } | null
  /** Wall time of the last keeping on this visit. */
  keptAt: string | null
  /** Answers the offer with no, or forgets what is kept because it has been saved. */
  forget: () => void
  /** Answers the offer with yes; the caller fills the form. */
  take: () => void
}

const every = 2000

/**
 * Keeps what is typed on a page every two seconds, so that a power cut, or leaving the page, loses nothing. `dirty` false
 * keeps nothing. It stays on this computer, in the profile of the program, until it is saved or thrown away; the practice
 * centre has its own.
 */
export function useKeptDraft<Values>(
  name: string,
  schema: z.ZodType<Values>,
  values: Values,
  dirty: boolean,
): KeptDraft<Values> {
  const { now, centre } = useSession()
  const key = `balai.draft.${centre.practice ? 'practice.' : ''}${name}`
  const [offered, setOffered] = useState(() => readKept(key, schema))
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const newest = useRef({ values, dirty, now, open: offered !== null })
  useEffect(() => {
    newest.current = { values, dirty, now, open: offered !== null }
  })

  const written = useRef('')

  useEffect(() => {
    function keep() {
      const { open, ...draft } = newest.current
      // While the older one still waits for an answer it must not be written over.
      if (open || !draft.dirty) return
      const text = JSON.stringify(draft.values)
      if (text === written.current) return
      written.current = text
      localStorage.setItem(key, JSON.stringify({ at: draft.now, values: draft.values }))
      setKeptAt(draft.now)
    }
    const timer = setInterval(keep, every)
    return () => {
      clearInterval(timer)
      keep()
    }
  }, [key])

  return {
    offered,
    keptAt,
    take: () => setOffered(null),
    forget() {
      // Saved values are no draft: not even the last keeping, as the page goes away, writes them again.
      written.current = JSON.stringify(newest.current.values)
      localStorage.removeItem(key)
      setOffered(null)
      setKeptAt(null)
    },
  }
}

function readKept<Values>(key: string, schema: z.ZodType<Values>): { values: Values; at: string } | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('values' in kept) || !('at' in kept)) return null
    const values = schema.safeParse(kept.values)
    // Written by another version of the form: nothing that could be continued.
    return values.success ? { values: values.data, at: String(kept.at) } : null
  } catch {
    return null
  }
}
