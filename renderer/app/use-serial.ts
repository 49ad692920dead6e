import { useCallback, useRef } from 'react'
import { connection } from './desk/connection.ts'

/**
 * Runs steps one after the other, in the order in which they were asked for. For grids that save themselves: they are
 * typed into faster than a command answers. While the host of a desk is away they are all handed to its line, which keeps their order.
 */
export function useSerial(): <Result>(step: () => Promise<Result>) => Promise<Result> {
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(step => {
    const before = last.current
    const next = endedOrLost(before).then(step)
    last.current = Promise.allSettled([before, next])
    return next
  }, [])
}

/** Ends with a step, or at once while the host is away: then the next one lies on the disk of this desk too, and the line keeps their order. */
function endedOrLost(step: Promise<unknown>): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (connection.state().lostAt !== null) done()
    }
    const leave = connection.subscribe(look)
    function done() {
      leave()
      resolve()
    }
    step.then(done, done)
    look()
  })
}
