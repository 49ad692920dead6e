import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { runningClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { confirmPassword, signIn } from '../sign-in-form.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('Cadangan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  const stick = join(folder, 'CADANGAN A')
  let program: Program
  let code: string
  beforeAll(async () => {
    const dataFolder = join(folder, 'data')
    await threeCohorts(dataFolder)
    const backend = createBackend({ dataFolder, host: silentHost, clock: runningClock('2024-12-30'), alone: true })
    code = (await backend.client.backup.make({ to: stick })).sheet.code ?? ''
    await backend.close()
    program = await startProgram('2024-12-31', { dataFolder })
    await program.page.getByRole('heading', { name: 'Selasa, 31 Desember 2024' }).waitFor()
  })
  afterEach(test => program.keepPicture(test.task))
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('writes to a stick, is proven, says what a restore would lose, and restores with the recovery sheet', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/cadangan`)
    await page.getByText('Data hanya ada di komputer ini').waitFor()
    await page.getByRole('button', { name: 'Tambah tempat' }).click()
    await page.getByRole('dialog').getByLabel('Folder').waitFor()
    await page.keyboard.type(stick)
    await program.check()
    await page.keyboard.press('Control+s')
    await page
      .getByRole('row', { name: /CADANGAN A/ })
      .getByText('aman')
      .waitFor()
    expect(readdirSync(stick).filter(name => name.endsWith('.balai'))).toHaveLength(2)
    await page.keyboard.press('Alt+u')
    await page.getByText(/Terbukti dapat dipulihkan: .* 0 berbeda/).waitFor()
    // A new sheet does not show its code again, and is not valid before it was printed and its code typed back.
    await pressOn(page.getByRole('button', { name: 'Cetak lembar baru' }))
    await page.getByRole('heading', { name: 'Lembar pemulihan', exact: true }).waitFor()
    await page.locator('canvas[data-drawn]').waitFor()
    await page.getByText('BLK-01 masih membuka cadangan lama').waitFor()
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Cetak lembarnya dulu.').last().waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('LEMBAR PEMULIHAN · BLK-01').waitFor()
    await page.getByRole('button', { name: /30 Desember 2024, ada/ }).click()
    await page.getByRole('heading', { name: /Yang akan hilang, \d+ perubahan/ }).waitFor()
    await program.check()
    await page.getByRole('button', { name: /Pulihkan, hilangkan/ }).click()
    await page.getByLabel('Kode lembar pemulihan').waitFor()
    await page.keyboard.type(code.replaceAll('-', ' ').toLowerCase())
    await page.keyboard.press('Control+s')
    await confirmPassword(page)
    // The only change after the backup is the restore itself.
    await page.getByRole('heading', { name: 'Yang akan hilang, 1 perubahan sesudahnya' }).waitFor()
    await program.check()
    // A button undoes the restore for seven days.
    await pressOn(page.getByRole('button', { name: 'Batalkan pemulihan' }))
    await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Pulihkan cadangan' }))
    await page.getByText(/^Cadangan dipulihkan/).waitFor()
    await page.getByRole('heading', { name: /Yang akan hilang, ([2-9]|\d\d+) perubahan/ }).waitFor()
  })
  it('restores on a new PC from the stick and the sheet alone', async () => {
    const other = await startProgram('2024-12-31')
    try {
      const { page } = other
      await page.getByRole('heading', { name: 'Balai mana yang memakai program ini?' }).waitFor()
      await pressOn(page.getByRole('button', { name: 'Pulihkan dari cadangan' }))
      await page.getByText('Tidak ada cadangan di diska yang tertancap').waitFor()
      await other.check()
      await page.keyboard.type(join(folder, 'tidak ada'))
      await page.keyboard.press('Enter')
      await page.getByText(/tidak ada tidak terjangkau/).waitFor()
      await page.getByLabel('Diska atau folder').fill(folder)
      await page.keyboard.press('Enter')
      await page
        .getByRole('radio', { name: /30 Des/ })
        .first()
        .waitFor()
      await page.getByRole('radio').last().check()
      await page.getByLabel('Kode lembar pemulihan').focus()
      await page.keyboard.type(`${code.slice(0, 4)} zzzz`)
      await page.getByText('Kelompok ke-2 salah ketik. Huruf I').waitFor()
      await page.getByLabel('Kode lembar pemulihan').fill(code.toLowerCase())
      await page.getByLabel('Kelompok ke-8 benar').waitFor()
      await other.check()
      await page.keyboard.press('Control+Enter')
      await page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
      await signIn(page)
      await page.getByRole('heading', { name: 'Selasa, 31 Desember 2024' }).waitFor()
      await page.getByRole('link', { name: 'Tata Rias I' }).first().waitFor()
    } finally {
      await other.close()
    }
  })
})
