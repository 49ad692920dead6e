import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standingClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { samplePanel } from '../../../electron/backend/sample/tata-rias-cohort.ts'
import { silentHost } from '../../../electron/cli/silent-host.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { asSamplePerson } from '../../e2e/sample-person.ts'
import { tataRias } from '../../e2e/tata-rias.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'
import { type Form, forms } from './forms.ts'

/** The day on which the panel of the decided class met. */
const panelDay = '2025-01-09'
let program: Program
const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
beforeAll(async () => {
  await threeCohorts(join(folder, 'running'))
  await onDay('2024-12-30', join(folder, 'running'), client =>
    client.activity.save({
      id: null,
      activity: {
        budgetYear: 2024,
        number: 1,
        fundingSource: 'DIF_POVERTY',
        title: 'Pelatihan Tata Rias',
        trade: 'TR',
        budgetActivity: '',
        budgetSubActivity: '',
        accountCode: '',
        budget: 90_000_000,
      },
    }),
  )
  await tataRias(join(folder, 'decided'), panelDay)
  await onDay(panelDay, join(folder, 'decided'), issued)
})
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})

type Client = ReturnType<typeof createBackend>['client']

async function onDay(day: PlainDate, dataFolder: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: standingClock(day) })
  await work(backend.client)
  await backend.close()
}

async function issued(client: Client): Promise<void> {
  const draft = { code: 'TR-2024-03', kind: 'certificate' as const, issuedOn: panelDay as PlainDate }
  await client.graduation.decide({ code: draft.code, heldOn: panelDay, ...samplePanel, overrides: [] })
  const { officerId, candidates } = await client.certificate.prepare({ ...draft, officerId: null })
  if (officerId === null) throw new Error('nobody signs')
  const enrolmentIds = candidates.map(row => row.enrolmentId)
  await client.certificate.issue({ ...draft, officerId, enrolmentIds })
}

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
  await go('/uji-bnsp')
  const between = page.getByRole('heading', { level: 1, name: /^Uji/ })
  const leave = page.getByRole('button', { name: 'Tinggalkan tanpa menyimpan' })
  await between.or(leave).first().waitFor()
  if (await leave.isVisible()) await leave.click()
  await between.waitFor()
  // The same message again would look like a key that was not heard.
  const message = page.getByRole('button', { name: 'Tutup pesan' })
  if (await message.isVisible()) await message.click()
  await go(form.path)
  await page.getByRole('heading', { level: 1, name: /^(?!Uji)/ }).waitFor()
  if (form.open) await page.waitForFunction(() => document.activeElement?.closest('main'))
  for (const key of form.open ?? [])
    if (key.startsWith(':'))
      await page
        .getByRole('button', { name: key.slice(1), exact: true })
        .first()
        .click()
    else await page.keyboard.press(key)
  if (form.open && !form.inPage) await page.getByRole('dialog').first().waitFor()
  await expect.poll(() => count(page)).toBeGreaterThan(0)
  await page.keyboard.press('Shift')
  return count(page)
}

/** What was not heard, of the keys that somebody may press in any field of what `again` brings to the front. */
async function deadKeys(page: Page, again: () => Promise<number>, over: boolean): Promise<string[]> {
  const dead: string[] = []
  const fields = await again()
  for (let at = 0; at < fields; at += 1)
    for (const key of ['F4', 'Enter', 'Control+Enter', 'Escape']) {
      if ((await again()) <= at) continue
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
      if ((key === 'F4' && !what.list) || (key === 'Escape' && !over)) continue
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
  return dead
}

const openForms = (which: readonly Form[]) =>
  it.each(which)('no key is dead in: $name', async form => {
    const { page } = program
    expect(await deadKeys(page, () => open(page, form), form.open !== undefined)).toEqual([])
  })

describe('setting up', () => {
  beforeAll(async () => {
    program = await startProgram('2024-12-10')
  })
  afterAll(() => program.close())

  it.each([0, 1, 2])('no key is dead in step %i', async step => {
    const { page } = program
    const titles = ['Balai mana yang memakai program ini?', 'Siapa yang menandatangani surat?', 'Siap dipakai']
    async function again(): Promise<number> {
      await page.reload()
      for (const [at, name] of titles.slice(0, step + 1).entries()) {
        await page.getByRole('heading', { name }).waitFor()
        if (at < step) await page.keyboard.press('Control+Enter')
      }
      await page.keyboard.press('Shift')
      return count(page)
    }
    expect(await deadKeys(page, again, step > 0)).toEqual([])
  })
})

describe('after a class is decided', () => {
  beforeAll(async () => {
    program = await startProgram(panelDay, { dataFolder: join(folder, 'decided') })
  })
  afterAll(() => program.close())

  openForms(forms.filter(form => form.decided))
})

describe('while classes run', () => {
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { dataFolder: join(folder, 'running') })
  })

  openForms(forms.filter(form => !form.decided))

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
})
