import { bringsItsOwn, unpackChromium } from './browser.ts'

/** Runs once before the workers of the screen tests start. */
export default async function unpackBrowser(): Promise<void> {
  if (bringsItsOwn) await unpackChromium()
}
