import type { Page } from 'playwright-core'
import { samplePassword, samplePerson } from '../../electron/backend/sample/sample-centre.ts'

/** Signs in by the form if there is one; the first start and error pages come before it. */
export async function signIn(page: Page, name = samplePerson, password = samplePassword): Promise<void> {
  await page
    .locator('h1', { hasNotText: /^Balai$/ })
    .first()
    .waitFor()
  const signInHeading = page.getByRole('heading', { name: 'Siapa yang bekerja?' })
  if (!(await signInHeading.isVisible())) return
  await page.getByRole('region', { name: 'PIN atau sandi' }).waitFor()
  const names = page.getByLabel('Ketik nama')
  if (await names.isVisible()) await names.fill(name)
  await page.getByLabel('Sandi', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await signInHeading.waitFor({ state: 'detached' })
}

/** The last step of the first start: types the password of the first account twice. */
export async function chooseFirstPassword(page: Page): Promise<void> {
  for (const label of ['Sandi baru', 'Ketik sekali lagi']) await page.getByLabel(label).fill(samplePassword)
  await page.keyboard.press('Control+Enter')
}

/** Types the password again where it is required before an irreversible act. */
export async function confirmPassword(page: Page, password = samplePassword): Promise<void> {
  await page.getByLabel('PIN atau sandi Anda').fill(password)
  await page.keyboard.press('Enter')
}
