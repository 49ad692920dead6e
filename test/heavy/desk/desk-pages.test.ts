import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../e2e/accessibility.ts'
import { type DeskPage, newCode, openDesk, openPage, pair, typeCode } from '../../e2e/desk-page.ts'
import { settle } from '../../e2e/patient-keyboard.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { signIn } from '../../e2e/sign-in-form.ts'
import { tataRias } from '../../e2e/tata-rias.ts'

let program: Program
let loket: DeskPage
let other: DeskPage

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))

/** All connections to the host, so that the test can cut them like a pulled cable. */
const lines = new Set<Socket>()
function hear(message: unknown) {
  const { socket } = message as { socket: Socket }
  lines.add(socket)
  socket.once('close', () => lines.delete(socket))
}
function cut() {
  const { port } = new URL(program.deskAddress ?? '')
  for (const line of lines) if (line.localPort === Number(port)) line.resetAndDestroy()
}

beforeAll(async () => {
  subscribe('net.server.socket', hear)
  const dataFolder = join(folder, 'data')
  await tataRias(dataFolder, '2024-12-27')
  program = await startProgram('2024-12-30', { dataFolder, desks: true })
})
afterAll(async () => {
  unsubscribe('net.server.socket', hear)
  await loket?.context.close()
  await other?.context.close()
  await program.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(({ task }) => program.keepPicture(task))

const meja = async () => {
  await program.page.goto(`${new URL(program.page.url()).origin}/#/pengaturan/meja`)
  await program.page.getByText('Buka untuk meja lain').waitFor()
  // The list of desks as it is now.
  await settle(program.page)
}

test('a computer is paired by code, four words and approval; a code allows five tries', async () => {
  await meja()
  const address = program.deskAddress ?? ''
  loket = await openDesk(address)
  const code = await newCode(program.page)
  const wrong = code === '111111' ? '222222' : '111111'
  for (const left of [4, 3, 2, 1]) {
    await typeCode(loket.page, wrong, 'Loket 1')
    await loket.page.getByText(`masih ${left} kali`).waitFor()
  }
  await typeCode(loket.page, wrong, 'Loket 1')
  await loket.page.getByText('Kode salah lima kali').waitFor()
  // After five wrong tries the right code is refused too.
  await typeCode(loket.page, code, 'Loket 1')
  await loket.page.getByText('belum membuka kode sambung').waitFor()
  await pair(program.page, loket.page, 'Loket 1')
  await loket.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
  await signIn(loket.page)
  await loket.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  expect(await axeViolations(loket.page)).toEqual([])
  await program.page.getByText('2 komputer bekerja bersama').waitFor()
  await program.check()
})

test('a computer with different words is refused, and leaves nothing behind', async () => {
  other = await openDesk(program.deskAddress ?? '')
  await typeCode(other.page, await newCode(program.page), 'Loket 2')
  const request = program.page.getByRole('region', { name: 'Loket 2 ingin tersambung' })
  await request.waitFor()
  expect(await axeViolations(other.page)).toEqual([])
  await other.page.getByRole('button', { name: 'Berbeda' }).click()
  await other.page.getByText('Ada komputer lain di tengah').waitFor()
  await request.waitFor({ state: 'detached' })
  await pair(program.page, other.page, 'Loket 2')
  await other.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
  await signIn(other.page)
  await other.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
})

const cell = ({ page }: DeskPage, name: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^${name}, Hari ke-9,`) })
const open = async (desk: DeskPage) => {
  await desk.page.goto(`${new URL(desk.page.url()).origin}/#/angkatan/TR-2024-03/kehadiran?hari=9`)
  await cell(desk, 'Ani Suryani').waitFor()
}

test('two desks fill the same day of a class, and every mark shows on both screens', async () => {
  const mark = async (desk: DeskPage, key: string, names: string[]) => {
    for (const name of names) {
      await cell(desk, name).click()
      await desk.page.keyboard.press(key)
    }
  }
  await Promise.all([open(loket), open(other)])
  await Promise.all([mark(loket, 's', ['Ani Suryani', 'Eka Puspitasari']), mark(other, 'i', ['Dewi Lestari'])])
  const marks = { 'Ani Suryani': 'Sakit', 'Eka Puspitasari': 'Sakit', 'Dewi Lestari': 'Izin' }
  for (const desk of [loket, other])
    for (const [name, label] of Object.entries(marks))
      await expect.poll(() => cell(desk, name).getAttribute('aria-label')).toContain(label)
})

test('a cell changed by two desks asks in the cell with both marks, while typing goes on', async () => {
  await Promise.all([open(loket), open(other)])
  await loket.context.setOffline(true)
  await loket.page.getByText('PC utama tidak terjangkau sejak').waitFor()
  await cell(loket, 'Halimah').click()
  await loket.page.keyboard.press('s')
  await loket.page.getByText('1 menunggu dikirim').waitFor()
  // The button for closing the day already says that it waits.
  await loket.page.getByText('Ini menunggu sampai tersambung lagi').first().waitFor({ state: 'attached' })
  // The cell shows the waiting mark with a dashed edge.
  await expect.poll(() => cell(loket, 'Halimah').getAttribute('aria-label')).toContain('Sakit, menunggu dikirim')
  await cell(other, 'Halimah').click()
  await other.page.keyboard.press('i')
  await expect.poll(() => cell(other, 'Halimah').getAttribute('aria-label')).toContain('Izin')
  await loket.context.setOffline(false)
  await loket.page.getByText('Wulan menyimpan lebih dulu').waitFor()
  // Nothing is overwritten until somebody chooses, and the cell names both marks.
  await expect
    .poll(() => cell(loket, 'Halimah').getAttribute('aria-label'))
    .toContain('Izin, Wulan: Izin, Anda: Sakit. F4 untuk memilih')
  // The message says so too, and leads there.
  const back = loket.page.getByText(/^Tersambung lagi .* 1 kolom perlu dipilih\.$/)
  await back.waitFor()
  expect(await back.evaluate(one => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1)
  await loket.page.getByRole('button', { name: 'Pilih kolom' }).click()
  await loket.page.getByText('Wulan: Izin, Anda: Sakit').waitFor()
  expect(await axeViolations(loket.page)).toEqual([])
  await loket.page.keyboard.press('F4')
  const mine = loket.page.getByRole('button', { name: 'Punya Anda: Halimah, hari ke-9' })
  await expect.poll(() => mine.evaluate(button => button === document.activeElement)).toBe(true)
  await loket.page.keyboard.press('Enter')
  for (const desk of [loket, other])
    await expect.poll(() => cell(desk, 'Halimah').getAttribute('aria-label')).toContain('Sakit')
  await mine.waitFor({ state: 'detached' })
  await expect.poll(() => cell(loket, 'Halimah').evaluate(one => one === document.activeElement)).toBe(true)
})

test('two desks add rows to one list, and both screens show all rows', async () => {
  const bahan = ({ page }: DeskPage) =>
    page.goto(`${new URL(page.url()).origin}/#/angkatan/TR-2024-03/berkas/perlengkapan`)
  const line = ({ page }: DeskPage, row: number) =>
    page.getByRole('gridcell', { name: new RegExp(`^baris ${row}, nama bahan`) })
  const type = async (desk: DeskPage, row: number, name: string) => {
    await line(desk, row).click()
    await desk.page.keyboard.type(name)
    await desk.page.keyboard.press('Enter')
  }
  await Promise.all([bahan(loket), bahan(other)])
  await Promise.all([line(loket, 1).waitFor(), line(other, 1).waitFor()])
  await loket.context.setOffline(true)
  await loket.page.getByText('PC utama tidak terjangkau sejak').waitFor()
  await type(loket, 1, 'Kapas')
  await loket.page.getByText('1 menunggu dikirim').waitFor()
  await type(other, 1, 'Benang')
  await other.page.getByText('Tersimpan').first().waitFor()
  await loket.context.setOffline(false)
  for (const desk of [loket, other])
    for (const name of ['Kapas', 'Benang']) await desk.page.getByRole('gridcell', { name: new RegExp(name) }).waitFor()
})

test('after a hundred cuts at random moments while both type, each acknowledged mark is stored once', async () => {
  const cuts = 100
  const letters = ['a', 's', 'i', 'h', 'a', 's', 'i', 'h'] as const
  const markLabels = { a: 'Alpa', s: 'Sakit', i: 'Izin', h: 'Hadir' }
  await Promise.all([open(loket), open(other)])
  const labels = await loket.page
    .getByRole('gridcell', { name: /, Hari ke-9,/ })
    .evaluateAll(cells =>
      cells.filter(one => !one.hasAttribute('aria-disabled')).map(one => one.getAttribute('aria-label') ?? ''),
    )
  const names = labels.filter(label => !label.endsWith('tidak ikut')).map(label => label.split(',')[0] ?? '')
  const history = new BetterSqlite(join(folder, 'data', 'balai.db'), { readonly: true })
  const last = history.prepare('SELECT max(id) FROM audit').pluck().get() as number
  let done = 0
  const work = async (desk: DeskPage, own: string[]) => {
    for (const letter of letters) {
      for (const name of own) {
        await cell(desk, name).click()
        await desk.page.keyboard.press(letter)
        if (done >= cuts) continue
        done += 1
        // At any moment from before the mark is sent to after its answer has arrived.
        await setTimeout(Math.random() * 15)
        cut()
      }
      for (const name of own)
        await expect
          .poll(() => cell(desk, name).getAttribute('aria-label'), { timeout: 60_000 })
          .toContain(markLabels[letter])
    }
  }
  await Promise.all([
    work(
      loket,
      names.filter((_, index) => index % 2 === 0),
    ),
    work(
      other,
      names.filter((_, index) => index % 2 === 1),
    ),
  ])
  expect(done).toBe(cuts)
  const rows = history
    .prepare(
      `SELECT entity_id AS cell, after ->> 'mark' AS mark FROM audit WHERE id > ? AND operation = 'attendance.mark' ORDER BY id`,
    )
    .all(last) as { cell: string | null; mark: string }[]
  history.close()
  const marks = Map.groupBy(rows, row => row.cell)
  expect(marks.size).toBe(names.length)
  for (const written of marks.values()) expect(written.map(row => row.mark.toLowerCase())).toEqual([...letters])
})

test('waiting marks are sent in the order of typing, also within one cell, and survive a closed page', async () => {
  await Promise.all([open(loket), open(other)])
  await loket.context.setOffline(true)
  await loket.page.getByText('PC utama tidak terjangkau sejak').waitFor()
  const type = async (name: string, letter: string) => {
    await cell(loket, name).click()
    await loket.page.keyboard.press(letter)
  }
  // The second letter is what the main computer still holds: it is a correction of the first and must not be dropped.
  for (const letter of ['a', 's']) await type('Halimah', letter)
  for (const name of ['Ani Suryani', 'Dewi Lestari', 'Kartini']) await type(name, 'a')
  await loket.page.getByText('5 menunggu dikirim').waitFor()
  await expect.poll(() => cell(loket, 'Kartini').getAttribute('aria-label')).toContain('Alpa, menunggu dikirim')
  await loket.page.close()
  await loket.context.setOffline(false)
  loket = { ...loket, page: await openPage(loket.context, program.deskAddress ?? '') }
  await signIn(loket.page)
  await loket.page.getByText('5 isian dari sebelum layar tertutup terkirim').waitFor()
  const marks = { Halimah: 'Sakit', 'Ani Suryani': 'Alpa', 'Dewi Lestari': 'Alpa', Kartini: 'Alpa' }
  for (const [name, label] of Object.entries(marks))
    await expect.poll(() => cell(other, name).getAttribute('aria-label')).toContain(label)
})

async function edit({ page }: DeskPage, change: { address?: string; phone?: string }): Promise<void> {
  const { origin } = new URL(page.url())
  // The record on the screen is up to date: the form would ask about a change that it has not seen, also about one of the same person.
  await settle(page)
  await page.goto(`${origin}/#/peserta/1/ubah`)
  await page.locator('[data-path="address"]').waitFor()
  if (change.address) await page.locator('[data-path="address"]').fill(change.address)
  if (change.phone) await page.locator('[data-path="phone"]').fill(change.phone)
}

test('changes to different fields of one person are merged, to the same field are asked about, and typed text stays', async () => {
  await edit(loket, { address: 'Jl. Melati Raya No. 14' })
  await edit(other, { phone: '081211112222' })
  await loket.page.keyboard.press('Control+s')
  await loket.page.getByText('disimpan').first().waitFor()
  // By now the other page has read the change, and its typed text is still there.
  expect(await other.page.locator('[data-path="phone"]').inputValue()).toContain('1111')
  await other.page.keyboard.press('Control+s')
  await other.page.getByText(/disimpan, digabung dengan perubahan Wulan \d\d\.\d\d: .*[Aa]lamat/).waitFor()
  // The message leads to that change.
  await other.page.getByRole('button', { name: 'Buka perubahan Wulan' }).click()
  await other.page.getByRole('region', { name: 'Isi tindakan' }).getByText('Jl. Melati Raya No. 14').waitFor()
  await edit(loket, { address: 'Jl. Melati Raya Gg. 2' })
  await edit(other, { address: 'Jl. Melati No. 9' })
  // The page shows who else is editing.
  await other.page.getByText('Wulan sedang mengubah').waitFor()
  await loket.page.keyboard.press('Control+s')
  await loket.page.waitForURL(/peserta\/1$/)
  await other.page.keyboard.press('Control+s')
  const mine = other.page.getByRole('radiogroup', { name: /Alamat/ })
  await mine.waitFor()
  // After the other person saved, the page names the desk above the values and beside them.
  await other.page.getByText(/^Punya Wulan Loket 1, tersimpan/).waitFor()
  await other.page.getByText('Wulan sedang membuka').waitFor()
  await other.page.getByText(/^melihat sejak .* · Loket 1$/).waitFor()
  expect(await axeViolations(other.page)).toEqual([])
  await mine.getByText('Jl. Melati No. 9').click()
  await other.page.keyboard.press('Control+Enter')
  await other.page.waitForURL(/peserta\/1$/)
  await other.page.getByText('Jl. Melati No. 9').first().waitFor()
  // The open page on the other computer updates by itself.
  await loket.page.getByText('Jl. Melati No. 9').first().waitFor()
})

test('somebody who leaves a page, or whose computer is off, is no longer shown there', async () => {
  const show = ({ page }: DeskPage, path: string) => page.goto(`${new URL(page.url()).origin}/#${path}`)
  const chip = loket.page.getByText('Wulan sedang membuka')
  await Promise.all([show(loket, '/peserta/1'), show(other, '/peserta/1')])
  await chip.waitFor()
  await show(other, '/peserta')
  await chip.waitFor({ state: 'detached' })
  await show(other, '/peserta/1')
  await chip.waitFor()
  await other.context.setOffline(true)
  await chip.waitFor({ state: 'detached', timeout: 60_000 })
  await other.context.setOffline(false)
  await other.page.getByText('Tersambung lagi').waitFor({ timeout: 60_000 })
})

test('the tab Meja of a desk shows only its own connection, and can reconnect', async () => {
  await other.page.goto(`${new URL(other.page.url()).origin}/#/pengaturan/meja`)
  await other.page.getByRole('img', { name: /^Jeda satu jam terakhir/ }).waitFor()
  await other.page.getByText('tersambung, terenkripsi').waitFor()
  expect(await other.page.getByText('Kode baru').count()).toBe(0)
  expect(await axeViolations(other.page)).toEqual([])
  // Calls on the old connection are dropped, and sent again on the new one.
  const again = other.page.waitForRequest(/desk\/live/)
  await other.page.keyboard.press('Alt+s')
  await again
  await other.page.getByText('tersambung, terenkripsi').waitFor()
  await other.page.goto(`${new URL(other.page.url()).origin}/#/peserta/1`)
})

test('while the host is unreachable the open page stays, and typed text is sent later', async () => {
  await edit(loket, { address: 'Jl. Terputus No. 3' })
  await loket.context.setOffline(true)
  await loket.page.getByText('PC utama tidak terjangkau sejak').waitFor()
  await loket.page.keyboard.press('Control+s')
  await loket.page.getByText('1 menunggu dikirim').waitFor()
  // Help needs no host.
  await loket.page.getByRole('button', { name: 'Cara memeriksa' }).click()
  await loket.page.getByRole('complementary', { name: 'Panduan' }).getByText('isian disimpan di sini').first().waitFor()
  expect(await axeViolations(loket.page)).toEqual([])
  await loket.context.setOffline(false)
  await loket.page.getByText('Tersambung lagi').waitFor()
  await other.page.getByText('Jl. Terputus No. 3').first().waitFor()
})

test('unsent changes survive a closed page: sent once after the next sign-in, or asked about where somebody was faster', async () => {
  const cutAndSave = async (address: string) => {
    await edit(loket, { address })
    await loket.context.setOffline(true)
    await loket.page.getByText('PC utama tidak terjangkau sejak').waitFor()
    await loket.page.keyboard.press('Control+s')
    await loket.page.getByText('1 menunggu dikirim').waitFor()
    await loket.page.close()
  }
  const comeBack = async () => {
    await loket.context.setOffline(false)
    loket = { ...loket, page: await openPage(loket.context, program.deskAddress ?? '') }
    await signIn(loket.page)
  }
  await other.page.goto(`${new URL(other.page.url()).origin}/#/peserta/1`)
  await cutAndSave('Jl. Padam No. 1')
  await comeBack()
  await loket.page.getByText('1 isian dari sebelum layar tertutup terkirim').waitFor()
  await other.page.getByText('Jl. Padam No. 1').first().waitFor()
  await cutAndSave('Jl. Padam No. 2')
  await edit(other, { address: 'Jl. Lebih Dulu No. 7' })
  await other.page.keyboard.press('Control+s')
  await other.page.waitForURL(/peserta\/1$/)
  await comeBack()
  const dialog = loket.page.getByRole('dialog', { name: '1 isian belum masuk' })
  await dialog.getByText('menyimpan lebih dulu').waitFor()
  expect(await axeViolations(loket.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Buang isian ini' }).click()
  await dialog.waitFor({ state: 'detached' })
  await other.page.getByText('Jl. Lebih Dulu No. 7').first().waitFor()
})

test('a host of a new version makes a desk reload in place, and typed text stays', async () => {
  await edit(loket, { address: 'Jl. Versi Baru No. 5' })
  const loaded = loket.page.waitForEvent('load')
  await loket.page.route('**/denyut*', route => route.fulfill({ status: 204, headers: { 'x-balai-version': '9.9.9' } }))
  await loaded
  await loket.page.unroute('**/denyut*')
  const address = loket.page.locator('[data-path="address"]')
  await expect.poll(() => address.inputValue()).toBe('Jl. Versi Baru No. 5')
  // It is encrypted on the disk of the desk.
  const kept = await loket.page.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<IDBDatabase>()
    const request = indexedDB.open('balai-meja-isian')
    request.onsuccess = () => resolve(request.result)
    const all = (await promise).transaction('isian').objectStore('isian').getAll()
    await new Promise(done => {
      all.onsuccess = done
    })
    return all.result.map(({ bytes }: { bytes: ArrayBuffer }) => new TextDecoder().decode(bytes)).join()
  })
  expect(kept).not.toBe('')
  expect(kept).not.toContain('Versi Baru')
})

test('closing for the desks asks, warns them for a minute, and can be cancelled', async () => {
  await meja()
  const toggle = program.page.getByRole('switch', { name: 'Buka untuk meja lain' })
  const toggleHasFocus = () => expect.poll(() => toggle.evaluate(one => one === document.activeElement)).toBe(true)
  await toggle.click()
  const dialog = program.page.getByRole('dialog', { name: 'Tutup untuk 2 meja?' })
  await dialog.getByText('Wulan, Wulan berhenti dalam 60 detik; draf mereka aman.').waitFor()
  expect(await axeViolations(program.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Tutup dalam 60 detik' }).click()
  const warned = loket.page.getByText(/^PC utama ditutup Wulan Sari \d+ detik lagi\. Isian Anda tersimpan\.$/).first()
  await warned.waitFor()
  expect(await axeViolations(loket.page)).toEqual([])
  await toggleHasFocus()
  await program.page.getByRole('button', { name: 'Batal menutup' }).click()
  await warned.waitFor({ state: 'detached' })
  await toggleHasFocus()
})

test('a removed computer asks to be paired again', async () => {
  await meja()
  await program.page.getByText('Loket 2', { exact: true }).first().click()
  await program.page.getByRole('button', { name: 'Putuskan meja' }).first().click()
  await program.page.getByRole('dialog').getByRole('button', { name: 'Putuskan meja' }).click()
  await other.page.getByRole('heading', { name: 'Sambungkan komputer ini' }).waitFor()
  await program.page
    .getByRole('row', { name: /Loket 2/ })
    .getByText('diputus')
    .waitFor()
})
