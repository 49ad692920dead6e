import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { isLoadingAnew } from './desk/connection.ts'
import { useSession } from './session.tsx'
import { keepTyped, takeTyped } from './typed-again.ts'

export interface KeptDraft<Values> {
  /** What was left unsaved the last time, with its wall time; null once it was answered. `again`: the page died under it, so nobody is asked. */
  offered: { values: Values; at: string; again: boolean } | null
  /** Wall time of the last keeping on this visit. */
  keptAt: string | null
  /** Answers the offer with no, or forgets what is kept because it has been saved. */
  forget: () => void
  /** Answers the offer with yes; the caller fills the form. */
  take: () => void
}

const every = 2000

/** Drafts that nothing writes to the disk; they go with the window. */
const windowDrafts = new Map<string, string>()

interface DraftPlace {
  getItem: (key: string) => string | null
  setItem: (key: string, text: string) => void
  removeItem: (key: string) => void
}

const places: Record<'profile' | 'window', DraftPlace> = {
  profile: {
    getItem: key => localStorage.getItem(key),
    setItem: (key, text) => localStorage.setItem(key, text),
    removeItem: key => localStorage.removeItem(key),
  },
  window: {
    getItem(key) {
      // Where an older version kept it, on the disk.
      localStorage.removeItem(key)
      return windowDrafts.get(key) ?? null
    },
    setItem: (key, text) => windowDrafts.set(key, text),
    removeItem: key => windowDrafts.delete(key),
  },
}

/**
 * Keeps what is typed on a page every two seconds, so that a power cut, or leaving the page, loses nothing. `dirty` false
 * keeps nothing. It stays on this computer, in the profile of the program, until it is saved or thrown away; the practice
 * centre has its own. `window` keeps personal data: in memory only, so that it survives leaving the page and nothing else.
 */
export function useKeptDraft<Values>(
  name: string,
  schema: z.ZodType<Values>,
  values: Values,
  dirty: boolean,
  where: keyof typeof places = 'profile',
): KeptDraft<Values> {
  const { now, centre, operator } = useSession()
  const key = `balai.draft.${centre.practice ? 'practice.' : ''}${operator.id}.${name}`
  const [offered, setOffered] = useState(() => readTypedAgain(key, schema) ?? readKept(places[where], key, schema))
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const newest = useRef({ values, dirty, now, open: offered !== null })
  useEffect(() => {
    newest.current = { values, dirty, now, open: offered !== null }
  })

  const written = useRef('')

  // What lies in the window alone goes with it: whoever closes it is asked.
  useEffect(() => {
    if (where !== 'window') return
    const ask = (event: BeforeUnloadEvent) => {
      if (newest.current.dirty && !isLoadingAnew()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [where])

  useEffect(() => {
    function keep() {
      const { open, ...draft } = newest.current
      // While the older one still waits for an answer it must not be written over.
      if (open || !draft.dirty) return
      const text = JSON.stringify(draft.values)
      if (text === written.current) return
      written.current = text
      const kept = { at: draft.now, values: draft.values }
      places[where].setItem(key, JSON.stringify(kept))
      keepTyped(key, kept)
      setKeptAt(draft.now)
    }
    const timer = setInterval(keep, every)
    return () => {
      clearInterval(timer)
      keep()
      // Left on purpose: it is offered when somebody comes back, and the page did not die.
      keepTyped(key, null)
    }
  }, [key, where])

  return {
    offered,
    keptAt,
    take: () => setOffered(null),
    forget() {
      // Saved values are no draft: not even the last keeping, as the page goes away, writes them again.
      written.current = JSON.stringify(newest.current.values)
      places[where].removeItem(key)
      keepTyped(key, null)
      setOffered(null)
      setKeptAt(null)
    },
  }
}

type Offered<Values> = { values: Values; at: string; again: boolean }

function readTypedAgain<Values>(key: string, schema: z.ZodType<Values>): Offered<Values> | null {
  return parseKept(takeTyped(key), schema, true)
}

function readKept<Values>(place: DraftPlace, key: string, schema: z.ZodType<Values>): Offered<Values> | null {
  try {
    return parseKept(JSON.parse(place.getItem(key) ?? 'null'), schema, false)
  } catch {
    return null
  }
}

function parseKept<Values>(kept: unknown, schema: z.ZodType<Values>, again: boolean): Offered<Values> | null {
  if (typeof kept !== 'object' || kept === null || !('values' in kept) || !('at' in kept)) return null
  const values = schema.safeParse(kept.values)
  // Written by another version of the form: nothing that could be continued.
  return values.success ? { values: values.data, at: String(kept.at), again } : null
}
