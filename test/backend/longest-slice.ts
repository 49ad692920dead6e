import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/**
 * The longest time in CPU milliseconds for which `work` blocked the thread. Not wall-clock time, because a test waiting for the processor
 * would look blocked. Garbage of earlier tests is collected first, so that it does not count.
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
