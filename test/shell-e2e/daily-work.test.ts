import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { paragraph, wordFile, wordText } from '../backend/office/office-files.ts'
import { signIn } from '../e2e/sign-in-form.ts'
import { threeCohorts } from '../e2e/three-cohorts.ts'
import { Desktop, type Start } from './desktop.ts'

const root = join(import.meta.dirname, '../..')
let pc: Desktop
let program: Start
let page: Page
/** Path of the form that Word was asked to open. */
let openedWord = ''
const snapshots = () => {
  const folder = join(pc.dataFolder, 'cadangan')
  return existsSync(folder) ? readdirSync(folder) : []
}
/** The id of the last audit row in a closed database. */
const lastEntry = (name: string) => {
  const raw = new BetterSqlite(join(pc.dataFolder, name), { readonly: true })
  const { last } = raw.prepare('SELECT max(id) AS last FROM audit').get() as { last: number }
  raw.close()
  return last
}
const windowState = () => JSON.parse(readFileSync(join(pc.dataFolder, 'shell/jendela.json'), 'utf8'))

async function start() {
  program = await pc.start({
    prepare: stage =>
      stage.printers.push({ name: 'EPSON_L3210', displayName: 'EPSON L3210', description: '', options: {} }),
  })
  page = await program.page()
  await signIn(page)
  await page.getByRole('link', { name: 'Tata Boga I' }).first().waitFor()
}

/** Opens the preview of the class's first paper by keys. */
async function openPaper() {
  await page.getByRole('link', { name: 'Tata Boga I' }).first().click()
  await page
    .getByRole('link', { name: /^Berkas/ })
    .first()
    .click()
  await page.locator('[data-row]:focus').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('sampul')
  await page.keyboard.press('ArrowDown')
  await page
    .locator('[data-row]:focus')
    .and(page.getByRole('row', { name: /Sampul Berkas/ }))
    .waitFor()
  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog', { name: 'Sampul Berkas' })
  await dialog.getByRole('button', { name: /^Cetak 1 lembar/ }).waitFor()
  return dialog
}

beforeAll(async () => {
  pc = new Desktop()
  mkdirSync(pc.dataFolder, { recursive: true })
  await threeCohorts(pc.dataFolder)
  await start()
})
afterEach(test => program.keepPicture(test.task))
afterAll(() => pc.close())

describe('links, files and prints', () => {
  it('only WhatsApp links leave, and the system opens them', async () => {
    expect(await page.evaluate(() => fetch('https://contoh.id/').then(() => 'loaded', String))).toContain('TypeError')
    for (const address of ['https://contoh.id/', 'https://wa.me/62812', 'https://wa.me.contoh.id/62812'])
      await page.evaluate(to => {
        location.href = to
      }, address)
    await vi.waitFor(() => expect(program.stage.handedOut).toEqual(['https://wa.me/62812']))
    await page.evaluate(() => window.open('https://contoh.id/'))
    expect(page.url()).toMatch(/^https:\/\/balai\.shell\//)
    expect(program.stage.handedOut).toHaveLength(1)
    expect(program.forgetFaults().length).toBeGreaterThan(0)
  })

  it('a file is saved where the dialog says, with its own name in the documents folder', async () => {
    const dialog = await openPaper()
    program.stage.saveTo = join(pc.folder, 'sampul.pdf')
    await page.keyboard.press('Control+s')
    await expect.poll(() => existsSync(program.stage.saveTo)).toBe(true)
    expect(readFileSync(program.stage.saveTo).subarray(0, 5).toString()).toBe('%PDF-')
    expect(program.stage.saveDialogs).toEqual([
      expect.objectContaining({
        title: 'Simpan berkas',
        defaultPath: join(pc.folder, 'Sampul Berkas – Tata Boga I.pdf'),
      }),
    ])
    await dialog.waitFor()
  })

  it('a paper is printed with the chosen printer, copies and sides, and recorded', async () => {
    const dialog = page.getByRole('dialog', { name: 'Sampul Berkas' })
    const choose = async (label: string, option: string) => {
      await dialog
        .getByRole('combobox', { name: label })
        .or(dialog.getByLabel(label, { exact: true }))
        .first()
        .click()
      await page.getByRole('option', { name: option }).click()
    }
    await choose('Pencetak', 'EPSON L3210')
    await choose('Sisi', 'Bolak-balik, balik sisi panjang')
    await dialog.getByLabel('Rangkap').fill('2')
    await dialog.getByRole('button', { name: /^Cetak 2 lembar/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    const [job] = program.stage.prints
    expect(job?.settings).toMatchObject({
      silent: true,
      deviceName: 'EPSON_L3210',
      copies: 2,
      duplexMode: 'longEdge',
      margins: { marginType: 'none' },
      landscape: false,
    })
    expect(job?.pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(program.stage.prints).toHaveLength(1)
    await page.getByText('Dicetak 1 kali', { exact: false }).first().waitFor()
    await program.check()
  })

  it('a failing printer is reported, and the paper stays open', async () => {
    await page.keyboard.press('Control+p')
    const dialog = page.getByRole('dialog', { name: 'Sampul Berkas' })
    program.stage.printAnswer = [false, 'Print job failed']
    await dialog.getByRole('button', { name: /^Cetak 2 lembar/ }).click()
    await dialog.getByText('Pencetak EPSON_L3210 tidak mencetak.').waitFor()
    program.stage.printAnswer = [true, '']
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('a filled office form is opened in Word from our own folder, and saved if there is no Word', async () => {
    const at = (path: string) => page.evaluate(to => location.assign(`#${to}`), path)
    await at('/pengaturan/formulir')
    const buffer = Buffer.from(wordFile({ body: paragraph('Kelas {kode_kelas}') }))
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    await page.getByLabel('Berkas formulir').setInputFiles({ name: 'surat_kota.docx', mimeType, buffer })
    const drawer = page.getByRole('dialog', { name: 'Formulir baru' })
    await drawer.getByText('1 token dikenal semua.').waitFor()
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { name: 'Surat kota' }).waitFor()
    await at('/angkatan/TB-2024-01/berkas')
    await page.getByRole('textbox', { name: 'Nama berkas' }).fill('surat kota')
    await page.getByRole('row', { name: /Surat kota/ }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Surat kota' })
    await dialog.getByText('Surat kota TB-2024-01.docx').waitFor()
    await program.check()
    await page.keyboard.press('Control+Enter')
    await dialog
      .getByText(/Dicetak 1 kali/)
      .or(dialog.getByText('Wulan Sari'))
      .first()
      .waitFor()
    const [word] = program.stage.opened
    expect(basename(word?.path ?? '')).toBe('Surat kota TB-2024-01.docx')
    expect(wordText(word?.bytes ?? Buffer.alloc(0))).toContain('Kelas TB-2024-01')
    program.stage.openAnswer = 'No application is associated with the specified file'
    program.stage.saveTo = join(pc.folder, 'surat.docx')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => existsSync(program.stage.saveTo)).toBe(true)
    expect(wordText(readFileSync(program.stage.saveTo))).toContain('Kelas TB-2024-01')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    openedWord = word?.path ?? ''
  })
})

describe('the window', () => {
  it('comes to the front when the program is started again', async () => {
    program.window.minimize()
    program.app.emit('second-instance')
    expect(program.window.state).toMatchObject({ minimized: false, shown: true, focused: true })
    const second = await pc.start({ first: false })
    await vi.waitFor(() => expect(second.stage.errorBoxes).toEqual([]))
    expect(await second.ended()).toBe(0)
    expect(second.stage.pages).toEqual([])
  })

  it('locks the data: another program gets an error', () => {
    const parameters = [
      join(root, 'electron/cli/main.ts'),
      'serve',
      '--data',
      pc.dataFolder,
      '--no-open',
      '--port',
      '0',
    ]
    const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8', timeout: 30_000 })
    expect(status).not.toBe(0)
    expect(stderr).toContain('sedang dibuka jendela atau program lain')
  })

  it('zooms by keys, step by step and back', async () => {
    const width = () => page.evaluate(() => window.innerWidth)
    expect(await width()).toBe(1366)
    await program.press('+', { control: true })
    await program.press('=', { control: true })
    await expect.poll(width).toBe(Math.round(1366 / 1.25))
    await program.press('0', { control: true })
    await expect.poll(width).toBe(1366)
    await program.press('-', { control: true })
    expect(program.window.webContents.zoom).toBe(0.9)
  })
})

describe('a page that crashes', () => {
  it('is reloaded at the same address, with the typed text', async () => {
    await page.keyboard.press('Control+0')
    await page.getByRole('link', { name: 'Beranda' }).first().click()
    await page.keyboard.press('Alt+b')
    await page.getByRole('heading', { name: 'Peserta baru' }).waitFor()
    await page.getByLabel('Nama lengkap').fill('Siti Aminah')
    const address = page.url()
    // Drafts are saved every two seconds.
    await page.waitForTimeout(2_500)
    const devtools = await page.context().newCDPSession(page)
    devtools.send('Page.crash').catch(() => undefined)
    page = await program.page(2)
    await page.getByRole('heading', { name: 'Peserta baru' }).waitFor()
    expect(page.url()).toBe(address)
    await expect.poll(() => page.getByLabel('Nama lengkap').inputValue()).toBe('Siti Aminah')
    expect(program.stage.messages).toEqual([])
    program.forgetFaults()
  })

  it('asks before the window is closed with unsaved text', async () => {
    // Chromium asks only on a page that the user has touched.
    await page.getByLabel('Nama lengkap').press('End')
    await program.window.close()
    expect(program.stage.messages).toEqual([expect.objectContaining({ message: 'Ada isian yang belum disimpan' })])
    expect(program.window.isDestroyed()).toBe(false)
    await page.getByRole('heading', { name: 'Peserta baru' }).waitFor()
  })
})

describe('the end', () => {
  it('with the close button: unsaved work is dropped, a snapshot is made, the window is remembered', async () => {
    program.stage.pressed = 'Tutup tanpa menyimpan'
    program.window.bounds = { x: 11, y: 12, width: 1111, height: 666 }
    expect(existsSync(openedWord)).toBe(true)
    expect(await program.close()).toBe(0)
    // The copy for Word contains names, so it is deleted at the end.
    expect(existsSync(openedWord)).toBe(false)
    expect(lastEntry(join('cadangan', snapshots().toSorted().at(-1) ?? ''))).toBe(lastEntry('balai.db'))
    expect(statSync(join(pc.dataFolder, 'balai.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    expect(windowState()).toEqual({
      bounds: { x: 11, y: 12, width: 1111, height: 666 },
      maximized: true,
      zoom: 0.9,
    })
  })

  it('the next start has the same window, zoom and centre', async () => {
    await start()
    expect(program.window.bounds).toEqual({ x: 11, y: 12, width: 1111, height: 666 })
    expect(program.window.webContents.zoom).toBe(0.9)
    await program.press('0', { control: true })
  })

  it('with Windows: everything is at once in one complete file, without a snapshot', async () => {
    const before = snapshots().length
    await page.getByRole('link', { name: 'Tata Boga I' }).first().click()
    await page
      .getByRole('link', { name: /^Berkas/ })
      .first()
      .click()
    await page.locator('[data-row]:focus').waitFor()
    await page.keyboard.press('p')
    await page.getByText('diperiksa: sudah').first().waitFor()
    program.window.emit('session-end')
    // Nothing was awaited, and still the last write is there.
    const raw = new BetterSqlite(join(pc.dataFolder, 'balai.db'), { readonly: true })
    expect(raw.prepare("SELECT count(*) AS n FROM paper_verdict WHERE verdict = 'CHECKED'").get()).toEqual({ n: 1 })
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    raw.close()
    expect(statSync(join(pc.dataFolder, 'balai.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    expect(snapshots().length).toBe(before)
    program.window.destroy()
    await program.ended()
    program.forgetFaults()
  })

  it('with an unexpected error: shown, and reported at the next start without personal data', async () => {
    await start()
    const listener = process.listeners('uncaughtException').findLast(one => one.name === 'endWithMessage')
    listener?.(new Error('cannot read "Siti Aminah" 3275011201900001'), 'uncaughtException')
    expect(await program.ended()).toBe(1)
    expect(program.stage.errorBoxes[0]?.[0]).toBe('Balai harus ditutup')
    // In reality the process would be gone; here its data is closed by hand.
    program.window.emit('session-end')
    program.window.destroy()
    await start()
    await page.getByText('Balai berhenti tiba-tiba').waitFor()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Salin untuk bantuan' }).click()
    const report = await page.evaluate(() => navigator.clipboard.readText())
    expect(report).toContain('Error: cannot read')
    expect(report).not.toMatch(/Siti|3275/)
    await program.check()
    await page.getByRole('button', { name: 'Tutup laporan' }).click()
    await page.getByText('Balai berhenti tiba-tiba').waitFor({ state: 'hidden' })
    expect(await program.close()).toBe(0)
  })
})
