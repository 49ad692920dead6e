import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, pressOn, startProgram } from '../../e2e/program.ts'
import { signIn } from '../../e2e/sign-in-form.ts'
import { beforePanel, busyOffice, monthsLater, officeDay } from './form-centres.ts'
import { type Form, forms, unlocking } from './forms.ts'
import { faultsOf } from './press-form.ts'
import { takeStep } from './take-step.ts'

/** Opens the form from another page, so that nothing of the last key press is left. */
async function open(page: Page, form: Form): Promise<void> {
  const go = (path: string) =>
    page.evaluate(to => {
      location.hash = to
    }, path)
  // A question about unsaved input covers every page; close it first.
  if ((await page.getByRole('dialog').count()) > 1) await page.keyboard.press('Escape')
  const discard = page.getByRole('button', { name: 'Buang isian' })
  if (await discard.isVisible()) await discard.click()
  await go('/uji-bnsp')
  const between = page.getByRole('heading', { level: 1, name: /^Uji/ })
  const leave = page.getByRole('button', { name: 'Tinggalkan tanpa menyimpan' })
  await between.or(leave).first().waitFor()
  if (await leave.isVisible()) await leave.click()
  await between.waitFor()
  // Close the old message: the same message again would look as if the key did nothing.
  const message = page.getByRole('button', { name: 'Tutup pesan' })
  if (await message.isVisible()) await message.click()
  await go(form.path)
  await page.getByRole('heading', { level: 1, name: /^(?!Uji)/ }).waitFor()
  if (form.open) await page.waitForFunction(() => document.activeElement?.closest('main'))
  for (const step of form.open ?? []) await takeStep(page, step)
  if (form.open && !form.inPage) await page.getByRole('dialog').first().waitFor()
}

/** A key that hits a form while it is redrawn is sometimes judged wrongly. A key that really does nothing fails every time. */
const patiently = { retry: 2 }

const pressed = (which: readonly Form[], program: () => Program) =>
  it.each(which)('every key works in: $name', patiently, async form => {
    const { page } = program()
    const again = () => open(page, form)
    const over = form.open !== undefined && form.inPage !== 'stays'
    const faults = await faultsOf({ page, again, over, undo: form.undo, only: form.fields, keeps: !form.leaves })
    expect(faults, faults.join(' · ')).toEqual([])
  })

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const dataFolder = join(folder, 'data')
beforeAll(() => busyOffice(dataFolder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('in an office with classes', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram(officeDay, { dataFolder })
  })
  afterAll(() => program?.close())

  pressed(
    forms.filter(form => form.when === undefined),
    () => program,
  )

  describe('months later', () => {
    beforeAll(async () => {
      await program.setToday(monthsLater)
      await signIn(program.page)
    })
    pressed(
      forms.filter(form => form.when === 'later'),
      () => program,
    )
  })
})

describe('before the panel', () => {
  let program: Program
  beforeAll(async () => {
    await beforePanel(join(folder, 'before'))
    program = await startProgram(officeDay, { dataFolder: join(folder, 'before') })
  })
  afterAll(() => program?.close())

  pressed(
    forms.filter(form => form.when === 'before'),
    () => program,
  )
})

describe('on another computer, with the sheet from the safe', () => {
  let program: Program
  beforeAll(async () => {
    rmSync(join(dataFolder, 'kunci/da7a0001.json'))
    program = await startProgram(monthsLater, { dataFolder })
  })
  afterAll(() => program?.close())

  pressed([unlocking], () => program)

  it('every key works in: lupa sandi, before signing in', async () => {
    const { page } = program
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Pengaturan' }).waitFor()
    await page.keyboard.press('Control+l')
    await page.getByRole('dialog', { name: 'Layar terkunci' }).waitFor()
    async function again(): Promise<void> {
      await page.reload()
      await page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
      await page.keyboard.press('F2')
      await pressOn(page.getByText('Pakai lembar pemulihan'))
      await page.getByRole('dialog').waitFor()
    }
    const faults = await faultsOf({ page, again, over: true })
    expect(faults, faults.join(' · ')).toEqual([])
  })
})

describe('setting up', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram(officeDay)
  })
  afterAll(() => program.close())

  it.each([0, 1, 2])('every key works in step %i', patiently, async step => {
    const { page } = program
    const titles = ['Balai mana yang memakai program ini?', 'Siapa yang menandatangani surat?', 'Siap dipakai']
    async function again(): Promise<void> {
      await page.reload()
      for (const [at, name] of titles.slice(0, step + 1).entries()) {
        await page.getByRole('heading', { name }).waitFor()
        if (at < step) await page.keyboard.press('Control+Enter')
      }
    }
    // Esc goes back one step; what was typed is kept for returning, so it may leave the screen.
    const faults = await faultsOf({ page, again, over: step > 0, keeps: false })
    expect(faults, faults.join(' · ')).toEqual([])
  })
})
