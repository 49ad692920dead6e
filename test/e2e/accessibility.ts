import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

/** Content belongs into a landmark. A tooltip is drawn outside of all, and is read with its button instead: axe knows no such exception. */
const regionRule = `axe.configure({
  checks: [{ id: 'region', options: { regionMatcher: 'dialog, [role=dialog], [role=alertdialog], svg, [role=tooltip]' } }],
})`

/**
 * The violations that axe finds on the page, except in `without` (a CSS selector), as 'color-contrast: .badge'. The axe source is loaded
 * once per page load. The Playwright binding of axe loads it at every check and opens a second page, which is ten times slower.
 */
export async function axeViolations(page: Page, without?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axeCore.source};${regionRule}`)
  return page.evaluate(async selector => {
    const { axe } = window as unknown as { axe: typeof axeCore }
    // A button that fades in has too little contrast for a moment. What moves with the scroll position never ends.
    const fading = document
      .getAnimations()
      .filter(
        one =>
          one.playState === 'running' &&
          one.timeline instanceof DocumentTimeline &&
          one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      )
    await Promise.allSettled(fading.map(one => one.finished))
    const context = selector === undefined ? document : { exclude: [[selector]] }
    // No rule of ours reads style sheets; fetching them again takes a fifth of the time.
    const { violations } = await axe.run(context, { resultTypes: ['violations'], preload: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
  }, without)
}
