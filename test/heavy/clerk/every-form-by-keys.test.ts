import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, startProgram } from '../../e2e/program.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'

/** A form and the keys that open it at its address. */
const forms: readonly { name: string; path: string; open: readonly string[] }[] = [
  { name: 'instruktur baru', path: '/instruktur', open: ['Alt+b'] },
  { name: 'sertifikat BNSP', path: '/instruktur/1', open: ['Alt+b'] },
  { name: 'kegiatan baru', path: '/kegiatan', open: ['Alt+b'] },
  { name: 'tanggal merah', path: '/kalender/2025', open: ['Alt+b'] },
]

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

/** Fields of the form in front, by their place. */
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

async function open(page: Page, form: (typeof forms)[number]): Promise<number> {
  await page.evaluate(() => {
    location.hash = '/laporan'
  })
  await page.getByRole('heading', { level: 1, name: /Laporan/ }).waitFor()
  await page.evaluate(path => {
    location.hash = path
  }, form.path)
  await page.getByRole('heading', { level: 1, name: /^(?!Laporan)/ }).waitFor()
  for (const key of form.open) await page.keyboard.press(key)
  await page.getByRole('dialog').first().waitFor()
  await page.keyboard.press('Shift')
  return count(page)
}

it.each(forms)('no key is dead in: $name', async form => {
  const { page } = program
  const dead: string[] = []
  const fields = await open(page, form)
  expect(fields).toBeGreaterThan(0)
  for (let at = 0; at < fields; at += 1)
    for (const key of ['F4', 'Enter', 'Control+Enter', 'Escape']) {
      if ((await open(page, form)) <= at) continue
      const what = await page.evaluate(place => {
        const field = (window as unknown as { fields: HTMLInputElement[] }).fields[place]
        field?.focus()
        return {
          label: field?.labels?.[0]?.innerText || field?.getAttribute('aria-label') || String(place),
          list: field?.getAttribute('role') === 'combobox' && field.getAttribute('aria-expanded') !== 'true',
        }
      }, at)
      if (key === 'F4' && !what.list) continue
      const before = await look(page)
      await page.keyboard.press(key)
      await page.keyboard.press('Shift')
      if ((await look(page)) === before) dead.push(`${what.label}: ${key}`)
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
