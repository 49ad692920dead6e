import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/**
 * Answers of an operation, as 'trainee/list', come half a second late, or `delay` ms, until the returned function is called. Keys of `page.keyboard` wait
 * for answers; those of a locator do not.
 */
export async function slowAnswers(page: Page, operation: string, delay = 500): Promise<() => Promise<void>> {
  const url = new RegExp(`/rpc/${operation}(\\?|$)`)
  await page.route(url, async route => {
    await pause(delay)
    await route.continue().catch(() => {})
  })
  return () => page.unroute(url)
}
