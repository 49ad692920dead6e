import type { Page } from 'playwright-core'
import { settle } from './patient-keyboard.ts'

/** No date, no number, no name that a list knows. */
const wrong = '99/99/99'

/**
 * Empties each field of the front form and leaves it, then types a wrong value and leaves it again. Returns the controls that moved by more
 * than one pixel, with what was done before. A text that takes more lines may push what is below it.
 */
export async function movedControls(page: Page, only = Number.POSITIVE_INFINITY): Promise<string[]> {
  const moved: string[] = []
  // Answers may add to the form.
  await settle(page)
  const fields = Math.min(await remember(page), only)
  for (let at = 0; at < fields; at += 1) {
    const label = await enter(page, at)
    if (label === null) continue
    const look = async (what: string) => {
      for (const words of await movesSince(page)) moved.push(`${label} ${what}: ${words}`)
    }
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await look('emptied')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift')
    await look('left empty')
    moved.push(...(await coveredByMessages(page)))
    if ((await enter(page, at)) === null) continue
    await page.keyboard.type(wrong)
    await look('typed')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift')
    await look('left wrong')
    moved.push(...(await coveredByMessages(page)))
  }
  return moved
}

/** Remembers the fields of the front form that take letters, and where each control stands. */
function remember(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scope =
      [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1) ?? document.querySelector('main')
    const controls = [...(scope?.querySelectorAll<HTMLElement>('input, textarea, button') ?? [])].filter(
      one => one.checkVisibility() && !one.closest('header, table, [role=grid], [role=table], [role=listbox]'),
    )
    const fields = controls.filter(
      one =>
        (one instanceof HTMLInputElement && ['text', 'tel', 'password', 'number'].includes(one.type)) ||
        one instanceof HTMLTextAreaElement,
    ) as HTMLInputElement[]
    Object.assign(window, { remembered: { fields: fields.filter(one => !one.disabled && !one.readOnly), controls } })
    return fields.filter(one => !one.disabled && !one.readOnly).length
  })
}

/** Focuses a field and takes the places of all controls. Null where the field is gone. */
function enter(page: Page, at: number): Promise<string | null> {
  return page.evaluate(place => {
    const { remembered } = window as unknown as { remembered: { fields: HTMLInputElement[]; controls: HTMLElement[] } }
    const field = remembered.fields[place]
    if (!field?.isConnected) return null
    field.focus()
    for (const one of document.querySelectorAll('*')) one.scrollTop = 0
    const places = new Map<HTMLElement, DOMRect>()
    for (const one of remembered.controls)
      if (one.isConnected && one.checkVisibility()) places.set(one, one.getBoundingClientRect())
    Object.assign(remembered, { places, height: field.offsetHeight, field })
    return field.labels?.[0]?.innerText || field.getAttribute('aria-label') || String(place)
  }, at)
}

/** What has moved since the field was entered. */
function movesSince(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const { remembered } = window as unknown as {
      remembered: { field: HTMLElement; height: number; places: Map<HTMLElement, DOMRect> }
    }
    if (remembered.field.offsetHeight !== remembered.height) return []
    for (const one of document.querySelectorAll('*')) one.scrollTop = 0
    const moved: string[] = []
    for (const [control, before] of remembered.places) {
      if (!control.isConnected || !control.checkVisibility()) continue
      const now = control.getBoundingClientRect()
      const [down, right] = [Math.round(now.top - before.top), Math.round(now.left - before.left)]
      if (Math.abs(down) <= 1 && Math.abs(right) <= 1) continue
      const name =
        (control as HTMLInputElement).labels?.[0]?.innerText ||
        control.getAttribute('aria-label') ||
        control.textContent ||
        control.tagName
      moved.push(`${name} by ${right}, ${down}`)
    }
    return moved
  })
}

/** Labels and fields that a message of another field lies on. The message of the field with the focus or the pointer may, for it is shown whole. */
function coveredByMessages(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scope =
      [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1) ?? document.querySelector('main')
    const messages = [...(scope?.querySelectorAll('.mantine-InputWrapper-error, [data-warning]') ?? [])]
    return messages.flatMap(message => {
      const own = message.closest('.mantine-InputWrapper-root')
      if (!own || own.matches(':focus-within, :hover') || !message.checkVisibility()) return []
      const box = message.getBoundingClientRect()
      const others = [...(scope?.querySelectorAll('label, input, textarea') ?? [])]
      return others
        .filter(one => !own.contains(one) && one.checkVisibility())
        .filter(one => {
          const { top, bottom, left, right } = one.getBoundingClientRect()
          return box.bottom > top + 2 && box.top < bottom - 2 && box.right > left + 1 && box.left < right - 1
        })
        .map(one => `“${message.textContent}” lies on ${one.textContent || one.getAttribute('aria-label')}`)
    })
  })
}

/** The controls of the front form that moved when its main act was refused. */
export async function movedByRefusal(page: Page): Promise<string[]> {
  await remember(page)
  await page.evaluate(() => {
    const { remembered } = window as unknown as { remembered: { controls: HTMLElement[] } }
    const places = new Map(remembered.controls.map(one => [one, one.getBoundingClientRect()]))
    const field = remembered.controls[0]
    Object.assign(remembered, { places, field, height: field?.offsetHeight })
  })
  await page.keyboard.press('Control+Enter')
  await page.locator('[role=dialog][aria-modal=true] [role=alert]').waitFor({ timeout: 5000 })
  return movesSince(page)
}

/**
 * The fields of the front form that move by more than one pixel until its answers have come, each after `delay` ms: until none has come for
 * twice as long. Looks at every frame. The buttons at the foot may go down as the form grows.
 */
export function watchFields(page: Page, delay: number): Promise<string[]> {
  return page.evaluate(async longest => {
    const moved = new Set<string>()
    const places = new Map<Element, DOMRect>()
    // Else the list of answers may be full.
    performance.clearResourceTimings()
    const answers = () => performance.getEntriesByType('resource').length
    let [seen, quietSince] = [0, performance.now()]
    while (performance.now() - quietSince < longest) {
      // After the frame, in which the dialog puts itself in its place.
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
      if (answers() !== seen) [seen, quietSince] = [answers(), performance.now()]
      const front = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1)
      for (const field of front?.querySelectorAll<HTMLInputElement>('input, textarea') ?? []) {
        if (!field.checkVisibility()) continue
        const now = field.getBoundingClientRect()
        const before = places.get(field) ?? now
        places.set(field, before)
        const [right, down] = [Math.round(now.left - before.left), Math.round(now.top - before.top)]
        const name = field.labels?.[0]?.innerText || field.getAttribute('aria-label') || field.placeholder
        if (Math.abs(right) > 1 || Math.abs(down) > 1) moved.add(`${name} by ${right}, ${down}`)
      }
    }
    return [...moved]
  }, 2 * delay)
}
