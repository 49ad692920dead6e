import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHubPage, hubPageFolder } from '../../../build/hub-page.ts'
import { filesFromFolder } from '../../../electron/host/renderer-files.ts'
import { codeNow } from '../../../electron/hub/staff/totp.ts'
import { setUp } from '../../backend/cohort-steps.ts'
import type { Fixture } from '../../backend/fixture.ts'
import { aYearOfWork } from '../../backend/hub-steps.ts'
import { joinTrial, openCentre, startTrial, type Trial } from '../../hub/trial.ts'
import { axeViolations } from '../accessibility.ts'
import { browserWith } from '../browser.ts'

let trial: Trial
let centre: Fixture
let numbers: string[]
let page: Page
let browser: Browser
beforeAll(async () => {
  await buildHubPage()
  const files = await filesFromFolder(hubPageFolder)
  trial = await startTrial(() => files)
  centre = openCentre()
  await setUp(centre)
  numbers = (await aYearOfWork(centre)).numbers
  await joinTrial(centre, trial)
  await centre.client.hub.send({})
  browser = await browserWith()
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
  })
  page = await context.newPage()
})
afterAll(async () => {
  await page?.context().close()
  await centre?.remove()
  await trial?.close()
})

const shot = async (name: string) => {
  if (process.env.HUB_SHOTS) await page.screenshot({ path: `${process.env.HUB_SHOTS}/${name}.png` })
}

test('staff sign in with a password and a code, and follow a figure to its classes', async () => {
  await page.goto(`${trial.hub.url}/`)
  await page.getByLabel('Nama akun').fill('admin')
  await page.getByLabel('Sandi').fill('salah sekali')
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.getByText('Nama, sandi, atau kode salah.').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.getByLabel('Sandi').fill(trial.hub.firstPassword ?? '')
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { name: /masuk pertama kali/ }).waitFor()
  await expect
    .poll(() =>
      trial.hub.db.own(async client => (await client.query('SELECT code_secret FROM pusat.staff')).rows[0].code_secret),
    )
    .not.toBeNull()
  const { rows } = await trial.hub.db.own(client =>
    client.query<{ code_secret: Buffer }>('SELECT code_secret FROM pusat.staff'),
  )
  await page.getByLabel('Sandi baru').fill('sandi yang panjang')
  await page
    .getByLabel('Kode enam angka dari telepon')
    .fill(codeNow(rows[0]?.code_secret ?? Buffer.alloc(0), Date.now() / 1000))
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Simpan dan masuk' }).click()

  await page.getByRole('heading', { name: 'Ringkasan' }).waitFor()
  await page.getByText(/lulus dari \d+ peserta/).waitFor()
  await shot('ringkasan')
  expect(await axeViolations(page)).toEqual([])

  const form = page.getByLabel('Nomor, atau teks kode QR')
  await form.fill(numbers[0] ?? '')
  await page.keyboard.press('Enter')
  await page.getByText('SAH', { exact: true }).waitFor()

  await page.getByRole('link', { name: /kelas selesai/ }).click()
  await page.getByRole('gridcell', { name: /TR-/ }).waitFor()
  await shot('kelas')
  expect(await axeViolations(page)).toEqual([])
})

test('every page stands, and small counts are not told beyond their centre', async () => {
  for (const name of ['Balai', 'Lulusan', 'Realisasi', 'Sertifikat', 'Orang ganda', 'Laporan']) {
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await shot(name)
    expect(await axeViolations(page), name).toEqual([])
  }
  // Divided by outcome one person failed: the province is not told.
  await page.getByRole('combobox', { name: 'Dibagi menurut' }).click()
  await page.getByRole('option', { name: 'Hasil' }).click()
  await page.getByRole('gridcell', { name: '< 5' }).first().waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Ekspor ke Excel' }).click()
  expect((await download).suggestedFilename()).toMatch(/^laporan-pusat-.*\.xlsx$/)

  await page.getByRole('link', { name: 'Balai', exact: true }).click()
  await page.getByLabel('Untuk balai').fill('UPT BLK Serang')
  await page.keyboard.press('Enter')
  await page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/).waitFor()

  // Everybody else gets no further than the door.
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.getByLabel('Nama akun').waitFor()
  await page.goto(`${trial.hub.url}/periksa`)
  expect(await axeViolations(page)).toEqual([])
  await page.getByLabel('Nomor sertifikat, atau teks kode QR').fill(numbers[0] ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'SAH' }).waitFor()
  await shot('periksa')
  expect(await axeViolations(page)).toEqual([])
})
