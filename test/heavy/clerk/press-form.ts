import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** How to open a form in its initial state, and what to expect of it. */
type Opening = {
  page: Page
  again: () => Promise<void>
  /** It lies over the page, so Esc closes it. */
  over: boolean
  /** Ctrl Enter works on the untouched form; Ctrl Z undoes it. */
  undo?: boolean | undefined
  /** Typed text must survive Esc; true by default. */
  keeps?: boolean | undefined
  /** Test only so many fields, because the others are of the same kind. */
  only?: number | undefined
}

type Found = { label: string; list: boolean; text: boolean; open: boolean }

/**
 * Presses Enter, F4, Ctrl Enter and Esc in each field. Returns the faults: a key did nothing, Esc in a list closed the whole form, typed
 * text was dropped without a question, or the focus was lost.
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
  /** Focuses a field of the present form; a form that has changed or closed is opened again. */
  async function goTo(at: number): Promise<Found | null> {
    // The previous key may still close the form when its answer arrives; pressing Shift waits for that.
    await page.keyboard.press('Shift')
    if (!fresh && !(await stands(page, fields)) && (await anew()) <= at) return null
    await focusField(page, at)
    await page.keyboard.press('Shift')
    return foundAt(page, at)
  }
  /** Whether a key does something. A key that seems to do nothing is tried once more on a fresh form, with time to show its effect. */
  async function hasEffect(at: number, key: string): Promise<boolean> {
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
        if (found.list && !found.open && !(await hasEffect(at, key))) fault('F4 opens nothing')
        if (found.list) await soon(async () => (await foundAt(page, at)).open)
        // In fields without a list F4 may be a key of the page.
        await page.keyboard.press(found.list ? 'Escape' : key)
        if (!(found.list ? await soon(() => stands(page, fields)) : await isThere(page)))
          fault('F4, or Esc in its list, ends the form')
      } else if (key === 'Escape') {
        if (over && !(await hasEffect(at, key))) fault('Escape does nothing')
        if (over && (await isFocusLost(page))) fault('Escape loses the focus')
      } else if (!(await hasEffect(at, key))) fault(`${key} does nothing`)
      // Undo what Enter or Ctrl Enter did, so that it can be done again.
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

/** Remembers all fields of the front form in the page, and returns their number. Fields of filters and searches are left out. */
function fieldsOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scope =
      [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1) ?? document.querySelector('main')
    const all = [...(scope?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])].filter(one => {
      if (one.closest('header') || one.disabled || one.type === 'file') return false
      // Read-only inputs that only choose from a list take no letters.
      if (one.readOnly && one.getAttribute('aria-haspopup') === null) return false
      return one.tabIndex >= 0 && one.checkVisibility()
    })
    // What is typed in a search comes into the address a moment later, so only the page counts.
    Object.assign(window, { fields: all, path: location.hash.split('?')[0] })
    return all.length
  })
}

/** Whether the form that `fieldsOf` saw is still in front and unchanged. */
function stands(page: Page, fields: number): Promise<boolean> {
  return page.evaluate(count => {
    const { fields: all, path } = window as unknown as { fields: HTMLElement[]; path: string }
    const scope = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1)
    const inFront = scope === undefined || all.every(one => scope.contains(one))
    const hasQuestion = document.querySelector('[role=dialog] [role=alert]')?.textContent === 'Isian belum disimpan.'
    return (
      all.length === count &&
      inFront &&
      !hasQuestion &&
      path === location.hash.split('?')[0] &&
      all.every(one => one.checkVisibility())
    )
  }, fields)
}

/** Whether all fields still exist, even if something covers them. */
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
      // Some lists open as soon as they have the focus.
      open: field?.getAttribute('aria-expanded') === 'true',
      text: !list && !field?.readOnly && (field?.tagName === 'TEXTAREA' || field?.type === 'text'),
    }
  }, at)
}

/** Presses a key and returns whether the screen shows any effect. */
async function changes(page: Page, key: string, patient: boolean): Promise<boolean> {
  const before = await look(page)
  // A file dialog of the system is not part of the page.
  let asksFile = false
  page.once('filechooser', () => {
    asksFile = true
  })
  await page.keyboard.press(key)
  await page.keyboard.press('Shift')
  const changed = async () => asksFile || (await look(page)) !== before
  return patient ? soon(changed) : changed()
}

/** Whether it becomes true within 1.5 seconds. */
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

/** After a dialog closes, the focus must be on an element, not on the body. */
async function isFocusLost(page: Page): Promise<boolean> {
  return soon(() =>
    page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body),
  ).then(kept => !kept)
}

/**
 * Types into a field and presses Esc: the text must still be there, even if a question covers it. Null where the field takes no letters.
 */
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

/** Ctrl Z undoes the last act, even after its message is gone. */
async function takeBack(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Shift')
}
