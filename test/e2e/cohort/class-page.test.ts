import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('the page of a class, by keys alone', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  const face = join(folder, 'wajah.mjpeg')
  let program: Program
  beforeAll(async () => {
    const dataFolder = join(folder, 'data')
    writeFileSync(face, picture('#607080'))
    await threeCohorts(dataFolder)
    program = await startProgram('2024-12-30', { dataFolder, camera: face })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(({ task }) => program.keepPicture(task))

  it('leads from anywhere to the next act with eight keys, and shows the state of each day', async () => {
    const { page } = program
    await page.keyboard.press('Control+k')
    await page
      .locator(':focus')
      .and(page.getByRole('combobox', { name: /^Cari orang/ }))
      .waitFor()
    await page.keyboard.type('tb-20')
    await page.locator('[role=option][aria-selected=true]', { hasText: 'Tata Boga I' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Tata Boga I' }).waitFor()
    await page.getByText('Hari ke-1: 16 dari 16 hadir, belum discan').waitFor({ state: 'attached' })
    await page.getByText('Hari ke-8: belum diisi').waitFor({ state: 'attached' })
    await page.getByRole('link', { name: 'Pindai 7 hari' }).waitFor()
    await page.getByRole('link', { name: /^Kehadiran 7\/15/ }).waitFor()
    const steps = page.getByRole('region', { name: 'Langkah kelas' })
    await steps.getByText('7 ditutup, 8 lagi').waitFor()
    await expect.poll(() => steps.locator('[aria-current=step]').textContent()).toContain('Kehadiran')
    await page.getByRole('region', { name: 'Riwayat' }).getByText('Menutup hari ke-7').waitFor()
    await page
      .locator(':focus')
      .and(page.getByRole('button', { name: 'Isi hari ke-8' }))
      .waitFor()
    await program.check()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Kehadiran' }).waitFor()
  })

  it('takes the photos of a class from a folder, found by name and by NIK, and the rest by the camera', async () => {
    const { page } = program
    await page.evaluate(() => {
      location.hash = '/angkatan/TB-2024-01/peserta'
    })
    const rows = page.locator('[data-row]')
    await rows.first().waitFor()
    const names = await rows.evaluateAll(all => all.map(row => row.querySelectorAll('th, td')[1]?.textContent ?? ''))
    await page.keyboard.press('Alt+f')
    const dialog = page.getByRole('dialog', { name: /^Pas foto Tata Boga I/ })
    await dialog.getByText('0 dari 16 orang sudah mempunyai foto.', { exact: false }).waitFor()
    await program.check()
    const photos = join(folder, 'foto')
    mkdirSync(photos)
    for (const [at, name] of names.slice(0, 14).entries())
      writeFileSync(join(photos, `${name}.jpg`), picture(`hsl(${at * 20} 60% 50%)`))
    writeFileSync(join(photos, 'IMG_0001.jpg'), picture('#202020'))
    await dialog.getByLabel('Folder pas foto').setInputFiles(photos)
    const list = dialog.getByRole('list', { name: 'Foto yang dibaca' })
    await expect.poll(() => list.getByRole('listitem').count()).toBe(15)
    await expect.poll(() => list.getByRole('combobox', { name: 'Foto IMG_0001.jpg milik' }).inputValue()).toBe('')
    await dialog.getByRole('button', { name: /^Simpan 14 foto/ }).waitFor()
    await program.check()
    await page.keyboard.press('Control+s')
    await dialog.waitFor({ state: 'detached' })

    await page.keyboard.press('Alt+f')
    await dialog.getByText('14 dari 16 orang sudah mempunyai foto.', { exact: false }).waitFor()
    // Delays the dialog's content until after the camera is open: the picture must appear all the same.
    await page.evaluate(async () => {
      const open = await navigator.mediaDevices.getUserMedia({ video: true })
      navigator.mediaDevices.getUserMedia = async () => open.clone()
    })
    await page.keyboard.press('Alt+k')
    for (const [at, name] of names.slice(14).entries()) {
      const camera = page.getByRole('dialog', { name: `${name}, ${at + 1} dari 2` })
      await page
        .locator(':focus')
        .and(camera.getByRole('button', { name: 'Ambil foto' }))
        .waitFor()
      await expect
        .poll(() => camera.getByRole('button', { name: 'Ambil foto' }).getAttribute('aria-disabled'))
        .toBe(null)
      await page.keyboard.press('Enter')
      const crop = page.getByRole('dialog', { name: `Pas foto ${name}` })
      await page
        .locator(':focus')
        .and(crop.getByRole('button', { name: 'Pakai foto' }))
        .waitFor()
      await page.keyboard.press('Enter')
      await crop.waitFor({ state: 'detached' })
    }
    await dialog.getByText('16 dari 16 orang sudah mempunyai foto.', { exact: false }).waitFor()
    await program.check()
  })
})

function picture(colour: string): Buffer {
  const canvas = createCanvas(600, 800)
  const context = canvas.getContext('2d')
  context.fillStyle = colour
  context.fillRect(0, 0, 600, 800)
  return canvas.toBuffer('image/jpeg')
}
