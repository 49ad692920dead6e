import type { Page, Request } from 'playwright-core'

/** Waits until all answers have come and are drawn. Shift does nothing by itself, but the patient keyboard waits before it. */
export const settle = (page: Page): Promise<void> => page.keyboard.press('Shift')

/** Milliseconds after which a key is pressed although the page is still busy. */
const patience = 3000

/**
 * Makes each key of `page.keyboard`, and `page.reload`, wait as a person would who looks first: until no request is open and the page has drawn
 * the answer. Within one `type` it does not wait, so that a test can type faster than the page answers.
 */
export function patientKeyboard(page: Page): void {
  const open = new Set<Request>()
  page.on('request', request => {
    if (request.url().includes('/rpc')) open.add(request)
  })
  page.on('requestfinished', request => open.delete(request))
  page.on('requestfailed', request => open.delete(request))

  async function settled(): Promise<void> {
    const end = Date.now() + patience
    for (;;) {
      // Two turns: the answer is rendered in the first one and moves the focus in the second.
      await page.evaluate(() => new Promise<void>(done => setTimeout(() => setTimeout(() => done()))))
      if (open.size === 0 || Date.now() > end) return
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }

  const { keyboard } = page
  const press = keyboard.press.bind(keyboard)
  const type = keyboard.type.bind(keyboard)
  keyboard.press = async (key, options) => {
    await settled()
    await press(key, options)
  }
  const reload = page.reload.bind(page)
  page.reload = async options => {
    await settled()
    return reload(options)
  }
  keyboard.type = async (text, options) => {
    await settled()
    await type(text, options)
  }
}
