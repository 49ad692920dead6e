import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createCanvas } from '@napi-rs/canvas'
import BetterSqlite from 'better-sqlite3'
import type { Download, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { fileFolderName, paperFolderName } from '../../../electron/backend/database/identity.ts'
import { samplePanel } from '../../../electron/backend/sample/tata-rias-cohort.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { longTitles } from '../../../shared/features/session/long-titles.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { asFile, paragraph, wordFile } from '../../backend/office/office-files.ts'
import { clientOf } from '../../e2e/page-client.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { asSamplePerson } from '../../e2e/sample-person.ts'
import { confirmPassword } from '../../e2e/sign-in-form.ts'
import { tataRias } from '../../e2e/tata-rias.ts'

const day = '2025-01-09'
const code = 'TR-2024-03'
const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const stick = join(folder, 'CADANGAN A')
let program: Program

beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  await tataRias(dataFolder, day)
  await fill(dataFolder)
  // The recovery sheet, without which there is no backup.
  const backend = createBackend({ dataFolder, host: silentHost, clock: fixedClock(day), alone: true })
  await backend.client.backup.make({ to: stick })
  await backend.close()
  program = await startProgram(day, { dataFolder })
})
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(({ task }) => program.keepPicture(task))

/** The class with its certificates, a test of the BNSP, and a form of the office. */
async function fill(dataFolder: string): Promise<void> {
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: fixedClock(day) })
  const { client } = backend
  await client.graduation.decide({ code, heldOn: day, ...samplePanel, overrides: [] })
  const kind = 'certificate'
  const { officerId, candidates } = await client.certificate.prepare({ code, kind, issuedOn: day, officerId: null })
  if (officerId === null) throw new Error('nobody signs')
  const enrolmentIds = candidates.map(row => row.enrolmentId)
  await client.certificate.issue({ code, kind, issuedOn: day, officerId, enrolmentIds })
  const [first] = candidates
  if (!first) throw new Error('nobody passed')
  const tested = { testedOn: day as PlainDate, lsp: 'LSP Contoh', scheme: 'Tata Rias', result: 'K' as const }
  const test = { ...tested, number: '', registration: '', validUntil: null }
  await client.competence.save({ code, tests: [{ enrolmentId: first.enrolmentId, test }] })
  const file = asFile('surat.docx', wordFile({ body: paragraph('{nama}') }))
  await client.officeForm.add({ title: 'Surat', subject: 'PERSON', file })
  await backend.close()
}

/**
 * Holds back the jobs of the drawing threads, so that every job seems to take long without using the processor. The returned function sends
 * them, because a job that was not cancelled would otherwise never be answered.
 */
function threadsThatDraw(): () => void {
  const { postMessage } = Worker.prototype
  const held: (() => void)[] = []
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: []) {
    const send = () => postMessage.call(this, message, ...rest)
    const isDrawing = typeof message === 'object' && message !== null && 'job' in message
    if (isDrawing) held.push(send)
    else send()
  }
  return () => {
    Worker.prototype.postMessage = postMessage
    for (const send of held) send()
  }
}

/** Nothing is heard of a thread that begins now, neither its answer nor its end, as if it still worked. */
function threadsThatWork(): () => void {
  const hold = (message: unknown) => {
    const { worker } = message as { worker: Worker }
    const emit = worker.emit.bind(worker)
    worker.emit = (name: string, ...said: unknown[]) => name === 'message' || name === 'exit' || emit(name, ...said)
  }
  subscribe('worker_threads', hold)
  return () => {
    unsubscribe('worker_threads', hold)
  }
}

interface LongPlace {
  operation: keyof typeof longTitles
  path: string
  run: (page: Page) => Promise<void>
  /** Makes it take long; returns how that ends. */
  hold?: () => () => void
}

const press = (key: string, before: RegExp | string) => async (page: Page) => {
  await page.getByRole('button', { name: before }).first().waitFor()
  await expect.poll(() => page.getByRole('button', { name: before }).first().getAttribute('aria-disabled')).toBe(null)
  await page.keyboard.press(key)
}
const click = (name: RegExp | string) => async (page: Page) => {
  await expect.poll(() => page.getByRole('button', { name }).first().getAttribute('aria-disabled')).toBe(null)
  await page.getByRole('button', { name }).first().click()
}

/** The places of the program whose work waits for a drawing thread and stores nothing. */
const drawn: readonly LongPlace[] = [
  { operation: 'history.export', path: '/pengaturan/riwayat', run: click(/^Ekspor ke Excel/) },
  { operation: 'report.file', path: '/laporan/resmi/rekap-pelatihan', run: click(/^Ekspor ke Excel/) },
  { operation: 'report.fileNames', path: '/laporan/resmi/data-peserta', run: click(/^Ekspor ke Excel/) },
  { operation: 'report.ownFile', path: '/laporan/susun', run: click(/^Ekspor ke Excel/) },
  {
    operation: 'report.ownGuardedFile',
    path: '/laporan/susun',
    async run(page) {
      await page.getByRole('combobox', { name: /^Baris/ }).click()
      await page.getByRole('option', { name: 'Keluarga stunting' }).click()
      await page.getByRole('heading', { level: 1, name: /stunting/ }).waitFor()
      await click(/^Ekspor ke Excel/)(page)
    },
  },
  {
    operation: 'teaching.exportReport',
    path: '/kehadiran/jam-mengajar?dari=2024-12-01',
    run: click(/^Ekspor ke Excel/),
    hold: threadsThatWork,
  },
  { operation: 'competence.export', path: '/uji-bnsp', run: click(/^Ekspor Excel/) },
  { operation: 'competence.export', path: `/angkatan/${code}/uji-bnsp`, run: click(/^Ekspor Excel/) },
  { operation: 'officeForm.make', path: '/peserta/1', run: click(/^Surat \(/) },
  { operation: 'book.cohortFiles', path: `/angkatan/${code}/sertifikat`, run: click(/^Berkas per orang/) },
  { operation: 'certificate.cohortFile', path: `/angkatan/${code}/sertifikat`, run: press('Control+p', /^Cetak 13/) },
  // Somebody has opened the person above by now.
  {
    operation: 'history.breachPeople',
    path: '/pengaturan/riwayat/kebocoran',
    run: press('Control+e', /^Orang terdampak/),
  },
]

async function go(path: string): Promise<void> {
  const { page } = program
  await page.goto(`${new URL(page.url()).origin}/#/pengaturan/komputer`)
  await page.getByRole('heading', { level: 1, name: 'Pengaturan' }).waitFor()
  await page.goto(`${new URL(page.url()).origin}/#${path}`)
}

/** The foot comes, Ctrl . stops the work, and the page says so. `page.keyboard` would first wait for the answer of the work itself. */
async function stopsByKey(operation: LongPlace['operation']): Promise<void> {
  const { page } = program
  const title = longTitles[operation]
  const foot = page.getByRole('button', { name: `Hentikan: ${title}` })
  await foot.waitFor()
  await page.getByRole('progressbar', { name: title }).waitFor()
  await foot.press('Control+.')
  await page.getByText('Pekerjaan ini dihentikan dan tidak menyimpan apa pun.').first().waitFor()
  await foot.waitFor({ state: 'detached' })
}

test.each(drawn)('$operation at $path shows its progress, is stopped by key, and leaves nothing', async place => {
  const { operation, path, run, hold = threadsThatDraw } = place
  const { page } = program
  const history = new BetterSqlite(join(folder, 'data', 'balai.db'), { readonly: true })
  const recorded = () => history.prepare('SELECT count(*) FROM audit WHERE operation = ?').pluck().get(operation)
  const before = recorded()
  const files: Download[] = []
  const keep = (file: Download) => files.push(file)
  page.on('download', keep)
  await go(path)
  const end = hold()
  try {
    await run(page)
    await stopsByKey(operation)
  } finally {
    end()
    page.off('download', keep)
  }
  await program.check()
  expect(files).toHaveLength(0)
  expect(recorded()).toBe(before)
  history.close()
})

/** Names below the data folder, of what a stopped work could leave there. */
const namesInData = (inside: string) =>
  readdirSync(join(folder, 'data', inside), { recursive: true })
    .map(String)
    .sort()

test('papers that are being issued are stopped by key: no number is given, and no paper is kept', async () => {
  const { page } = program
  const client = await clientOf(page)
  const statements = () =>
    client.certificate.prepare({ code, kind: 'statement', issuedOn: day, officerId: null }).then(one => one.candidates)
  const [candidates, papers] = [await statements(), namesInData(paperFolderName)]
  expect(candidates).toHaveLength(2)
  await go(`/angkatan/${code}/sertifikat?jenis=surat`)
  await page.getByRole('combobox', { name: 'Pas foto' }).click()
  await page.getByRole('option', { name: 'Kotak kosong' }).click()
  await page.getByText('Pas foto belum ada').first().waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: /^Terbitkan 2/ })
  await dialog.waitFor()
  const end = threadsThatDraw()
  try {
    await dialog.getByRole('button', { name: /^Terbitkan 2/ }).click()
    await confirmPassword(page)
    await stopsByKey('certificate.issue')
  } finally {
    end()
  }
  await program.check()
  expect(await statements()).toEqual(candidates)
  expect(namesInData(paperFolderName)).toEqual(papers)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('a backup and its test are stopped by key, and leave nothing on the stick or in the data', async () => {
  const { page } = program
  const client = await clientOf(page)
  const onStick = () => readdirSync(stick).sort()
  const waiting = /^Hentikan: (Menulis|Menguji)/
  await go('/pengaturan/cadangan')
  await page.getByRole('button', { name: 'Tambah tempat' }).click()
  await page.getByRole('dialog').getByLabel('Folder').fill(stick)
  await page.keyboard.press('Control+s')
  await page
    .getByRole('row', { name: /CADANGAN A/ })
    .getByText('aman')
    .waitFor()
  await page.getByRole('button', { name: waiting }).waitFor({ state: 'detached' })
  // Scans enough for some seconds; empty ones, so that they take no room on this disk.
  mkdirSync(join(folder, 'data', fileFolderName), { recursive: true })
  for (let at = 0; at < 48; at += 1) {
    const scan = join(folder, 'data', fileFolderName, at.toString(16).padStart(32, '0'))
    writeFileSync(scan, '')
    truncateSync(scan, 16 * 1024 * 1024)
  }
  const [bundles, proofs] = [onStick(), (await client.backup.status({})).proof]
  await page.keyboard.press('Alt+b')
  await stopsByKey('backup.run')
  expect(onStick()).toEqual(bundles)
  expect((await client.backup.status({})).work).toBe(null)
  await program.check()
  // It works as before, and the whole one can be tested.
  await page.keyboard.press('Alt+b')
  await page.getByText(/^Cadangan selesai di CADANGAN A/).waitFor({ timeout: 60_000 })
  expect(onStick()).toHaveLength(bundles.length + 1)
  const data = namesInData('')
  await page.keyboard.press('Alt+u')
  await stopsByKey('backup.test')
  expect(namesInData('')).toEqual(data)
  expect(await client.backup.status({})).toMatchObject({ work: null, proof: proofs })
  await program.check()
})

test('the photos of a folder are read with progress, and none is kept when stopped', async () => {
  const { page } = program
  const photos = join(folder, 'foto')
  mkdirSync(photos)
  const canvas = createCanvas(2400, 3200)
  canvas.getContext('2d').fillRect(200, 200, 900, 900)
  const picture = canvas.toBuffer('image/jpeg')
  for (let at = 1; at <= 60; at += 1) writeFileSync(join(photos, `IMG_${at}.jpg`), picture)
  await go(`/angkatan/${code}/peserta`)
  await page.locator('[data-row]').first().waitFor()
  await page.keyboard.press('Alt+f')
  const dialog = page.getByRole('dialog', { name: /^Pas foto/ })
  await dialog.getByText(/^0 dari 15 orang/).waitFor()
  await dialog.getByLabel('Folder pas foto').setInputFiles(photos)
  const foot = page.getByRole('button', { name: 'Hentikan: Menyiapkan pas foto' })
  await foot.waitFor()
  await page.getByText(/^\d+ dari 60$/).waitFor()
  await page.keyboard.press('Control+.')
  await foot.waitFor({ state: 'detached' })
  await dialog.getByText(/^0 dari 15 orang/).waitFor()
  expect(await dialog.getByRole('list', { name: 'Foto yang dibaca' }).count()).toBe(0)
})
