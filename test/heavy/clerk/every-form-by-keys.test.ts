import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { type Program, pressOn, startProgram } from '../../e2e/program.ts'
import { beforePanel, busyOffice, monthsLater, officeDay } from './form-centres.ts'
import { type Form, forms, unlocking } from './forms.ts'
import { openForm } from './open-form.ts'
import { faultsOf } from './press-form.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const busy = join(folder, 'data')
const before = join(folder, 'before')
beforeAll(() => busyOffice(busy))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function faultsIn(page: Page, form: Form): Promise<string[]> {
  const again = () => openForm(page, form)
  const over = form.open !== undefined && form.inPage !== 'stays'
  try {
    return await faultsOf({ page, again, over, undo: form.undo, only: form.fields, keeps: !form.leaves })
  } catch (error) {
    return [String(error)]
  }
}

/**
 * Presses each form in one office, one after the other. The forms before it have changed that office, so a form with a fault is judged
 * again in one that nobody has touched: a dead key is dead there too.
 */
function pressed(which: readonly Form[], day: PlainDate, dataFolder: string): void {
  const work = `${dataFolder}-pressed-${day}`
  let program: Program
  beforeAll(async () => {
    cpSync(dataFolder, work, { recursive: true })
    program = await startProgram(day, { dataFolder: work })
  })
  afterAll(() => program?.close())

  it.each(which)('every key works in: $name', async form => {
    let faults = await faultsIn(program.page, form)
    if (faults.length > 0) {
      console.warn(`once more: ${form.name}: ${faults.join(' · ')}`)
      const untouched = join(folder, `untouched-${form.name}`)
      cpSync(dataFolder, untouched, { recursive: true })
      const fresh = await startProgram(day, { dataFolder: untouched })
      faults = await faultsIn(fresh.page, form).finally(() => fresh.close())
    }
    expect(faults, faults.join(' · ')).toEqual([])
  })
}

describe('in an office with classes', () => {
  pressed(
    forms.filter(form => form.when === undefined),
    officeDay,
    busy,
  )
})

describe('months later', () => {
  pressed(
    forms.filter(form => form.when === 'later'),
    monthsLater,
    busy,
  )
})

describe('before the panel', () => {
  beforeAll(() => beforePanel(before))
  pressed(
    forms.filter(form => form.when === 'before'),
    officeDay,
    before,
  )
})

describe('on another computer, with the sheet from the safe', () => {
  let program: Program
  beforeAll(async () => {
    rmSync(join(busy, 'kunci/da7a0001.json'))
    program = await startProgram(monthsLater, { dataFolder: busy })
  })
  afterAll(() => program?.close())

  it(`every key works in: ${unlocking.name}`, async () => {
    const faults = await faultsIn(program.page, unlocking)
    expect(faults, faults.join(' · ')).toEqual([])
  })

  it('every key works in: lupa sandi, before anybody has signed in', async () => {
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

  it.each([0, 1, 2])('every key works in step %i', async step => {
    const { page } = program
    const titles = ['Balai mana yang memakai program ini?', 'Siapa yang menandatangani surat?', 'Siap dipakai']
    async function again(): Promise<void> {
      await page.reload()
      for (const [at, name] of titles.slice(0, step + 1).entries()) {
        await page.getByRole('heading', { name }).waitFor()
        if (at < step) await page.keyboard.press('Control+Enter')
      }
    }
    // Esc goes a step back, where what was typed is kept for the way forth.
    const faults = await faultsOf({ page, again, over: step > 0, keeps: false })
    expect(faults, faults.join(' · ')).toEqual([])
  })
})
