import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/**
 * Milliseconds of CPU that the thread was held at a time while `work` ran, at most. Not by the clock: others share the machine, and a
 * test that waits for its turn would look like one that is held. What earlier tests left is collected before, or it would be here.
 */
export async function longestSlice(work: () => Promise<unknown>): Promise<number> {
  collectGarbage()
  let longest = 0
  let running = true
  const watching = (async () => {
    while (running) {
      const before = process.threadCpuUsage()
      await new Promise(resolve => setImmediate(resolve))
      const used = process.threadCpuUsage(before)
      longest = Math.max(longest, (used.user + used.system) / 1000)
    }
  })()
  try {
    await work()
  } finally {
    running = false
    await watching
  }
  return longest
}
