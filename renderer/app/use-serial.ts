import { useCallback, useRef } from 'react'
import { connection } from './desk/connection.ts'

/**
 * Runs steps one after the other, in the order of the calls. For grids that save themselves, where people type faster than a command answers. While a
 * desk is offline all steps go to its connection at once, which keeps their order.
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

/**
 * Resolves when the step ends, or at once while the host is away: the next step must also be stored on the disk of this desk, and the connection
 * keeps the order.
 */
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
