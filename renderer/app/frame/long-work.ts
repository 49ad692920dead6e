import { useSyncExternalStore } from 'react'
import type { WorkProgress } from '../../../shared/operation.ts'
import { makeListeners } from '../../ui/feedback/listeners.ts'

export interface ShownWork extends WorkProgress {
  key: string
  title: string
  stop: () => unknown
}

/** Ms after which work is shown, and between two questions about its progress. */
const soon = 600
const often = 400

let shown: readonly ShownWork[] = []
const listeners = makeListeners()

function setState(next: readonly ShownWork[]) {
  shown = next
  listeners.tell()
}

/** Work of seconds in this window, oldest first. */
export function useLongWork(): readonly ShownWork[] {
  return useSyncExternalStore(listeners.subscribe, () => shown)
}

/** Shows work until it ends; `stop` is called by Hentikan. */
export function showWork(title: string, stop: () => unknown) {
  const key = crypto.randomUUID()
  return {
    say(progress: WorkProgress) {
      const work = { key, title, stop, ...progress }
      const known = shown.some(one => one.key === key)
      setState(known ? shown.map(one => (one.key === key ? work : one)) : [...shown, work])
    },
    end: () => setState(shown.filter(one => one.key !== key)),
  }
}

interface Asking {
  progress: (ticket: string) => Promise<WorkProgress | null>
  stop: (ticket: string) => Promise<unknown>
}

/** Runs a task of the backend under a ticket; shown with its progress as soon as it takes longer. */
export async function followWork<Output>(
  title: string,
  run: (ticket: string) => Promise<Output>,
  { progress, stop }: Asking,
): Promise<Output> {
  const ticket = crypto.randomUUID()
  const work = showWork(title, () => stop(ticket))
  let timer = setTimeout(ask, soon)
  let over = false
  async function ask() {
    // A lost answer says nothing: the task itself ends in its own words.
    const known = await progress(ticket).catch(() => null)
    if (over) return
    work.say(known ?? { done: 0, total: null })
    timer = setTimeout(ask, often)
  }
  try {
    return await run(ticket)
  } finally {
    over = true
    clearTimeout(timer)
    work.end()
  }
}
