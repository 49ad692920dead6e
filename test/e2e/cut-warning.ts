import type { Locator, Page } from 'playwright-core'

/** What cannot be read of a warning while its field has neither focus nor pointer: its action, or the first `least` px of its sentence. */
export async function cutWarning(page: Page, action: Locator, least: number): Promise<string> {
  const focused = await page.evaluateHandle(() => document.activeElement as HTMLElement)
  await focused.evaluate(field => field.blur())
  await page.mouse.move(0, 0)
  const cut = await action.evaluate((button, most) => {
    const warning = button.closest('[data-warning]')
    const sentence = button.previousElementSibling
    if (!warning || !sentence) return 'no warning'
    const { left, right, bottom } = button.getBoundingClientRect()
    const seen = warning.getBoundingClientRect()
    if (left < seen.left || right > seen.right + 1 || bottom > seen.bottom + 1) return 'the action is cut'
    const { width, height } = sentence.getBoundingClientRect()
    if (height > 17) return 'more than one line'
    return Math.ceil(width) < Math.min(most, sentence.scrollWidth) ? `only ${width} px of the sentence` : ''
  }, least)
  await focused.evaluate(field => field.focus())
  return cut
}
