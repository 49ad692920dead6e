import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What axe finds wrong on the page as it stands, but for what is left out (a CSS selector): 'color-contrast: .badge'. The source is
 * brought in once a page load; the Playwright binding of axe brings it in at each look and opens a second page, ten times as slow.
 */
export async function axeViolations(page: Page, without?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  return page.evaluate(async selector => {
    const { axe } = window as unknown as { axe: typeof axeCore }
    const context = selector === undefined ? document : { exclude: [[selector]] }
    // No rule of ours reads style sheets, and fetching them again is a fifth of the look.
    const { violations } = await axe.run(context, { resultTypes: ['violations'], preload: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
  }, without)
}
