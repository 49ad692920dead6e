import type { Backend } from '../backend/create-backend.ts'

/** The actor of these entries in the history. */
const sender = 'Pengiriman ke Pusat'
/** Milliseconds between two runs while all is well, and the longest pause while the hub is not reached. */
const usualPause = 60_000
const longestPause = 30 * 60_000

/**
 * Sends waiting facts to the hub, again and again while the program runs; without internet the pauses only become longer. Does nothing for a centre
 * without a hub. Returns a function that stops it.
 */
export function keepSending(backend: Backend): () => void {
  let pause = usualPause
  let timer = setTimeout(run, usualPause / 4)
  timer.unref()
  let stopped = false

  async function run(): Promise<void> {
    try {
      const { workspace } = backend
      if (!workspace.openingError && !workspace.inPractice) {
        const client = backend.actingAs(sender)
        const { link } = await client.hub.status({})
        if (link) {
          const { trouble } = await client.hub.send({})
          pause = trouble === null ? usualPause : Math.min(longestPause, pause * 2)
        }
      }
    } catch {
      // The data is being restored or closed: the next run finds out.
      pause = Math.min(longestPause, pause * 2)
    }
    if (stopped) return
    // Random, so that not all centres of a province send at the same second.
    timer = setTimeout(run, pause * (0.75 + Math.random() / 2))
    timer.unref()
  }

  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
