import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { standingClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { samplePerson } from '../backend/class-steps.ts'
import { quietHost } from '../backend/house.ts'
import { type Program, startProgram } from './program.ts'
import { threeClasses } from './three-classes.ts'

const many = 900

describe('Daftar peserta dan Cari', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  let program: Program
  beforeAll(async () => {
    const dataFolder = join(folder, 'data')
    await threeClasses(dataFolder)
    const backend = createBackend({ dataFolder, host: quietHost, clock: standingClock('2024-12-30') })
    const rows = Array.from({ length: many }, (_, index) =>
      samplePerson(0, {
        nik: `36710157039${String(40001 + index).padStart(5, '0')}`,
        name: `Peserta Nomor${String(index).padStart(4, '0')}`,
        phone: '',
      }),
    )
    await backend.client.trainee.importRows({ fileName: 'banyak.xlsx', rows })
    await backend.close()
    program = await startProgram('2024-12-30', { dataFolder, height: 768 })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterEach(async context => {
    await program?.keepPicture(context.task)
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const picture = (name: string) =>
    program.page.screenshot({ path: join(import.meta.dirname, '../../.cache/screens', `${name}.png`) })

  it('shows a long list from both ends without reading all of it', async () => {
    const { page } = program
    await page.keyboard.press('Alt+3')
    await page.getByRole('grid', { name: '948 peserta' }).waitFor()
    await page.getByText('948 orang').waitFor()
    await program.check()
    await picture('daftar-peserta')
    await page.keyboard.press('ArrowDown')
    await page.locator('tr[data-row="0"]:focus').waitFor()
    await page.keyboard.press('End')
    await page.locator('tr[data-row="947"]:focus').waitFor()
    await page.keyboard.press('Home')
    await page.locator('tr[data-row="0"]:focus').waitFor()
    await page.getByRole('button', { name: 'Nama' }).click()
    await page.getByRole('button', { name: 'Nama' }).click()
    await page.getByRole('row', { name: /Yuni Kartika/ }).waitFor()
    await page.getByRole('button', { name: 'Nama' }).click()
  })

  it('filters by chips and choices, and the address keeps them', async () => {
    const { page } = program
    await page.getByRole('button', { name: 'Terdaftar 48' }).click()
    await page.getByText('48 orang cocok').waitFor()
    await page.getByRole('combobox', { name: 'Program' }).click()
    await page.getByRole('option', { name: /Tata Boga/ }).click()
    await page.getByText('16 orang cocok').waitFor()
    await page.reload()
    await page.getByText('16 orang cocok').waitFor()
    await program.check()
    await picture('daftar-peserta-saringan')
    await page.getByRole('button', { name: 'Hapus saringan' }).click()
    await page.getByText('948 orang').waitFor()
  })

  it('chooses everybody, also those who are not on screen, and sends them out with columns of choice', async () => {
    const { page } = program
    await page.getByRole('checkbox', { name: 'Pilih semua' }).click()
    await page.getByText('948 peserta dipilih').waitFor()
    await page.getByRole('button', { name: 'Ekspor yang dipilih' }).click()
    const dialog = page.getByRole('dialog', { name: 'Kolom berkas Excel' })
    await dialog.getByRole('checkbox', { name: 'Alamat' }).uncheck()
    await program.check()
    await picture('daftar-peserta-ekspor')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+Enter')
    expect((await download).suggestedFilename()).toBe('daftar-peserta.xlsx')
    await page.keyboard.press('Escape')
    await page.getByText('948 peserta dipilih').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('grid', { name: '948 peserta' }).waitFor()
    await page.getByRole('button', { name: 'Ekspor ke Excel' }).click()
    expect(await dialog.getByRole('checkbox', { name: 'Alamat' }).isChecked()).toBe(false)
    await page.keyboard.press('Escape')
  })

  it('remembers which columns somebody wants', async () => {
    const { page } = program
    await page.getByRole('button', { name: 'Kolom' }).click()
    await page.getByRole('dialog', { name: 'Kolom daftar' }).getByRole('checkbox', { name: 'Kecamatan' }).uncheck()
    await page.getByRole('button', { name: 'Pakai kolom ini' }).click()
    await page.getByRole('columnheader', { name: 'Kecamatan' }).waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('columnheader', { name: 'Kelurahan' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Kecamatan' }).count()).toBe(0)
  })

  it('finds over any screen, tells of a person at the right and goes to the class by Ctrl Enter', async () => {
    const { page } = program
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^Cari orang/ }).waitFor()
    await page.keyboard.type('rahyu')
    await page.getByRole('option', { name: /Siti Rahayu/ }).waitFor()
    await page.getByText('Tidak ada “rahyu”. Mungkin').waitFor()
    await program.check()
    await picture('cari-rahyu')
    await page.getByRole('button', { name: 'Rahayu', exact: true }).click()
    await page.getByText('Buka kehadiran kelas').waitFor()
    await picture('cari-rahayu')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/kehadiran$/)
    await page.getByRole('combobox', { name: /^Cari orang/ }).waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: 'Kehadiran' }).waitFor()
    await page.keyboard.press('Control+k')
    await page
      .locator(':focus')
      .and(page.getByRole('combobox', { name: /^Cari orang/ }))
      .waitFor()
    await page.keyboard.type('qqqq')
    await page.getByText('Tidak ada “qqqq”.').waitFor()
    await program.check()
    await picture('cari-tidak-ada')
    await page.keyboard.press('Escape')
  })
})
