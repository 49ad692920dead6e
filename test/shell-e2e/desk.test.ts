import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { newCode } from '../e2e/desk-page.ts'
import { type Program, startProgram } from '../e2e/program.ts'
import { signIn } from '../e2e/sign-in-form.ts'
import { tataRias } from '../e2e/tata-rias.ts'
import { Desktop, type Start } from './desktop.ts'

// The installed program as a desk: its page comes from another computer, its printers and dialogs are here (printing: test/desk-host).

const folder = mkdtempSync(join(tmpdir(), 'balai-desk-shell-'))
let host: Program
let pc: Desktop
let program: Start

beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  await tataRias(dataFolder, '2024-12-27')
  host = await startProgram('2024-12-30', { dataFolder, desks: true })
  await host.page.goto(`${new URL(host.page.url()).origin}/#/pengaturan/meja`)
  pc = new Desktop()
  program = await pc.start({
    prepare: stage => stage.printers.push({ name: 'HP', displayName: 'HP LaserJet', description: '', options: {} }),
  })
})
afterEach(test => program?.keepPicture(test.task))
afterAll(async () => {
  await pc.close()
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

const address = () => new URL(host.deskAddress ?? '').host

it('first asks for the role of this computer, and pairs with a host by code and four words', async () => {
  const page = await program.page()
  await page.getByRole('radio', { name: /Jadikan PC utama/ }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('heading', { name: 'Sambungkan komputer ini' }).waitFor()
  await page.keyboard.press('Alt+a')
  await page.getByLabel('Alamat PC utama').fill('bukan alamat')
  await page.getByLabel('Nama meja ini').fill('Bendahara')
  const type = async (code: string) => {
    await page.locator('input[inputmode="numeric"]').first().focus()
    await page.keyboard.type(code)
  }
  await type('123456')
  await page.getByText('“bukan alamat” bukan alamat').waitFor()
  await page.getByLabel('Alamat PC utama').fill(address())
  await type(await newCode(host.page))
  const words = page.getByRole('region', { name: 'Empat kata' }).getByRole('listitem')
  await words.first().waitFor()
  // The button waits a second, and its reason is shown outside of every part of the page meanwhile.
  await page.getByRole('button', { name: 'Ya, sama', disabled: false }).waitFor()
  await page.getByRole('tooltip').waitFor({ state: 'hidden' })
  // One fault is expected, from the wrong address.
  expect(program.forgetFaults()).toHaveLength(1)
  await program.check()
  const request = host.page.getByRole('region', { name: 'Bendahara ingin tersambung' })
  await request.waitFor()
  expect(await request.getByRole('listitem').allTextContents()).toEqual(await words.allTextContents())
  await page.getByRole('button', { name: 'Ya, sama' }).click()
  await page.getByText(/^Menunggu .* menyetujui/).waitFor()
  await request.getByRole('button', { name: 'Setujui meja' }).click()
  expect(await program.ended()).toBe(0)
  expect(program.stage.relaunched).toBe(true)
})

it('afterwards shows the page of its host, without own data', async () => {
  program = await pc.start({
    prepare: stage => stage.printers.push({ name: 'HP', displayName: 'HP LaserJet', description: '', options: {} }),
  })
  const page = await program.page()
  await signIn(page)
  await page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  expect(new URL(page.url()).host).toBe('meja.shell')
  // The credentials of the desk are nowhere in its page.
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const statusOf = (path: string) =>
    page.evaluate(at => fetch(at, { method: 'POST', body: '{}' }).then(one => one.status), path)
  expect([await statusOf('/pintu/challenge'), await statusOf('/tangan/x'), await statusOf('/tempat/begin')]).toEqual([
    403, 403, 403,
  ])
  program.forgetFaults()
  await program.check()
})

it('saves with its own dialog, and shows its own connection', async () => {
  const page = await program.page()
  await page.goto('https://meja.shell/#/peserta/impor')
  program.stage.saveTo = join(folder, 'peserta.xlsx')
  await page.getByRole('button', { name: 'Contoh berkas' }).click()
  await expect.poll(() => program.stage.saveDialogs.length).toBe(1)
  await page.goto('https://meja.shell/#/pengaturan/meja')
  await page.getByRole('heading', { name: 'Bendahara' }).waitFor()
  await program.check()
})

it('says at its next start that the host does not answer, continues automatically, and reports when it was removed', async () => {
  await host.page.getByRole('switch', { name: 'Buka untuk meja lain' }).click({ force: true })
  await host.page.getByRole('dialog').getByRole('button', { name: 'Tutup dalam 60 detik' }).click()
  await (await program.page()).getByText('PC utama ditutup').first().waitFor()
  await host.page.getByRole('button', { name: 'Tutup sekarang' }).click()
  await host.page.getByText('Hanya komputer ini yang bekerja').waitFor()
  program.forgetFaults()
  await program.close()
  program = await pc.start()
  const away = await program.page()
  await away.getByRole('heading', { name: 'PC utama tidak terjangkau' }).waitFor()
  await program.check()
  await host.page.getByRole('switch', { name: 'Buka untuk meja lain' }).click({ force: true })
  await host.page.getByText('Dibuka untuk meja lain.').waitFor()
  // The host may have another port now, so the desk gets its new address.
  const port = await host.page.locator('dt:text-is("Alamat") + dd').textContent()
  await away.getByRole('button', { name: /Alamat lain/ }).click()
  await away.getByLabel('Alamat PC utama').fill(`localhost:${(port ?? '').split(':').at(-1)}`)
  await away.keyboard.press('Enter')
  const page = await program.page(2)
  await page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
  await host.page.getByText('Bendahara', { exact: true }).first().click()
  await host.page.getByRole('button', { name: 'Putuskan meja' }).first().click()
  await host.page.getByRole('dialog').getByRole('button', { name: 'Putuskan meja' }).click()
  await host.page.getByText('Meja diputuskan').waitFor()
  await host.page.getByText('Kuncinya ditolak. Untuk bekerja lagi, sambungkan dengan kode baru.').waitFor()
  await page.getByText('sudah diputus di PC utama').waitFor()
  program.forgetFaults()
  await program.check()
  await page.getByRole('button', { name: 'Sambungkan ulang' }).click()
  expect(await program.ended()).toBe(0)
  program = await pc.start()
  await (await program.page()).getByRole('heading', { name: 'Apa peran komputer ini?' }).waitFor()
})
