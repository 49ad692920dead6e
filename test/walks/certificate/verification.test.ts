import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { samplePanel } from '../../../electron/backend/sample/tata-rias-cohort.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { certificatePath } from '../../../shared/features/certificate/certificate-path.ts'
import { axeViolations } from '../../e2e/accessibility.ts'
import { launchBrowser } from '../../e2e/browser.ts'
import { countedKeys } from '../../e2e/counted-keys.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { asSamplePerson } from '../../e2e/sample-person.ts'
import { tataRias } from '../../e2e/tata-rias.ts'
import { renderPage } from '../../papers/read-pdf.ts'

const day = '2025-01-09'

describe('certificates that can be checked', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  const dataFolder = join(folder, 'data')
  const checker = join(folder, 'periksa.html')
  const photo = join(folder, 'foto.png')
  const camera = join(folder, 'kamera.mjpeg')
  const records: string[] = []
  let program: Program
  beforeAll(async () => {
    await tataRias(dataFolder, day)
    await issued()
    program = await startProgram(day, { dataFolder, camera })
    await program.page.getByRole('heading', { name: 'Kamis, 9 Januari 2025' }).waitFor()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(context => program.keepPicture(context.task))

  /** Thirteen certificates, of which the second is revoked and the third replaced. */
  async function issued(): Promise<void> {
    const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: fixedClock(day) })
    const { client } = backend
    const draft = { code: 'TR-2024-03', kind: 'certificate' as const, issuedOn: day as typeof day }
    await client.graduation.decide({ code: draft.code, heldOn: day, ...samplePanel, overrides: [] })
    const { officerId, candidates } = await client.certificate.prepare({ ...draft, officerId: null })
    if (officerId === null) throw new Error('nobody signs')
    const enrolmentIds = candidates.map(row => row.enrolmentId)
    const { issued: papers } = await client.certificate.issue({ ...draft, officerId, enrolmentIds })
    const [first, second, third] = papers
    if (!first || !second || !third) throw new Error('nothing was issued')
    const reason = 'Nama salah ejaan'
    await client.book.revoke({ id: second.id, revokedOn: day, reason: 'Ijazah ternyata palsu' })
    await client.book.replace({ id: third.id, issuedOn: day, officerId, reason })
    for (const { id } of papers) {
      const sql = "SELECT json_extract(facts, '$.qrText') FROM certificate WHERE id = ?"
      records.push(backend.workspace.read.value(sql, [id]))
    }
    const pdf = await client.certificate.file({ id: first.id })
    writeFileSync(photo, await renderPage(new Uint8Array(await pdf.arrayBuffer()), 0, 150))
    await holdBeforeCamera(await renderPage(new Uint8Array(await pdf.arrayBuffer()), 0, 300))
    await backend.close()
  }
  /** A photo of the lower left part of the paper, as a PC camera would see it. */
  async function holdBeforeCamera(page: Buffer): Promise<void> {
    const canvas = createCanvas(1280, 720)
    const context = canvas.getContext('2d')
    const inch = 300 / 25.4
    context.drawImage(await loadImage(page), 30 * inch, 140 * inch, 96 * inch, 54 * inch, 0, 0, 1280, 720)
    writeFileSync(camera, canvas.toBuffer('image/jpeg'))
  }
  const picture = (name: string) =>
    program.page.screenshot({ path: join(import.meta.dirname, `../../../.cache/screens/verification-${name}.png`) })

  it('checks a pasted code and a picture, and answers in words', async () => {
    const { page } = program
    await page.evaluate(() => {
      location.hash = '/sertifikat/verifikasi'
    })
    const field = page.getByRole('textbox', { name: 'Nomor sertifikat, atau isi kode QR' })
    await page.locator(':focus').and(field).waitFor()
    const cases = [
      [records[0] ?? '', 'SAH'],
      [records[1] ?? '', 'DICABUT'],
      [records[2] ?? '', 'DIGANTI'],
      [(records[0] ?? '').replace('DEWI', 'DEWA'), 'DIUBAH'],
      ['selamat pagi', 'TIDAK DIKENAL'],
    ] as const
    for (const [text, title] of cases) {
      await field.fill(text)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 2, name: title }).waitFor()
    }
    // While a file is read the page says so.
    let saidSo = false
    await page.route(/verification\/checkFile/, async route => {
      await page.getByText('Membaca gambar dan mencari kodenya…').waitFor()
      saidSo = true
      await route.continue()
    })
    await page.getByLabel('Foto atau PDF').setInputFiles(photo)
    await page.getByRole('heading', { level: 2, name: 'SAH' }).waitFor()
    expect(saidSo).toBe(true)
    await page.getByText('DEWI LESTARI').waitFor()
    await picture('answer')
    await program.check()
    await field.fill('selamat pagi')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'TIDAK DIKENAL' }).waitFor()
    await page.getByRole('button', { name: 'Kamera', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: 'SAH' }).waitFor()
    await page.getByText('DEWI LESTARI', { exact: true }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Simpan halaman pemeriksa' }).click()
    await (await download).saveAs(checker)
    // The history of the paper says who checked it, and that a different paper with its number was shown.
    await page.evaluate(path => {
      location.hash = path
    }, certificatePath('500.15/0001/BLK/I/2025'))
    await page.getByText('sah · terakhir diperiksa Kam 9 Jan 2025, 08.00', { exact: true }).waitFor()
    await page.getByText('Diperiksa: diubah', { exact: true }).waitFor()
    await page.getByText('kode QR bernomor ini bukan buatan balai', { exact: true }).waitFor()
    await picture('remembered')
  })

  it('shows a paper with its chain, makes a copy and reserves numbers for handwritten papers', async () => {
    const { page } = program
    await page.keyboard.press('Alt+5')
    await page.getByRole('heading', { name: 'Sertifikat', level: 1 }).waitFor()
    await page.getByText('14 terbit').waitFor()
    // From a number at the counter to the printed paper in eight keys.
    await page.evaluate(() => {
      window.print = () => {}
    })
    const keys = countedKeys(page)
    await keys.press('Control+k')
    await page.getByRole('combobox', { name: /^Cari orang/ }).waitFor()
    await keys.type('0014')
    await page.locator('[role=option][aria-selected=true]', { hasText: '0014' }).waitFor()
    await keys.press('Enter')
    await page.getByText('500.15/0014/BLK/I/2025', { exact: true }).first().waitFor()
    await page
      .getByRole('img', { name: /^Halaman 1 dari/ })
      .first()
      .waitFor()
    await program.check()
    await keys.press('Control+p')
    await page
      .getByRole('dialog')
      .getByRole('img', { name: /^Halaman 1 dari/ })
      .waitFor()
    await page.getByRole('dialog').getByText('cetak bolak-balik: balik di sisi pendek', { exact: false }).waitFor()
    await keys.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Dicetak', { exact: true }).first().waitFor()
    expect(keys.count).toBeLessThanOrEqual(8)
    // Handed out with two keys: A, Enter.
    await page.keyboard.press('a')
    await page.locator(':focus').and(page.getByLabel('Diambil pada')).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('sudah diambil').waitFor()
    await page.getByRole('link', { name: '500.15/0003/BLK/I/2025' }).waitFor()
    await page.keyboard.press('s')
    await page
      .locator(':focus')
      .and(page.getByRole('textbox', { name: 'Alasan' }))
      .waitFor()
    await page.keyboard.type('Lembar asli hilang')
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('dialog', { name: /Salinan ke-1/ })
      .getByRole('img', { name: 'Halaman 1 dari 2' })
      .waitFor()
    await picture('copy')
    await page.keyboard.press('Escape')
    await page.getByText(/Lembar asli hilang · untuk/).waitFor()
    await picture('paper')
    await program.check()
    await page.keyboard.press('Alt+5')
    await page.getByText('14 terbit').waitFor()
    await page.getByRole('button', { name: 'Nomor tanpa sertifikat' }).click()
    await page.getByText('500.15/0015/BLK/I/2025').waitFor()
    await page.getByRole('textbox', { name: 'Alasan' }).fill('Blanko lama masih dipakai')
    await picture('numbers')
    await page.keyboard.press('Control+s')
    await page.getByRole('row', { name: /500\.15\/0019\/BLK\/I\/2025/ }).waitFor()
    await picture('book')
    await program.check()
    await page.evaluate(() => {
      location.hash = '/sertifikat/kunci'
    })
    await page.getByText('Kunci belum dicadangkan.').waitFor()
    await picture('keys')
    await program.check()
  })

  describe('the checker page without a server', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchBrowser(camera)
    })
    afterAll(() => browser?.close())

    it.each([
      ['desktop', { width: 1000, height: 900 }],
      ['phone', { width: 360, height: 740 }],
    ])('works when opened from the disk without a network, on a %s', async (name, viewport) => {
      const context = await browser.newContext({ viewport, offline: true, locale: 'id-ID' })
      const page = await context.newPage()
      const faults: string[] = []
      page.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
      })
      page.on('pageerror', error => faults.push(error.message))
      page.on('request', request => {
        if (!/^(file|blob|data):/.test(request.url())) faults.push(request.url())
      })
      // Some browsers lack these on a file opened from disk.
      await page.addInitScript(() => {
        Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined })
        Reflect.deleteProperty(globalThis, 'BarcodeDetector')
      })
      await page.goto(pathToFileURL(checker).href)
      await page.getByText('per 9 Januari 2025').waitFor()
      const cases = [
        [records[3] ?? '', 'SAH'],
        [records[1] ?? '', 'DICABUT'],
        [records[2] ?? '', 'DIGANTI'],
        [(records[3] ?? '').replace(/.$/, last => (last === '0' ? '1' : '0')), 'DIUBAH'],
        ['selamat pagi', 'TIDAK DIKENAL'],
      ] as const
      for (const [text, title] of cases) {
        await page.getByRole('textbox', { name: 'Isi kode QR' }).fill(text)
        await page.getByRole('button', { name: 'Periksa' }).click()
        await page.getByRole('heading', { level: 2, name: title }).waitFor()
      }
      await page.getByLabel('Ambil atau pilih foto').setInputFiles({
        name: 'foto.png',
        mimeType: 'image/png',
        buffer: readFileSync(photo),
      })
      await page.getByText('DEWI LESTARI').waitFor()
      await page.getByRole('heading', { level: 2, name: 'SAH' }).waitFor()
      await page.screenshot({
        path: join(import.meta.dirname, `../../../.cache/screens/verification-${name}.png`),
        fullPage: true,
      })
      expect(await axeViolations(page)).toEqual([])
      await page.reload()
      await page.getByRole('button', { name: 'Pakai kamera' }).click()
      await page.getByRole('heading', { level: 2, name: 'SAH' }).waitFor()
      await page.getByText('DEWI LESTARI').waitFor()
      expect(await page.getByRole('button', { name: 'Matikan kamera' }).isVisible()).toBe(false)
      expect(faults).toEqual([])
      await context.close()
    })
  })
})
