import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Brings a form to the front as it is before anybody touched it. */
type Opening = {
  page: Page
  again: () => Promise<void>
  /** It stands over the page, so Esc closes it. */
  over: boolean
  /** Ctrl Enter does the act; Ctrl Z takes it back. */
  undo?: boolean | undefined
  /** What is typed is to be kept. */
  keeps?: boolean | undefined
  /** So many fields, where the rest are of the same kind. */
  only?: number | undefined
}

type Found = { label: string; list: boolean; text: boolean; open: boolean }

/**
 * What was wrong when Enter, F4, Ctrl Enter and Esc were pressed in each field: nothing happened, a list that Esc closed took the form
 * with it, the form was gone without the question although something was typed, or the focus was lost.
 */
export async function faultsOf({
  page,
  again,
  over,
  undo,
  keeps = true,
  only = Number.POSITIVE_INFINITY,
}: Opening): Promise<string[]> {
  const faults: string[] = []
  let fresh = false
  const anew = async () => {
    await again()
    await expect.poll(() => fieldsOf(page)).toBeGreaterThan(0)
    await page.keyboard.press('Shift')
    fresh = true
    return fieldsOf(page)
  }
  const fields = await anew()
  const last = Math.min(fields, only)
  /** Puts the cursor in a field of the form as it stands; a form that has changed or ended is opened anew. */
  async function goTo(at: number): Promise<Found | null> {
    // What the key before has sent may still end the form; a key waits for its answer.
    await page.keyboard.press('Shift')
    if (!fresh && !(await stands(page, fields)) && (await anew()) <= at) return null
    await focusField(page, at)
    await page.keyboard.press('Shift')
    return foundAt(page, at)
  }
  /** What a key starts may take a moment to show; what is dead stays as it is. */
  async function isHeard(at: number, key: string): Promise<boolean> {
    if (await changes(page, key, fresh)) return true
    if (fresh || (await anew()) <= at) return fresh === false
    await focusField(page, at)
    await page.keyboard.press('Shift')
    return changes(page, key, true)
  }
  for (let at = 0; at < last; at += 1) {
    for (const key of ['Enter', 'F4', 'Control+Enter', 'Escape']) {
      const found = await goTo(at)
      if (!found) continue
      const fault = (words: string) => faults.push(`${found.label}: ${words}`)
      if (key === 'F4') {
        if (found.list && !found.open && !(await isHeard(at, key))) fault('F4 opens nothing')
        if (found.list) await soon(async () => (await foundAt(page, at)).open)
        // Elsewhere it may be a key of the page.
        await page.keyboard.press(found.list ? 'Escape' : key)
        if (!(found.list ? await soon(() => stands(page, fields)) : await isThere(page)))
          fault('F4, or Esc in its list, ends the form')
      } else if (key === 'Escape') {
        if (over && !(await isHeard(at, key))) fault('Escape does nothing')
        if (over && (await isFocusLost(page))) fault('Escape loses the focus')
      } else if (!(await isHeard(at, key))) fault(`${key} does nothing`)
      // What Enter or Ctrl Enter did is taken back at once, so that the same can be done again.
      if (undo && key !== 'Escape' && !(await stands(page, fields))) {
        await takeBack(page)
        if ((await anew()) !== fields) fault(`${key}, then Ctrl Z: not as it was`)
      }
      fresh = false
    }
  }
  for (let at = 0; at < last; at += 1) {
    const found = await goTo(at)
    fresh = false
    if (!found?.text || !keeps) continue
    const stays = await staysTyped(page, at)
    if (stays === null) continue
    if (!stays) faults.push(`${found.label}: Escape throws away what was typed`)
    break
  }
  return faults
}

/** All the fields of the form in front, by their place; those of a filter or a search are none. */
function fieldsOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scope =
      [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1) ?? document.querySelector('main')
    const all = [...(scope?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])].filter(one => {
      if (one.closest('header') || one.disabled || one.type === 'file') return false
      // What only chooses from a list takes no letters.
      if (one.readOnly && one.getAttribute('aria-haspopup') === null) return false
      return one.tabIndex >= 0 && one.checkVisibility()
    })
    Object.assign(window, { fields: all, address: location.hash })
    return all.length
  })
}

/** The form as `fieldsOf` saw it is still in front, and nothing over it. */
function stands(page: Page, fields: number): Promise<boolean> {
  return page.evaluate(count => {
    const { fields: all, address } = window as unknown as { fields: HTMLElement[]; address: string }
    const scope = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1)
    const inFront = scope === undefined || all.every(one => scope.contains(one))
    const asked = document.querySelector('[role=dialog] [role=alert]')?.textContent === 'Yang diketik belum disimpan.'
    return (
      all.length === count && inFront && !asked && address === location.hash && all.every(one => one.checkVisibility())
    )
  }, fields)
}

/** Nothing of it was thrown away, whatever stands over it now. */
function isThere(page: Page): Promise<boolean> {
  return page.evaluate(() => (window as unknown as { fields: HTMLElement[] }).fields.every(one => one.isConnected))
}

function focusField(page: Page, at: number): Promise<void> {
  return page.evaluate(place => (window as unknown as { fields: HTMLElement[] }).fields[place]?.focus(), at)
}

function foundAt(page: Page, at: number): Promise<Found> {
  return page.evaluate(place => {
    const field = (window as unknown as { fields: HTMLInputElement[] }).fields[place]
    const list = field?.getAttribute('role') === 'combobox' || field?.getAttribute('aria-haspopup') !== null
    return {
      label: field?.labels?.[0]?.innerText || field?.getAttribute('aria-label') || String(place),
      list,
      // Some lists open when they get the focus.
      open: field?.getAttribute('aria-expanded') === 'true',
      text: !list && !field?.readOnly && (field?.tagName === 'TEXTAREA' || field?.type === 'text'),
    }
  }, at)
}

/** Presses a key and says whether somebody at the screen sees that it was heard. */
async function changes(page: Page, key: string, patient: boolean): Promise<boolean> {
  const before = await look(page)
  // A window of the system that asks for a file stands outside of the page.
  let asksFile = false
  page.once('filechooser', () => {
    asksFile = true
  })
  await page.keyboard.press(key)
  await page.keyboard.press('Shift')
  const changed = async () => asksFile || (await look(page)) !== before
  return patient ? soon(changed) : changed()
}

/** Whether it becomes true while somebody looks. */
function soon(what: () => Promise<boolean>): Promise<boolean> {
  return expect
    .poll(what, { timeout: 1500 })
    .toBe(true)
    .then(
      () => true,
      () => false,
    )
}

function look(page: Page): Promise<string> {
  return page.evaluate(() => {
    const here = document.activeElement
    return JSON.stringify([
      location.hash,
      here === null ? -1 : [...document.querySelectorAll('*')].indexOf(here),
      here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? here.value : '',
      document.querySelectorAll('[aria-expanded=true]').length,
      document.querySelectorAll('[role=dialog]').length,
      document.body.innerText,
    ])
  })
}

/** Once a dialog is gone the focus stands on something that keys can go on from. */
async function isFocusLost(page: Page): Promise<boolean> {
  return soon(() =>
    page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body),
  ).then(kept => !kept)
}

/** Types into a field and presses Esc: the text stands there still, whatever is asked. Null where the field takes no letters. */
async function staysTyped(page: Page, at: number): Promise<boolean | null> {
  await page.keyboard.type('Siti')
  const stands = () =>
    page.evaluate(place => {
      const field = (window as unknown as { fields: HTMLInputElement[] }).fields[place]
      return field?.isConnected === true && /siti/i.test(field.value)
    }, at)
  if (!(await stands())) return null
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift')
  return stands()
}

/** The last act is taken back by Ctrl Z also when its message has gone. */
async function takeBack(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Shift')
}
