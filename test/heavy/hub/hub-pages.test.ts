import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { create } from 'qrcode'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHubPage, hubPageFolder } from '../../../build/hub-page.ts'
import { filesFromFolder } from '../../../electron/host/renderer-files.ts'
import { codeAt } from '../../../electron/hub/staff/totp.ts'
import type { RegistrationId } from '../../../shared/ids.ts'
import { addTrainees, setUpAnew } from '../../backend/cohort-steps.ts'
import type { Fixture } from '../../backend/fixture.ts'
import { aYearOfWork } from '../../backend/hub-steps.ts'
import { applyAll, openRegistration } from '../../backend/registration-steps.ts'
import { axeViolations } from '../../e2e/accessibility.ts'
import { browserWith } from '../../e2e/browser.ts'
import { pressOn, startProgram } from '../../e2e/program.ts'
import { joinTrial, openCentre, startTrial, type Trial } from '../../hub/trial.ts'

let trial: Trial
let centre: Fixture
let other: Fixture
let registrationId: RegistrationId
let numbers: string[]
let page: Page
let browser: Browser
beforeAll(async () => {
  await buildHubPage()
  const files = await filesFromFolder(hubPageFolder)
  trial = await startTrial(() => files)
  centre = openCentre()
  await setUpAnew(centre)
  numbers = (await aYearOfWork(centre)).numbers
  await joinTrial(centre, trial)
  await centre.client.hub.makeProvinceKey({})
  await centre.client.hub.send({})
  // Another centre, where the same people apply.
  other = openCentre({ today: '2025-06-02' })
  await setUpAnew(other)
  const { practice: _, hasLogo: __, logo: ___, ...identity } = (await other.client.centre.get({})).centre
  await other.client.centre.update({ ...identity, name: 'UPT BLK Serang', city: 'Serang', regencyCode: '3604' })
  other.backend.workspace.keys.put('0000b1a5', centre.backend.workspace.keys.get('0000b1a5') ?? Buffer.alloc(0))
  await joinTrial(other, trial)
  const people = await addTrainees(other, 6)
  registrationId = await openRegistration(other, { opens: '2025-06-01', closes: '2025-06-10', year: 2025 })
  await applyAll(other, registrationId, people, '2025-06-02')
  await other.client.hub.send({})
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
  await other?.remove()
  await trial?.close()
})

const shot = async (name: string) => {
  if (process.env.HUB_SHOTS) await page.screenshot({ path: `${process.env.HUB_SHOTS}/${name}.png` })
}

/** The first sign-in: an own password and the code from the telephone. */
async function settle(name: string) {
  await page.getByRole('heading', { name: /masuk pertama kali/ }).waitFor()
  const secretOf = () =>
    trial.hub.db.own(async client => {
      const { rows } = await client.query<{ code_secret: Buffer | null }>(
        'SELECT code_secret FROM pusat.staff WHERE name = $1',
        [name],
      )
      return rows[0]?.code_secret ?? null
    })
  await expect.poll(secretOf).not.toBeNull()
  await page.getByLabel('Sandi baru').fill('sandi yang panjang')
  await page
    .getByLabel('Kode enam angka dari telepon')
    .fill(codeAt((await secretOf()) ?? Buffer.alloc(0), Math.floor(Date.now() / 30_000)))
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Simpan dan masuk' }).click()
}

test('staff sign in with a password and a code, and follow a figure to the classes behind it', async () => {
  await page.goto(`${trial.hub.url}/`)
  await page.getByLabel('Nama akun').fill('admin')
  await page.getByRole('textbox', { name: 'Sandi' }).fill('salah sekali')
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.getByText('Nama, sandi, atau kode salah.').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('textbox', { name: 'Sandi' }).fill(trial.hub.firstPassword ?? '')
  await page.keyboard.press('Enter')

  await settle('admin')

  await page.getByRole('heading', { name: 'Provinsi Banten' }).waitFor()
  await page.getByText(/lulus dari \d+ peserta/).waitFor()
  await shot('ringkasan')
  expect(await axeViolations(page)).toEqual([])

  // Three keys: /, the number, Enter.
  const form = page.getByLabel('Nomor, atau teks kode QR')
  await page.getByRole('heading', { name: 'Provinsi Banten' }).click()
  await page.keyboard.press('/')
  await expect.poll(() => form.evaluate(field => field === document.activeElement)).toBe(true)
  await page.keyboard.type(numbers[0] ?? '')
  await page.keyboard.press('Enter')
  await page.getByText('SAH', { exact: true }).waitFor()

  // Open the kelurahan of a city, and go back.
  const onMap = page.getByRole('group', { name: 'Peta lulusan per kota' })
  await onMap.getByRole('button', { name: /^Kab. Serang: / }).waitFor()
  await onMap.getByRole('button', { name: /^Kota Tangerang: / }).press('Enter')
  await page.getByRole('heading', { name: 'Peserta per kelurahan' }).waitFor()
  await page
    .getByRole('list', { name: /^Kecamatan/ })
    .first()
    .waitFor()
  await shot('kelurahan')
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Semua kota' }).click()

  // Somebody applies in Serang who already passed in Tangerang; the centre in Serang is told.
  const table = page.getByRole('grid', { name: 'Pernah dilatih di balai lain' })
  const before = await table.getByText('Beri tahu balai').count()
  expect(before).toBeGreaterThan(1)
  await table
    .getByRole('button', { name: /^Beri tahu balai tentang Orang/ })
    .first()
    .click()
  await table.getByText(/^diberi tahu/).waitFor()
  await other.client.hub.send({})
  expect(await other.client.hub.notices({})).toHaveLength(1)

  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+E')
  expect((await download).suggestedFilename()).toMatch(/^laporan-pusat-.*\.xlsx$/)

  // Ctrl K finds a centre by name, then its classes.
  await page.keyboard.press('Control+K')
  const finder = page.getByRole('combobox', { name: /^Cari balai/ })
  await finder.waitFor()
  await finder.fill('lulusan')
  await page.getByRole('option', { name: 'Lulusan' }).waitFor()
  await shot('cari')
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Lulusan', level: 1 }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Provinsi Banten' }).waitFor()

  await page.getByRole('link', { name: /^1 kelas selesai/ }).click()
  await page.getByRole('gridcell', { name: /TR-/ }).waitFor()
  await shot('kelas')
  expect(await axeViolations(page)).toEqual([])
})

test('every page opens, and small counts are hidden outside of their centre', async () => {
  for (const name of ['Balai', 'Lulusan', 'Realisasi', 'Sertifikat', 'Orang ganda', 'Laporan']) {
    await page.getByRole('link', { name: new RegExp(`^${name}( \\d+ menunggu)?$`) }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await shot(name)
    expect(await axeViolations(page), name).toEqual([])
  }
  // Split by outcome, one group has a single person: the province sees '< 5'.
  await page.getByRole('combobox', { name: 'Dibagi menurut' }).click()
  await page.getByRole('option', { name: 'Hasil' }).click()
  await page.getByRole('gridcell', { name: '< 5' }).first().waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Ekspor ke Excel' }).click()
  expect((await download).suggestedFilename()).toMatch(/^laporan-pusat-.*\.xlsx$/)
  const csv = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Simpan CSV' }).click()
  const text = readFileSync(await (await csv).path(), 'utf8')
  const [head, ...lines] = text.trimEnd().split('\r\n')
  expect(head).toBe('Hasil,Peserta,Lulus')
  expect(lines.length).toBeGreaterThan(1)
  // The file hides the same small counts as the page.
  expect(lines.some(line => line.includes('< 5'))).toBe(true)
  for (const line of lines) expect(line).not.toMatch(/,[1-4](,|$)/)
  // A single centre, without anybody in a class.
  await page.getByRole('combobox', { name: /^Balai/ }).click()
  await page.getByRole('option', { name: /Serang/ }).click()
  await expect.poll(() => page.getByRole('gridcell', { name: '< 5' }).count()).toBe(0)

  await page.getByRole('link', { name: 'Balai', exact: true }).click()
  await page.getByLabel('Untuk balai').fill('UPT BLK Serang')
  await page.keyboard.press('Enter')
  await page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/).waitFor()

  // A centre that lost its key gets a new code. An account is added, gets another first password, and is closed.
  await page.getByRole('rowheader', { name: 'UPT Balai Latihan Kerja' }).click()
  await page.getByRole('button', { name: 'Kode sambung ulang' }).click()
  await expect.poll(() => page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/).count()).toBe(2)
  await page.getByLabel('Nama akun').fill('bagus')
  await page.getByLabel('Dinas').fill('Disnakertrans')
  await page.getByRole('button', { name: 'Tambah akun' }).click()
  await page.getByRole('button', { name: 'Sandi baru untuk bagus' }).click()
  await page.getByText(/^Sandi pertama bagus:/).waitFor()
  await page.getByRole('button', { name: 'Nonaktifkan bagus' }).click()
  await page.getByRole('button', { name: 'Aktifkan bagus' }).waitFor()
  await page.getByLabel('Nama akun').fill('siti')
  await page.getByRole('combobox', { name: /^Hanya balai/ }).click()
  await page.getByRole('option', { name: /^UPT Balai Latihan Kerja/ }).click()
  await page.getByRole('button', { name: 'Tambah akun' }).click()
  await page.getByText('hanya UPT Balai Latihan Kerja').waitFor()
  const passwordText = (await page.getByText(/^Sandi pertama, diganti saat masuk/).textContent()) ?? ''
  await shot('akun')
  expect(await axeViolations(page)).toEqual([])

  // Staff of a centre see only that centre, with all its figures.
  await page.getByRole('button', { name: 'Keluar' }).click()
  // The page of accounts also has a field 'Nama akun', so wait for the sign-in button first.
  await page.getByRole('button', { name: 'Masuk', exact: true }).waitFor()
  await page.getByLabel('Nama akun').fill('siti')
  await page.getByRole('textbox', { name: 'Sandi' }).fill(passwordText.split(': ')[1] ?? '')
  await page.keyboard.press('Enter')
  await settle('siti')
  await page.getByRole('link', { name: 'Balai', exact: true }).click()
  await page.getByRole('rowheader', { name: 'UPT Balai Latihan Kerja' }).waitFor()
  await page.getByText('Serang').waitFor({ state: 'detached' })
  await shot('satu-balai')
  expect(await axeViolations(page)).toEqual([])

  // Without an account nobody gets past the sign-in page.
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.getByLabel('Nama akun').waitFor()
  await page.goto(`${trial.hub.url}/periksa`)
  expect(await axeViolations(page)).toEqual([])
  await page.getByLabel('Nomor sertifikat, atau teks kode QR').fill(numbers[0] ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'SAH' }).waitFor()
  await shot('periksa')
  expect(await axeViolations(page)).toEqual([])

  // Simulates a camera that sees the code of the paper; everything else is the real page.
  const code = centre.backend.workspace.read.value<string>(
    `SELECT qr_text FROM certificate WHERE number = '${numbers[1]}'`,
  )
  const { modules } = create(code)
  await page.evaluate(
    ({ size, dark }) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: (size + 8) * 6, height: (size + 8) * 6 })
      const context = canvas.getContext('2d')
      const draw = () => {
        if (!context) return
        context.fillStyle = '#fff'
        context.fillRect(0, 0, canvas.width, canvas.height)
        context.fillStyle = '#000'
        for (const at of dark) context.fillRect(((at % size) + 4) * 6, (Math.floor(at / size) + 4) * 6, 6, 6)
      }
      // A still canvas sends no frames, so keep drawing.
      setInterval(draw, 50)
      const stream = canvas.captureStream(10)
      navigator.mediaDevices.getUserMedia = async () => stream
    },
    { size: modules.size, dark: [...modules.data].flatMap((bit, at) => (bit ? [at] : [])) },
  )
  await page.getByRole('button', { name: 'Pindai QR dengan kamera' }).click()
  await page
    .getByRole('definition')
    .filter({ hasText: numbers[1] ?? '' })
    .waitFor()
  await page.getByRole('heading', { name: 'SAH' }).waitFor()
})

test('the centre sees the notice beside its applicant, decides, and the Pusat gets the answer', async () => {
  await other.backend.close()
  const program = await startProgram('2025-06-02', { dataFolder: other.folder })
  try {
    const desk = program.page
    await desk.goto(`${new URL(desk.url()).origin}/#/seleksi/${registrationId}`)
    await desk.getByText('1 pendaftar pernah lulus di balai lain.').waitFor()
    await pressOn(desk.getByRole('button', { name: /^Jawab Pusat tentang/ }))
    await desk.getByText('Pusat: pernah lulus di balai lain.').waitFor()
    if (process.env.HUB_SHOTS) await desk.screenshot({ path: `${process.env.HUB_SHOTS}/pendaftar.png` })
    await program.check()
    await desk.getByRole('button', { name: 'Boleh ikut' }).click()
    await desk.getByRole('textbox').fill('Kejuruan lanjutan, bukan yang sama')
    await desk.keyboard.press('Control+Enter')
    await desk.getByText(/^.*Dijawab boleh/).waitFor()
  } finally {
    await program.close()
  }
  other = openCentre({ folder: dirname(other.folder), today: '2025-06-02' })
  await other.client.hub.send({})
  const { rows } = await trial.hub.db.own(client => client.query('SELECT answer FROM pusat.notice_answer'))
  expect(rows).toEqual([{ answer: 'allowed' }])
})
