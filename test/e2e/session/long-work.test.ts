import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { drawOnThread, mostThreads } from '../../../electron/backend/draw-on-thread.ts'
import { Work } from '../../../electron/backend/running-work.ts'
import { samplePanel } from '../../../electron/backend/sample/tata-rias-cohort.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { longTitles } from '../../../shared/features/session/long-titles.ts'
import { asFile, paragraph, wordFile } from '../../backend/office/office-files.ts'
import { type Program, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'
import { tataRias } from '../tata-rias.ts'

const day = '2025-01-09'
const code = 'TR-2024-03'
const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
let program: Program

beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  await tataRias(dataFolder, day)
  await fill(dataFolder)
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
  const file = asFile('surat.docx', wordFile({ body: paragraph('{nama}') }))
  await client.officeForm.add({ title: 'Surat', subject: 'PERSON', file })
  await backend.close()
}

/** Very long work of other people in every thread that draws: what comes after it waits. */
function otherPeoplesWork(): () => void {
  const rows = Array.from({ length: 60_000 }, (_, row) => Array.from({ length: 8 }, (_, at) => `${row} ${at}`))
  const columns = Array.from({ length: 8 }, (_, at) => ({ head: String(at), width: 10 }))
  const works = Array.from(
    { length: mostThreads },
    () => new Work({ done: 0, total: null }, { code: 'reading_stopped' }),
  )
  for (const work of works)
    drawOnThread({ alone: false, work: work as never }, 'list', { sheet: 'Daftar', columns, rows }, 3).catch(
      () => undefined,
    )
  return () => {
    for (const work of works) work.cancel()
  }
}

interface LongPlace {
  operation: keyof typeof longTitles
  path: string
  run: (page: Page) => Promise<void>
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

/** The places of the program whose work waits for a drawing thread. */
const drawn: readonly LongPlace[] = [
  { operation: 'history.export', path: '/pengaturan/riwayat', run: click(/^Ekspor ke Excel/) },
  { operation: 'report.file', path: '/laporan/resmi/rekap-pelatihan', run: click(/^Ekspor ke Excel/) },
  { operation: 'report.fileNames', path: '/laporan/resmi/data-peserta', run: click(/^Ekspor ke Excel/) },
  { operation: 'report.ownFile', path: '/laporan/susun', run: click(/^Ekspor ke Excel/) },
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

/** The foot comes, Ctrl . stops the work, and the page says so. */
async function stopsByKey(operation: string): Promise<void> {
  const { page } = program
  const title = longTitles[operation]
  const foot = page.getByRole('button', { name: `Hentikan: ${title}` })
  await foot.waitFor()
  await page.getByRole('progressbar', { name: title ?? '' }).waitFor()
  await page.keyboard.press('Control+.')
  await page.getByText('Pekerjaan ini dihentikan dan tidak menyimpan apa pun.').first().waitFor()
  await foot.waitFor({ state: 'detached' })
}

test.each(drawn)('$operation shows its progress, and stops by key', async ({ operation, path, run }) => {
  await go(path)
  const end = otherPeoplesWork()
  try {
    await run(program.page)
    await stopsByKey(operation)
  } finally {
    end()
  }
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
