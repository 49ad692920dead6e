import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { saveSecret } from '../../../electron/backend/features/access/secret-store.ts'
import { hashSecret } from '../../../electron/backend/keys/secret-hash.ts'
import { samplePassword, setUpSampleCentre } from '../../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import type { Role } from '../../../shared/features/access/roles.ts'
import { quickHash } from '../../backend/fixture.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'

let folder: string
let program: Program
const given: Record<string, string> = {}

/** Three people at one PC: one with all roles, one at the front desk, one administrator. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-sign-in-'))
  const dataFolder = join(folder, 'data')
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: fixedClock('2024-12-30') })
  await setUpSampleCentre({ client: backend.client, setToday: () => undefined })
  for (const [name, role] of [
    // The first Admin beside a person who was alone; a second one would need the approval of another person.
    ['Nita Kurnia', 'admin'],
    ['Dimas Prakoso', 'desk'],
  ] as [string, Role][]) {
    const person = { name, nip: '', roles: [role], instructorId: null, validUntil: null }
    const { id } = await backend.client.access.save({ id: null, person })
    given[name] = (await backend.client.access.giveTemporarySecret({ id })).secret
  }
  const surya = { name: 'Surya Pratama', nip: '', roles: ['head' as const], instructorId: null, validUntil: null }
  const { id } = await backend.client.access.save({ id: null, person: surya })
  const hash = await hashSecret(samplePassword, quickHash, null)
  const { workspace } = backend
  workspace.transaction(() =>
    saveSecret(workspace.write, id, { kind: 'PASSWORD', hash, onceUntil: null }, '2024-12-30T08:00:00'),
  )
  await backend.close()
  program = await startProgram('2024-12-30', { dataFolder })
})
afterEach(context => program.keepPicture(context.task))
afterAll(async () => {
  await program.close()
  rmSync(folder, { recursive: true, force: true })
})

const signInHeading = () => program.page.getByRole('heading', { name: 'Siapa yang bekerja?' })
const dialog = () => program.page.getByRole('dialog', { name: 'Layar terkunci' })

it('locks with Ctrl L: the page is removed, and comes back unchanged', async () => {
  const { page } = program
  await page.keyboard.press('Alt+3')
  await page.getByRole('heading', { level: 1, name: 'Peserta' }).waitFor()
  await page.keyboard.press('Alt+b')
  await page.getByLabel('NIK').first().waitFor()
  await page.getByLabel('Nama lengkap (sesuai KTP)').fill('Rahayu Contoh')
  await page.keyboard.press('Control+l')
  await dialog().waitFor()
  await program.check()
  const drawn = await page.evaluate(() => [...document.querySelectorAll('input')].map(field => field.value).join('|'))
  expect(drawn).not.toContain('Rahayu')
  expect(await page.getByText('Kursor kembali ke kolom Nama lengkap (sesuai KTP)').count()).toBe(1)
  // The keys of the locked page do nothing, and the cursor is already in the password field.
  await page.keyboard.press('Alt+1')
  await page
    .locator(':focus')
    .and(page.getByLabel('Sandi', { exact: true }))
    .waitFor()
  await page.keyboard.type(samplePassword)
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })
  expect(await page.getByLabel('Nama lengkap (sesuai KTP)').inputValue()).toBe('Rahayu Contoh')
  await page.locator(':focus').and(page.getByLabel('Nama lengkap (sesuai KTP)')).waitFor()
})

it('makes a guesser wait, and says how long', async () => {
  const { page } = program
  await page.keyboard.press('Control+l')
  const button = page.getByRole('button', { name: 'Masuk', exact: true })
  const place = await button.boundingBox()
  for (const words of ['2 percobaan lagi', '1 percobaan lagi', 'salah 3 kali']) {
    await page.getByLabel('Sandi', { exact: true }).fill('bukan ini sandinya')
    // The message of a wrong password moves nothing; only a wait is told in a panel of its own.
    if (words !== '2 percobaan lagi') expect(await button.boundingBox()).toEqual(place)
    await page.keyboard.press('Enter')
    await page.getByText(words).waitFor()
  }
  expect(await page.getByLabel('Sandi', { exact: true }).isDisabled()).toBe(true)
  await program.check()
  await page.getByText('salah 3 kali').waitFor({ state: 'detached' })
  await page.getByLabel('Sandi', { exact: true }).fill(samplePassword)
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })
})

it('lets another person take over with a one-time password, changed at once, on their own start page', async () => {
  const { page } = program
  await page.keyboard.press('Control+l')
  await dialog().getByRole('button', { name: 'Dimas Prakoso' }).click()
  await page.getByLabel('Sandi', { exact: true }).fill(given['Dimas Prakoso'] ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Selamat datang, Dimas Prakoso' }).waitFor()
  await program.check()
  await page.getByLabel('Sandi yang diterima').fill(given['Dimas Prakoso'] ?? '')
  await page.getByLabel('Sandi baru').fill('kuda baterai jepit')
  await page.getByLabel('Ketik sekali lagi').fill('kuda baterai jepit')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  await page.getByText('Dimas Prakoso').first().waitFor()
})

it('says who may do it where a role may not', async () => {
  const { page } = program
  await page.evaluate(() => {
    location.hash = '/pengaturan/pengguna'
  })
  await page.getByText('Minta tolong Nita Kurnia atau Surya Pratama atau Wulan Sari.').first().waitFor()
})

it('needs the name again after a reload while locked', async () => {
  const { page } = program
  await page.keyboard.press('Control+l')
  await dialog().waitFor()
  await page.reload()
  await signInHeading().waitFor()
  await program.check()
  await page.getByLabel('Ketik nama').fill('wulan')
  await page.getByLabel('Sandi', { exact: true }).fill(samplePassword)
  await page.keyboard.press('Enter')
  await signInHeading().waitFor({ state: 'detached' })
})

it('lists people with their rights, and gives a new person a one-time password', async () => {
  const { page } = program
  await page.evaluate(() => {
    location.hash = '/pengaturan/pengguna'
  })
  await page.getByText('4 pengguna').waitFor()
  await page.getByRole('table').getByText('izinkan pengecualian').waitFor()
  await program.check()
  await page.keyboard.press('Alt+b')
  await page.getByRole('dialog', { name: 'Pengguna baru' }).waitFor()
  await page.keyboard.type('Yusuf Maulana')
  await page.getByRole('combobox', { name: 'Peran' }).fill('Bendahara')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await page.getByText('sekali pakai untuk Yusuf Maulana').waitFor()
  await program.check()
  await page.getByRole('button', { name: 'Sudah dicatat' }).click()
  const yusuf = page.getByRole('button', { name: /^Yusuf Maulana/ })
  await pressOn(yusuf)
  await page.keyboard.press('F2')
  const drawer = page.getByRole('dialog', { name: 'Yusuf Maulana' })
  await page.locator(':focus').and(drawer.getByLabel('Nama')).waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Yusup')
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: /^Yusup/ }).waitFor()
  await page.keyboard.press('Control+z')
  await yusuf.waitFor()
  await pressOn(page.getByRole('button', { name: 'Nonaktifkan', exact: true }))
  await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Nonaktifkan' }))
  await page.getByRole('button', { name: 'Aktifkan Yusuf' }).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Nonaktifkan', exact: true }).waitFor()
})

/** By keys, as an Admin does it; it needs the approval of another person. */
async function makeAdmin(name: string) {
  const { page } = program
  await pressOn(page.getByRole('button', { name: new RegExp(`^${name}`) }))
  await page.keyboard.press('F2')
  const drawer = page.getByRole('dialog', { name })
  await page.locator(':focus').and(drawer.getByLabel('Nama')).waitFor()
  await drawer.getByRole('combobox', { name: 'Peran' }).fill('Admin')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await page.locator(':focus').and(second().getByLabel('Alasan')).waitFor()
}
const second = () => program.page.getByRole('dialog', { name: 'Beri peran Admin' })

it('sends an act that needs a second person to that person, who approves it with their own password', async () => {
  const { page } = program
  await page.getByText('Perlu orang kedua').waitFor()
  await makeAdmin('Dimas Prakoso')
  await page.keyboard.type('Nita cuti dua minggu')
  await program.check()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Permintaan ada di Beranda Surya Pratama. Belum ada yang berubah.').waitFor()
  await second().waitFor({ state: 'detached' })
  await page.getByText(/Dimas Prakoso, diminta Wulan Sari .* menunggu Surya Pratama/).waitFor()
  await page.keyboard.press('Control+l')
  await dialog().getByRole('button', { name: 'Surya Pratama' }).click()
  await page.getByLabel('Sandi', { exact: true }).fill(samplePassword)
  await page.keyboard.press('Enter')
  await page.getByText('1 menunggu Anda').waitFor()
  // A careless Enter must neither approve nor refuse.
  await page.locator('main :focus').waitFor()
  expect(await page.locator('[data-never-first] :focus').count()).toBe(0)
  await program.check()
  await pressOn(page.getByRole('button', { name: 'Setujui peran Admin Dimas Prakoso' }))
  await page.getByLabel('PIN atau sandi Anda').fill(samplePassword)
  await page.keyboard.press('Enter')
  await page.getByText('Disetujui dan dijalankan.').waitFor()
})

it('is approved at once with the password of another person present, and the history names both', async () => {
  const { page } = program
  await page.keyboard.press('Control+l')
  await dialog().getByRole('button', { name: 'Wulan Sari' }).click()
  await page.getByLabel('Sandi', { exact: true }).fill(samplePassword)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Dimas Prakoso.*Admin/ }).waitFor()
  await makeAdmin('Yusuf Maulana')
  await page.keyboard.type('Dimas pindah ke kantor lain')
  await second().getByRole('radio', { name: 'Kirim ke Beranda Surya Pratama' }).focus()
  await page.keyboard.press('ArrowDown')
  await second().getByLabel('Sandi Surya Pratama').fill('bukan ini sandinya')
  await page.keyboard.press('Control+Enter')
  await second().getByText('2 percobaan lagi').waitFor()
  await program.check()
  await second().getByLabel('Sandi Surya Pratama').fill(samplePassword)
  await page.keyboard.press('Control+Enter')
  await page.getByText('Yusuf Maulana disimpan.').waitFor()
  await page.evaluate(() => {
    location.hash = '/pengaturan/riwayat'
  })
  await page.getByText('disetujui Surya').first().waitFor()
})
