import type { BrowserContext } from 'playwright-core'

/**
 * A message stands for five seconds in place of the facts under the title, ten where it can be undone. Whoever reads the facts would
 * wait for its end in half of the tests, so here messages stand a third of that.
 */
export async function shortenMessages(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const wait = window.setTimeout.bind(window)
    const shortened = (work: TimerHandler, milliseconds?: number, ...rest: unknown[]) =>
      wait(work, milliseconds === 5000 || milliseconds === 10_000 ? milliseconds / 3 : milliseconds, ...rest)
    window.setTimeout = shortened as typeof window.setTimeout
  })
}
