import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, startProgram } from '../../e2e/program.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'
import { type Form, forms } from './forms.ts'

let program: Program
const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
beforeAll(async () => {
  await threeCohorts(join(folder, 'data'))
  program = await startProgram('2024-12-30', { dataFolder: join(folder, 'data') })
})
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Fields of the form in front, by their place; those of a filter or a search are none. */
const count = (page: Page) =>
  page.evaluate(() => {
    const scope = document.querySelector('[role=dialog][aria-modal=true]') ?? document.querySelector('main')
    const all = [...(scope?.querySelectorAll<HTMLElement>('input, textarea') ?? [])].filter(one => {
      if (one.closest('header')) return false
      const field = one as HTMLInputElement
      return !field.disabled && !field.readOnly && field.type !== 'file' && one.tabIndex >= 0 && one.checkVisibility()
    })
    ;(window as unknown as { fields: HTMLElement[] }).fields = all
    return all.length
  })

/** All by which somebody at the screen sees that a key was heard. */
const look = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement
    const all = [...document.querySelectorAll('*')]
    return JSON.stringify([
      location.hash,
      here === null ? -1 : all.indexOf(here),
      here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? here.value : '',
      document.querySelectorAll('[aria-expanded=true]').length,
      document.querySelectorAll('[role=dialog]').length,
      document.body.innerText,
    ])
  })

/** Comes from another page, so that nothing of the press before is left. */
async function open(page: Page, form: Form): Promise<number> {
  const go = (path: string) =>
    page.evaluate(to => {
      location.hash = to
    }, path)
  await go('/sertifikat/kunci')
  const between = page.getByRole('heading', { level: 1, name: /kunci/i })
  const leave = page.getByRole('button', { name: 'Tinggalkan tanpa menyimpan' })
  await between.or(leave).first().waitFor()
  if (await leave.isVisible()) await leave.click()
  await between.waitFor()
  // The same message again would look like a key that was not heard.
  const message = page.getByRole('button', { name: 'Tutup pesan' })
  if (await message.isVisible()) await message.click()
  await go(form.path)
  await page.getByRole('heading', { level: 1, name: /^(?!.*kunci)/i }).waitFor()
  if (form.open) await page.waitForFunction(() => document.activeElement?.closest('main'))
  for (const key of form.open ?? []) await page.keyboard.press(key)
  if (form.open && !form.inPage) await page.getByRole('dialog').first().waitFor()
  await expect.poll(() => count(page)).toBeGreaterThan(0)
  await page.keyboard.press('Shift')
  return count(page)
}

it.each(forms)('no key is dead in: $name', async form => {
  const { page } = program
  const dead: string[] = []
  const fields = await open(page, form)
  for (let at = 0; at < fields; at += 1)
    for (const key of ['F4', 'Enter', 'Control+Enter', 'Escape']) {
      if ((await open(page, form)) <= at) continue
      await page.evaluate(place => (window as unknown as { fields: HTMLElement[] }).fields[place]?.focus(), at)
      // Some lists open when they get the focus.
      await page.keyboard.press('Shift')
      const what = await page.evaluate(place => {
        const field = (window as unknown as { fields: HTMLInputElement[] }).fields[place]
        return {
          label: field?.labels?.[0]?.innerText || field?.getAttribute('aria-label') || String(place),
          list: field?.getAttribute('role') === 'combobox' && field.getAttribute('aria-expanded') !== 'true',
        }
      }, at)
      // F4 opens what can be chosen; on a page Esc may have nothing to close.
      if ((key === 'F4' && !what.list) || (key === 'Escape' && !form.open)) continue
      const before = await look(page)
      // A window of the system that asks for a file stands outside of the page.
      let asksFile = false
      page.once('filechooser', () => {
        asksFile = true
      })
      await page.keyboard.press(key)
      await page.keyboard.press('Shift')
      // What a key starts may take a moment to show; what is dead stays as it is.
      const heard = await expect
        .poll(async () => asksFile || (await look(page)) !== before, { timeout: 1500 })
        .toBe(true)
        .then(
          () => true,
          () => false,
        )
      if (!heard) dead.push(`${what.label}: ${key}`)
    }
  expect(dead).toEqual([])
})

it('asks before Esc, × or Batal throw away what was typed', async () => {
  const { page } = program
  for (const form of forms.filter(one => ['instruktur baru', 'kegiatan baru'].includes(one.name))) {
    await open(page, form)
    const dialog = page.getByRole('dialog')
    await page.keyboard.type('Siti')
    await page.keyboard.press('Escape')
    await dialog.getByText('Yang diketik belum disimpan.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Batal' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Buang isian' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
  }
})
