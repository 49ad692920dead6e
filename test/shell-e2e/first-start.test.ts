import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { chooseFirstPassword } from '../e2e/sign-in-form.ts'
import { Desktop, type Start } from './desktop.ts'

let pc: Desktop
let program: Start
beforeAll(async () => {
  pc = new Desktop()
  program = await pc.start()
})
afterEach(test => program?.keepPicture(test.task))
afterAll(() => pc.close())

it('opens its page through app:// and the port of the preload, with rights that no other page has', async () => {
  const page = await program.page()
  await page.getByRole('heading', { name: 'Apa peran komputer ini?' }).waitFor()
  await program.check()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Balai mana yang memakai program ini?' }).waitFor()
  expect(program.app).toMatchObject({ sandboxed: true, userModelId: 'id.balai.desktop' })
  expect(program.app.getPath('userData')).toBe(join(pc.dataFolder, 'shell'))
  expect(await page.evaluate(() => ['require', 'process', '__post'].filter(name => name in window))).toEqual([])
  await program.check()
})

it('sets up the centre and seals its key with the secure storage of this user', async () => {
  const page = await program.page()
  for (const next of ['Siapa yang menandatangani surat?', 'Siap dipakai']) {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: next }).waitFor()
  }
  await chooseFirstPassword(page)
  await page.getByText('Belum ada angkatan.').waitFor()
  const [key = ''] = readdirSync(join(pc.dataFolder, 'kunci'))
  expect(readFileSync(join(pc.dataFolder, 'kunci', key), 'utf8')).toContain('"protection":"system"')
  await program.check()
})
