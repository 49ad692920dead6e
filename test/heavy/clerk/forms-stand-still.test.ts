import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { movedByRefusal, movedControls } from '../../e2e/still-form.ts'
import { beforePanel, busyOffice, monthsLater, officeDay } from './form-centres.ts'
import { type Form, forms } from './forms.ts'
import { openForm } from './open-form.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const busy = join(folder, 'data')
const before = join(folder, 'before')
beforeAll(() => busyOffice(busy))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Dialogs in the middle of the window that refuse to end as they open. */
const refusing = ['kelas kegiatan', 'pindah kelas', 'cetak beberapa']

function standing(which: readonly Form[], day: PlainDate, dataFolder: string): void {
  const work = `${dataFolder}-${day}`
  let program: Program
  beforeAll(async () => {
    cpSync(dataFolder, work, { recursive: true })
    program = await startProgram(day, { dataFolder: work })
  })
  afterAll(() => program?.close())

  it.each(which)('nothing moves under a wrong field of: $name', async form => {
    await openForm(program.page, form)
    const moved = await movedControls(program.page, form.fields)
    expect(moved, moved.join('\n')).toEqual([])
  })

  it.each(which.filter(form => refusing.includes(form.name)))('nothing moves when it refuses: $name', async form => {
    await openForm(program.page, form)
    const moved = await movedByRefusal(program.page)
    expect(moved, moved.join('\n')).toEqual([])
  })
}

describe('in an office with classes', () => {
  standing(
    forms.filter(form => form.when === undefined),
    officeDay,
    busy,
  )
})

describe('months later', () => {
  standing(
    forms.filter(form => form.when === 'later'),
    monthsLater,
    busy,
  )
})

describe('before the panel', () => {
  beforeAll(() => beforePanel(before))
  standing(
    forms.filter(form => form.when === 'before'),
    officeDay,
    before,
  )
})

describe('setting up', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram(officeDay)
  })
  afterAll(() => program.close())

  it.each([0, 1, 2])('nothing moves under a wrong field of step %i', async step => {
    const { page } = program
    await page.reload()
    const titles = ['Balai mana yang memakai program ini?', 'Siapa yang menandatangani surat?', 'Siap dipakai']
    for (const [at, name] of titles.slice(0, step + 1).entries()) {
      await page.getByRole('heading', { name }).waitFor()
      if (at < step) await page.keyboard.press('Control+Enter')
    }
    const moved = await movedControls(page)
    expect(moved, moved.join('\n')).toEqual([])
  })
})
