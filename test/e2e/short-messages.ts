import type { BrowserContext } from 'playwright-core'

/**
 * A message covers the facts under the title for five seconds, or ten where it can be undone. Half of the tests read those facts and would
 * wait, so in tests messages stay a third of that time.
 */
export async function shortenMessages(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const wait = window.setTimeout.bind(window)
    const shortened = (work: TimerHandler, milliseconds?: number, ...rest: unknown[]) =>
      wait(work, milliseconds === 5000 || milliseconds === 10_000 ? milliseconds / 3 : milliseconds, ...rest)
    window.setTimeout = shortened as typeof window.setTimeout
  })
}
