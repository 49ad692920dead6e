import type { Page, Request } from 'playwright-core'

/** Milliseconds after which a key is pressed although the page still works: a person would not wait for ever either. */
const patience = 3000

/**
 * Makes `page.keyboard` press as a person does who looks before pressing: not while an answer is on its way, and not before the page
 * has drawn it. Within one `type` nothing is waited for, so that is how a test types faster than the page answers.
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
      // Two turns: what an answer brings is rendered in the first, and moves the focus in the second.
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
  keyboard.type = async (text, options) => {
    await settled()
    await type(text, options)
  }
}
