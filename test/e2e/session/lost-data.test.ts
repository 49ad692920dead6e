import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { runningClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { chooseFirstPassword, signIn } from '../sign-in-form.ts'

const root = mkdtempSync(join(tmpdir(), 'balai-e2e-lost-'))
const dataFolder = join(root, 'data')
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function within(today: PlainDate, work: (program: Program) => Promise<void>): Promise<void> {
  const program = await startProgram(today, { dataFolder })
  try {
    await work(program)
  } finally {
    await program.close()
  }
}

describe('a data folder with missing files', () => {
  beforeAll(() =>
    within('2024-12-10', async ({ page }) => {
      await page.getByRole('heading', { name: 'Balai mana yang memakai program ini?' }).waitFor()
      for (const next of ['Siapa yang menandatangani surat?', 'Siap dipakai']) {
        await page.keyboard.press('Control+Enter')
        await page.getByRole('heading', { name: next }).waitFor()
      }
      await chooseFirstPassword(page)
      await page.getByRole('heading', { name: 'Selasa, 10 Desember 2024' }).waitFor()
    }),
  )

  it('warns that data without its anchor cannot be proven', async () => {
    rmSync(join(dataFolder, 'jangkar.txt'))
    await within('2024-12-10', async program => {
      const { page } = program
      await page.getByRole('heading', { name: 'Data bukan yang terakhir ditulis' }).waitFor()
      await page
        .getByRole('alert')
        .getByText(/jangkar\.txt/)
        .waitFor()
      await program.check()
      await pressOn(page.getByRole('button', { name: 'Teruskan dengan data ini' }))
      await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Teruskan' }))
      await page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
      await signIn(page)
      await page.getByRole('heading', { name: 'Selasa, 10 Desember 2024' }).waitFor()
    })
  })

  it('says how many entries are missing, and restores the file, restores a backup, or goes on with the present data', async () => {
    const file = join(dataFolder, 'balai.db')
    const older = join(root, 'lama.db')
    const newer = join(root, 'baru.db')
    copyFileSync(file, older)
    const backend = createBackend({ dataFolder, host: silentHost, clock: runningClock('2024-12-10'), alone: true })
    for (const name of ['Ruang A', 'Ruang B'])
      await backend.client.program.saveRoom({ id: null, room: { name, capacity: 16, note: '', active: true } })
    await backend.close()
    copyFileSync(file, newer)
    const behind = async (entries: RegExp, work: (program: Program) => Promise<void>) => {
      copyFileSync(older, file)
      await within('2024-12-10', async program => {
        const { page } = program
        await page.getByRole('heading', { name: 'Data bukan yang terakhir ditulis' }).waitFor()
        await page
          .getByRole('alert')
          .getByText(/, terakhir .*, padahal yang terakhir ditulis .*dicatat di riwayat/)
          .and(page.getByText(entries))
          .waitFor()
        await program.check()
        await work(program)
        await page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
      })
    }
    await behind(/Data mundur 2 catatan/, async ({ page }) => {
      // Esc comes back from the other way of restoring.
      await pressOn(page.getByRole('button', { name: 'Pulihkan dari diska atau folder lain' }))
      await page.getByText('Berkas yang sekarang disimpan di samping').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('heading', { name: 'Data bukan yang terakhir ditulis' }).waitFor()
      copyFileSync(newer, file)
      await pressOn(page.getByRole('button', { name: 'Coba lagi' }))
    })
    await behind(/Data mundur 2 catatan/, async ({ page }) => {
      await pressOn(page.getByRole('button', { name: /^Pulihkan cadangan/ }).first())
      await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Pulihkan cadangan' }))
    })
    // The restore itself also adds an entry.
    await behind(/Data mundur [34] catatan/, async ({ page }) => {
      await pressOn(page.getByRole('button', { name: 'Teruskan dengan data ini' }))
      await page.getByRole('dialog').getByText('Yang hilang harus dicatat lagi').waitFor()
      await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Teruskan' }))
    })
  })

  it('says on Beranda that the signing key is missing, and which files belong to no record', async () => {
    rmSync(join(dataFolder, 'kunci'), { recursive: true })
    mkdirSync(join(dataFolder, 'files'))
    writeFileSync(join(dataFolder, 'files', '0123456789abcdef0123456789abcdef'), Buffer.alloc(240_000))
    await within('2024-12-11', async program => {
      const { page } = program
      await page.getByText('Kunci yang menandatangani sertifikat tidak ada di komputer ini.').waitFor()
      await program.check()
      await page.evaluate(() => {
        location.hash = '/pengaturan/cadangan'
      })
      await page.getByText('1 berkas (0,2 MB) tidak dipakai data mana pun').waitFor()
      await program.check()
      await page.getByRole('link', { name: 'Beranda' }).click()
      await page.getByRole('link', { name: 'Buka Kunci' }).click()
      await page.getByText('Kunci yang dipakai tidak ada di komputer ini.').waitFor()
    })
  })

  it('a missing database is not treated as a first start', async () => {
    for (const name of ['balai.db', 'balai.db-wal', 'balai.db-shm', 'cadangan'])
      rmSync(join(dataFolder, name), { recursive: true, force: true })
    await within('2024-12-11', async program => {
      const { page } = program
      await page.getByRole('heading', { name: 'Basis data tidak ada' }).waitFor()
      await page.getByRole('alert').getByText('files/').waitFor()
      await page.getByRole('button', { name: 'Coba lagi' }).waitFor()
      await program.check()
    })
  })
})
