import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../../e2e/program.ts'
import { slowAnswers } from '../../e2e/slow-answers.ts'
import { watchFields } from '../../e2e/still-form.ts'
import { beforePanel, busyOffice, monthsLater, officeDay } from './form-centres.ts'
import { forms } from './forms.ts'
import { openForm } from './open-form.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const busy = join(folder, 'data')
beforeAll(() => busyOffice(busy))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** How late each answer comes, in ms. */
const delay = 150

/** Opens each dialog and drawer with slow answers. No field may move when they come, because somebody may already be typing in it. */
describe.each([
  ['in an office with classes', undefined, officeDay],
  ['months later', 'later', monthsLater],
  ['before the panel', 'before', officeDay],
] as const)('%s', (_, when, day) => {
  let program: Program
  beforeAll(async () => {
    const dataFolder = join(folder, when ?? 'work')
    if (when === 'before') await beforePanel(dataFolder)
    else cpSync(busy, dataFolder, { recursive: true })
    program = await startProgram(day, { dataFolder })
  })
  afterAll(() => program?.close())

  const opened = forms.filter(form => form.when === when && form.open && !form.inPage)
  it.each(opened)('nothing moves as the answers come: $name', async form => {
    const { page } = program
    let stop: Awaited<ReturnType<typeof slowAnswers>> | undefined
    await openForm(page, form, async () => {
      stop = await slowAnswers(page, '.+', delay)
    })
    const moved = await watchFields(page, delay)
    await stop?.()
    expect(moved, moved.join('\n')).toEqual([])
  })
})
