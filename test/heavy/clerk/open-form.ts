import type { Page } from 'playwright-core'
import type { Form } from './forms.ts'
import { takeStep, untilFocusInFront } from './take-step.ts'

/** Opens the form from another page, so that nothing of the last key press is left. `beforeLast` runs before its last step. */
export async function openForm(page: Page, form: Form, beforeLast?: () => Promise<unknown>): Promise<void> {
  const go = (path: string) =>
    page.evaluate(to => {
      location.hash = to
    }, path)
  // A question about unsaved input covers every page; close it first.
  if ((await page.getByRole('dialog').count()) > 1) await page.keyboard.press('Escape')
  const discard = page.getByRole('button', { name: 'Buang isian' })
  if (await discard.isVisible()) await discard.click()
  await go('/uji-bnsp')
  const between = page.getByRole('heading', { level: 1, name: /^Uji/ })
  const leave = page.getByRole('button', { name: 'Tinggalkan tanpa menyimpan' })
  await between.or(leave).first().waitFor()
  if (await leave.isVisible()) await leave.click()
  await between.waitFor()
  // Close the old message: the same message again would look as if the key did nothing.
  const message = page.getByRole('button', { name: 'Tutup pesan' })
  if (await message.isVisible()) await message.click()
  await go(form.path)
  await page.getByRole('heading', { level: 1, name: /^(?!Uji)/ }).waitFor()
  if (form.open) await page.waitForFunction(() => document.activeElement?.closest('main'))
  for (const [at, step] of (form.open ?? []).entries()) {
    if (at + 1 === form.open?.length) await beforeLast?.()
    await takeStep(page, step)
  }
  if (form.open && !form.inPage) await page.getByRole('dialog').first().waitFor()
  await untilFocusInFront(page)
}
