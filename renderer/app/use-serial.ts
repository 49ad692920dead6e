import { useCallback, useRef } from 'react'

/**
 * Runs steps one after the other, in the order in which they were asked for. For grids that save themselves: they are
 * typed into faster than a command answers, and a command on its way does not take a second input.
 */
export function useSerial(): <Result>(step: () => Promise<Result>) => Promise<Result> {
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(step => {
    const next = last.current.then(step)
    last.current = next.catch(() => {})
    return next
  }, [])
}
