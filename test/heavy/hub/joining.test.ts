import { afterAll, beforeAll, expect, test } from 'vitest'
import { addTrainees, setUpAnew } from '../../backend/cohort-steps.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { openCentre, startTrial, type Trial } from '../../hub/trial.ts'

let trial: Trial
let program: Program
beforeAll(async () => {
  trial = await startTrial()
  const centre = openCentre()
  await setUpAnew(centre)
  await addTrainees(centre, 2)
  await centre.backend.close()
  program = await startProgram('2024-12-10', { dataFolder: centre.folder })
})
afterAll(async () => {
  await program?.close()
  await trial?.close()
})

test('a centre joins a Pusat in the settings, and sends', async () => {
  const { page } = program
  await page.goto(`${new URL(page.url()).origin}/#/pengaturan/meja`)
  await page.getByLabel('Alamat Pusat').fill(trial.hub.url)
  await page.getByRole('button', { name: 'Periksa Pusat' }).click()
  await page.getByText(trial.hub.fingerprint.slice(0, 8)).waitFor()
  await page.getByLabel('Kode undangan').fill(trial.hub.localCode)
  if (process.env.HUB_SHOTS) await page.screenshot({ path: `${process.env.HUB_SHOTS}/sambung.png`, fullPage: true })
  await program.check()
  await page.getByRole('button', { name: 'Sidik cocok, hubungkan' }).click()
  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
  await page.getByText('semua terkirim').waitFor()
  await page.getByRole('button', { name: 'Buat kunci pertama' }).click()
  await page.getByText('Kunci provinsi dibuat').waitFor()
  if (process.env.HUB_SHOTS) await page.screenshot({ path: `${process.env.HUB_SHOTS}/tersambung.png`, fullPage: true })
  await program.check()
  const { rows } = await trial.hub.db.own(client => client.query('SELECT applied FROM pusat.member'))
  expect(Number(rows[0]?.applied)).toBeGreaterThan(1)
})
