import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { isLoadingAnew } from './desk/connection.ts'
import { keepsLate } from './desk/kept-on-desk.ts'
import { useSession } from './session.tsx'
import { keepTyped, takeTyped } from './typed-again.ts'

export interface KeptDraft<Values> {
  /**
   * The unsaved draft of the last visit with its wall time; null once the person has answered. `again`: the page died, so the draft is restored
   * without asking.
   */
  offered: { values: Values; at: string; again: boolean } | null
  /** Wall time of the last save of the draft during this visit. */
  keptAt: string | null
  /** Discards the draft: the offer was declined, or the values have been saved. */
  forget: () => void
  /** Accepts the offer; the caller fills the form. */
  take: () => void
}

const every = 2000

/** Drafts kept in memory only; they are gone when the window closes. */
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
      // Older versions stored the draft there, on the disk.
      localStorage.removeItem(key)
      return windowDrafts.get(key) ?? null
    },
    setItem: (key, text) => windowDrafts.set(key, text),
    removeItem: key => windowDrafts.delete(key),
  },
}

/**
 * Saves a draft of what is typed on a page every two seconds, so that a power cut or leaving the page loses nothing. Nothing is saved while `dirty`
 * is false. The draft stays in the profile of the program on this computer until it is saved or discarded; the practice centre has its own. Use
 * `window` for personal data: memory only, so it survives leaving the page but not closing the window.
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

  // A draft in memory is lost when the window closes, so the browser asks first.
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
      // The older draft is still being offered and must not be overwritten.
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
    const end = keepsLate(keep)
    return () => {
      clearInterval(timer)
      end()
      keep()
      // The page was left on purpose. It did not die, so the draft is offered next time and not restored without asking.
      keepTyped(key, null)
    }
  }, [key, where])

  return {
    offered,
    keptAt,
    take: () => setOffered(null),
    forget() {
      // The values are saved now: mark them as written, so that the last save on leaving does not store them as a draft again.
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
  // Written by another version of the form: cannot be restored.
  return values.success ? { values: values.data, at: String(kept.at), again } : null
}
