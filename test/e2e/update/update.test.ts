import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { ReleaseNews } from '../../../shared/features/update/release.ts'
import { newer, publisher, putRelease, stranger, UpdatingHost } from '../../backend/features/update/releases.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

const changes: ReleaseNews[] = [
  {
    kind: 'paper',
    title: 'Ukuran kertas diingat per surat',
    detail: 'Daftar hadir F4, sertifikat A4, tanpa mengubah setelan lagi',
    place: 'Cetak',
  },
  { kind: 'calendar', title: 'Libur 2025 lengkap', detail: 'Menurut SKB 3 Menteri', place: 'Kalender' },
  {
    kind: 'money',
    title: 'Realisasi per kelurahan',
    detail: '104 kelurahan, langsung ke Excel',
    place: 'Kegiatan & Dana',
  },
  { kind: 'people', title: 'Impor membaca judul dua baris', detail: '', place: 'Peserta' },
  { kind: 'certificate', title: 'Nomor dicari lebih cepat', detail: '', place: 'Sertifikat' },
  { kind: 'data', title: 'Cadangan lebih kecil', detail: 'Separuh ukuran sebelumnya', place: 'Cadangan' },
]

let folder: string
let stick: string
let host: UpdatingHost
let program: Program
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  stick = join(folder, 'stick')
  const dataFolder = join(folder, 'data')
  await threeCohorts(dataFolder)
  stick = mkdtempSync(join(folder, 'usb-'))
  host = new UpdatingHost(stick)
  program = await startProgram('2024-12-30', {
    dataFolder,
    updates: host.updates,
    releaseKeys: [publisher.public],
  })
  await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
})
afterEach(test => program.keepPicture(test.task))
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('shows the installed version, and where it looked when there is no update', async () => {
  const { page } = program
  await page.keyboard.press('Control+,')
  await page.getByRole('link', { name: 'Pembaruan', exact: true }).click()
  await page.getByText(/^Balai \d+\.\d+\.\d+ terpasang\.$/).waitFor()
  await program.check()
  await page.keyboard.press('Alt+c')
  await page.getByText('Sudah dicari di diska E:').waitFor()
  await program.check()
})

it('refuses a file of another publisher with a message, and changes nothing', async () => {
  const { page } = program
  host.chosen = putRelease(stick, { version: '99.9.0', key: stranger })
  await page.keyboard.press('Alt+b')
  await page.getByText('bukan dari penerbit Balai. Tidak dibuka.').waitFor()
  await program.check()
  writeFileSync(host.chosen, '')
  rmSync(host.chosen)
  expect(host.order).toBeNull()
})

it('shows what is new, with the focus on the button, and installs at closing', async () => {
  const { page } = program
  putRelease(stick, { changes })
  await page.keyboard.press('Alt+c')
  await page.getByRole('heading', { name: `Balai ${newer} siap dipasang` }).waitFor()
  await page.getByText('tanda tangan penerbit cocok').waitFor()
  // The focus is on the button, so that Enter is enough.
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await expect.poll(focused).toContain('Pasang saat ditutup')
  expect(await page.getByRole('listitem').filter({ hasText: 'Cadangan lebih kecil' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Semua 6 perubahan' }).click()
  await page.getByText('Cadangan lebih kecil').waitFor()
  await program.check()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: `Balai ${newer} dipasang saat ditutup` }).waitFor()
  expect(host.order).toMatchObject({ when: 'closing' })
  await program.check()
})

it('installs now, by the choice and its button', async () => {
  const { page } = program
  await page.getByRole('radio', { name: /^Sekarang/ }).check()
  await pressOn(page.getByRole('button', { name: 'Tutup dan pasang sekarang' }))
  await expect.poll(() => host.order?.when).toBe('now')
  await program.check()
})

it('shows a failed update on Beranda and here, and keeps the version ready', async () => {
  const { page } = program
  host.order?.starting()
  await program.setToday('2024-12-31')
  await page.getByText(`Pembaruan ${newer} gagal, `).waitFor()
  await page.keyboard.press('Alt+1')
  await page.getByText(`Pembaruan ${newer} gagal.`).waitFor()
  await program.check()
  await page.getByRole('link', { name: 'Buka pembaruan' }).click()
  await page.getByText('tetap terpasang dan data tidak berubah. Tutup program lain').waitFor()
  await page.getByRole('heading', { name: `Balai ${newer} siap dipasang` }).waitFor()
  await program.check()
})

it('fits the smallest screens that offices have', async () => {
  const { page } = program
  for (const [width, height] of [
    [1366, 768],
    [1280, 720],
    [1920, 1080],
    [1024, 560],
  ] as const) {
    await page.setViewportSize({ width, height })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await page.screenshot({ path: join(import.meta.dirname, `../../../.cache/screens/update-${width}.png`) })
  }
  await program.check()
})
