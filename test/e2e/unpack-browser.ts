import { bringsItsOwn, unpackChromium } from './browser.ts'

/** Before the workers of the screen tests begin. */
export default async function unpackBrowser(): Promise<void> {
  if (bringsItsOwn) await unpackChromium()
}
