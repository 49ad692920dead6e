import type { BrowserContext, Page } from 'playwright-core'
import { browserWith } from './browser.ts'
import { patientKeyboard } from './patient-keyboard.ts'

/** Another computer of the office: its own browser, which trusts the certificate of the host. */
export type DeskPage = { readonly page: Page; readonly context: BrowserContext }

export async function openDesk(address: string): Promise<DeskPage> {
  const browser = await browserWith()
  const context = await browser.newContext({
    viewport: { width: 1366, height: 690 },
    locale: 'id-ID',
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: true,
  })
  return { page: await openPage(context, address), context }
}

/** A new window of the same browser, as after a crash. */
export async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  patientKeyboard(page)
  await page.goto(address)
  return page
}

/** A new pairing code, read from the screen of the main computer. */
export async function newCode(main: Page): Promise<string> {
  const before = await main.locator('[class*=code]').allTextContents()
  await main.getByRole('button', { name: 'Kode baru' }).click()
  await main.waitForFunction(old => {
    const [shown] = [...document.querySelectorAll('p')].filter(one => /^\d{3} \d{3}$/.test(one.textContent ?? ''))
    return shown !== undefined && !old.includes(shown.textContent ?? '')
  }, before)
  const shown = await main
    .locator('p')
    .filter({ hasText: /^\d{3} \d{3}$/ })
    .textContent()
  return (shown ?? '').replace(' ', '')
}

export async function typeCode(desk: Page, code: string, name: string): Promise<void> {
  await desk.getByLabel('Nama meja ini').fill(name)
  await desk.locator('input[inputmode="numeric"]').first().focus()
  await desk.keyboard.type(code)
}

/** Pairs a desk as people do: code, the same four words on both screens, approval on the main computer. */
export async function pair(main: Page, desk: Page, name: string): Promise<void> {
  await typeCode(desk, await newCode(main), name)
  const here = desk.getByRole('region', { name: 'Empat kata' }).getByRole('listitem')
  await here.first().waitFor()
  const request = main.getByRole('region', { name: `${name} ingin tersambung` })
  await request.waitFor()
  const [words, wordsThere] = [await here.allTextContents(), await request.getByRole('listitem').allTextContents()]
  if (words.join() !== wordsThere.join() || words.length !== 4)
    throw new Error(`other words: ${words.join(' ')} and ${wordsThere.join(' ')}`)
  await desk.getByRole('button', { name: 'Ya, sama' }).click()
  await request.getByRole('button', { name: 'Setujui meja' }).click()
}

/** Names of the forms whose text or draft the browser of this desk keeps, if they match. */
export async function keptTexts(desk: Page, form: RegExp): Promise<string[]> {
  const names = await desk.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('balai-meja-isian')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('isian').objectStore('isian').getAllKeys()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result.map(String))
          }
        }
      }),
  )
  return names.filter(name => form.test(name))
}
