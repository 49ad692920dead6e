import type { Page } from 'playwright-core'
import { formFile } from './form-centres.ts'

/** Does one step of `Form.open`. */
export async function takeStep(page: Page, step: string): Promise<void> {
  const words = step.slice(1)
  const begins = new RegExp(`^${words}`)
  await untilFocusInFront(page)
  if (step.startsWith('@'))
    await page
      .getByRole('combobox', { name: begins })
      .or(page.getByRole('textbox', { name: begins }))
      .first()
      .focus()
  else if (step.startsWith('"')) await typeWords(page, words)
  else if (step.startsWith('~')) await page.getByRole('row', { name: new RegExp(words) }).focus()
  else if (step.startsWith('+')) await page.getByLabel(words, { exact: true }).setInputFiles(formFile)
  else if (step.startsWith(':'))
    await page.locator('button, a, label, tr, [role=menuitem], [role=row]').filter({ hasText: begins }).first().click()
  else await page.keyboard.press(step)
}

/** Whether a step is a key; such a step leaves the focus in place until the form opens. */
export function isKey(step: string | undefined): boolean {
  return step !== undefined && !/^[:@"~+]./.test(step)
}

/** In a list somebody sees which choice Enter would take before pressing it. */
async function typeWords(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words)
  const inList = await page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup') === 'listbox')
  if (inList) await page.locator('[role=option][data-combobox-selected]').first().waitFor()
}

/** A form takes the focus a moment after it has come. What is typed or chosen before that would land elsewhere. */
export async function untilFocusInFront(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const front = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1)
    return front === undefined || front.contains(document.activeElement)
  })
}
