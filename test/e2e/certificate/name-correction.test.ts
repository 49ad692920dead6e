import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addInstructor, addTrainees, decidedCohort, issueAll, samplePerson, setUp } from '../../backend/cohort-steps.ts'
import { openFixture } from '../../backend/fixture.ts'
import { type Program, startProgram } from '../program.ts'

const corrected = 'Ani Suryani Putri'

describe('a name that was corrected after its certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  const { name } = samplePerson(0)
  let program: Program
  beforeAll(async () => {
    const fixture = openFixture({ folder })
    await setUp(fixture)
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    const traineeIds = await addTrainees(fixture, 1)
    const code = await decidedCohort(fixture, { instructorId, traineeIds }, { heldOn: '2025-01-31' })
    await issueAll(fixture, code, '2025-01-31')
    await fixture.backend.close()
    program = await startProgram('2025-02-03', { dataFolder: join(folder, 'data') })
    await program.page.evaluate(to => {
      location.hash = to
    }, `/peserta/${traineeIds[0]}`)
    await program.page.getByRole('heading', { level: 1, name }).waitFor()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(context => program.keepPicture(context.task))

  const certificate = () =>
    program.page.getByRole('region', { name: 'Kelas', exact: true }).getByRole('link', { name: /BLK/ })

  it('the page of the person links to the certificate', async () => {
    const { page } = program
    const number = await certificate().innerText()
    await certificate().click()
    await page
      .getByRole('link', { name: /Kembali|Sertifikat/ })
      .first()
      .waitFor()
    await page.getByText(number).first().waitFor()
    await page.waitForURL(/sertifikat\//)
    await page.goBack()
  })

  it('saving it says at once that the paper has the old name, and leads to the new one', async () => {
    const { page } = program
    await page.getByRole('heading', { level: 1, name }).waitFor()
    const number = await certificate().innerText()
    await page.keyboard.press('F2')
    await page.getByLabel(/^Nama lengkap/).fill(corrected)
    await page.keyboard.press('Control+s')
    await page.getByText(`${number} masih atas nama ${name}.`).waitFor()
    await page.getByRole('link', { name: 'Ganti sertifikat (Alt G)' }).waitFor()
    await page.keyboard.press('Alt+g')
    await page.waitForURL(/sertifikat\//)
    await page.getByRole('button', { name: /^Ganti/ }).waitFor()
    await program.check()
    await page.goBack()
  })

  it('the history of the person shows the old and the new name', async () => {
    const { page } = program
    const history = page.getByRole('region', { name: 'Riwayat' })
    await expect.poll(() => history.innerText()).toContain(`${name} menjadi ${corrected}`)
  })
})
