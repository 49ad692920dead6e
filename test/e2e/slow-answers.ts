import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page, Route } from 'playwright-core'

/**
 * Answers of an operation, as 'trainee/list', come half a second late, or `delay` ms, until the returned function is called. Keys of `page.keyboard` wait
 * for answers; those of a locator do not.
 */
export async function slowAnswers(page: Page, operation: string, delay = 500): Promise<() => Promise<void>> {
  const url = new RegExp(`/rpc/${operation}(\\?|$)`)
  await page.route(url, late(delay))
  return () => page.unroute(url)
}

/**
 * With BALAI_SLOW=150 every answer comes that many milliseconds late. A test that passes only without it relies on an answer that it did not
 * wait for, or the page loses something until then.
 */
export async function slowAllAnswers(context: BrowserContext): Promise<void> {
  const milliseconds = Number(process.env.BALAI_SLOW ?? 0)
  if (milliseconds === 0) return
  await context.route('**/rpc/**', late(milliseconds))
}

const late = (milliseconds: number) => async (route: Route) => {
  await pause(milliseconds)
  // The page may have closed meanwhile.
  await route.continue().catch(() => {})
}
