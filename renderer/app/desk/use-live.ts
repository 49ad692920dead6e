import { getEventMeta } from '@orpc/client'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client } from '../client.ts'

/**
 * Ms within which a page reads changes of others. Random, so that desks do not read all at once, and grouped, so that not each change causes a read.
 */
const [soonest, latest] = [150, 1000]
const pauseAfterError = 2000

/** Reads open pages again when another person changed what they show. Forms keep their values. */
export function useLive(enabled: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!enabled) return
    const stop = new AbortController()
    void listen(queries, stop.signal)
    return () => stop.abort()
  }, [enabled, queries])
}

async function listen(queries: QueryClient, signal: AbortSignal): Promise<void> {
  const stale = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastEventId: string | undefined
  function readAgain() {
    timer = undefined
    const operations = new Set(stale)
    stale.clear()
    void queries.invalidateQueries({
      predicate: ({ queryKey: [path] }) =>
        operations.has('*') || (Array.isArray(path) && operations.has(path.join('.'))),
    })
  }
  while (!signal.aborted) {
    try {
      const news = await client.desk.live({}, { signal, ...(lastEventId !== undefined && { lastEventId }) })
      for await (const event of news) {
        lastEventId = getEventMeta(event)?.id ?? lastEventId
        for (const operation of event.stale) stale.add(operation)
        if (stale.size > 0) timer ??= setTimeout(readAgain, soonest + Math.random() * (latest - soonest))
      }
    } catch {
      // The stream ended, was locked or signed out: try again while the page is open.
    }
    if (!signal.aborted) await new Promise(resolve => setTimeout(resolve, pauseAfterError))
  }
  clearTimeout(timer)
}
