import type { Page } from 'playwright-core'

/** Presses only keys and counts them as for a practised clerk: a chord counts once, typed text letter by letter. */
export function countedKeys(page: Page) {
  let count = 0
  return {
    get count() {
      return count
    },
    async press(...names: string[]) {
      for (const name of names) await page.keyboard.press(name)
      count += names.length
    },
    async type(text: string) {
      for (const letter of text) await page.keyboard.press(letter)
      count += text.length
    },
  }
}
