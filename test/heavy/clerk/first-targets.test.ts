import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, startProgram } from '../../e2e/program.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'

const cohort = '/angkatan/TR-2024-01'
/** Every screen, and what the cursor begins with where ux.md says so. */
const screens: readonly (readonly [path: string, name?: RegExp])[] = [
  ['/', /^Kehadiran/],
  ['/kehadiran', /^Kehadiran/],
  ['/kehadiran/jam-mengajar'],
  ['/kehadiran/pindaian'],
  ['/peserta', /^Saring/],
  ['/peserta/baru', /NIK/],
  ['/peserta/1', /Ubah data/],
  ['/peserta/1/ubah', /NIK/],
  ['/peserta/ganda'],
  ['/peserta/impor', /Pengirim/],
  ['/peserta/masa-simpan'],
  ['/seleksi', /^Saring/],
  ['/angkatan', /^Saring/],
  ['/angkatan/baru', /Program pelatihan/],
  ['/angkatan/usulan'],
  [cohort, /Isi hari/],
  [`${cohort}/jadwal`],
  [`${cohort}/peserta`],
  [`${cohort}/kehadiran`, /^Kehadiran hari ke-9/],
  [`${cohort}/nilai`, /Ani Suryani, nilai teori: kosong/],
  [`${cohort}/kelulusan`, /Ani Suryani/],
  [`${cohort}/sertifikat`],
  [`${cohort}/berkas`],
  [`${cohort}/berkas/perlengkapan`],
  [`${cohort}/uji-bnsp`],
  ['/sertifikat', /^Saring/],
  ['/sertifikat/kunci'],
  ['/sertifikat/verifikasi', /Nomor sertifikat/],
  ['/sertifikat/rancangan'],
  ['/uji-bnsp'],
  ['/instruktur', /^Saring/],
  ['/instruktur/1'],
  ['/kalender', /Senin, 30.Desember.2024/],
  ['/kalender/2025'],
  ['/kalender/libur-susulan', /Tanggal libur/],
  ['/kegiatan', /^Saring/],
  ['/laporan'],
  ['/laporan/dana'],
  ['/laporan/hasil'],
  ['/laporan/jatuh-tempo'],
  ['/laporan/modal-kerja'],
  ['/laporan/penelusuran'],
  ['/laporan/resmi'],
  ['/laporan/susun'],
  ['/laporan/tersimpan'],
  ...'balai penanda-tangan program program/1 ruang aturan aturan-surat surat formulir komputer meja pembaruan pengguna cadangan riwayat'
    .split(' ')
    .map(section => [`/pengaturan/${section}`] as const),
]

/** Forms over a page, and the key that opens each. */
const forms: readonly (readonly [path: string, key: string])[] = [
  ['/instruktur', 'Alt+b'],
  ['/instruktur/1', 'Alt+b'],
  ['/kegiatan', 'Alt+b'],
  ['/kalender/2025', 'Alt+b'],
  ['/seleksi', 'Alt+b'],
  ['/pengaturan/penanda-tangan', 'Alt+b'],
  ['/pengaturan/ruang', 'Alt+b'],
  ['/pengaturan/pengguna', 'Alt+b'],
]

let program: Program
const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
beforeAll(async () => {
  await threeCohorts(join(folder, 'data'))
  program = await startProgram('2024-12-30', { dataFolder: join(folder, 'data') })
})
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Comes from the sidebar, as by a press on one of its links. */
async function goTo(path: string): Promise<void> {
  await program.page.evaluate(to => {
    document.querySelector<HTMLElement>('nav a')?.focus()
    location.hash = to
  }, path)
}

/** A screen that is open already is not opened anew. */
async function comeFromElsewhere(path: string): Promise<void> {
  const { page } = program
  const between = path === '/laporan/hasil' ? '/laporan/dana' : '/laporan/hasil'
  if (await page.evaluate(to => location.hash.endsWith(to), between)) return
  await goTo(between)
  await expect.poll(focused).not.toBe('')
}

const focused = () =>
  program.page.evaluate(() => {
    const here = document.activeElement
    if (!here?.closest('main')) return ''
    const label =
      here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? here.labels?.[0]?.innerText : ''
    return here.getAttribute('aria-label') || label || here.textContent || here.tagName
  })

const tooWide = () =>
  program.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const [path, name = /./] of screens)
  it(`${path} has a first target`, { timeout: 30_000 }, async () => {
    await comeFromElsewhere(path)
    await goTo(path)
    await expect.poll(focused).toMatch(name)
    // A smaller window and a small screen at 200 %: lists may scroll sideways, the page never.
    for (const [width, height] of [
      [1024, 560],
      [683, 384],
      [1366, 690],
    ] as const) {
      await program.page.setViewportSize({ width, height })
      await expect.poll(tooWide).toBe(0)
    }
  })

it.each(forms)('a form of %s gives the focus back to where it was', async (path, key) => {
  const { page } = program
  await comeFromElsewhere(path)
  await goTo(path)
  await page.waitForFunction(to => location.hash.endsWith(to) && document.activeElement?.closest('main'), path)
  await expect.poll(focused).not.toBe('')
  const before = await page.evaluateHandle(() => document.activeElement)
  await page.keyboard.press(key)
  const form = page.getByRole('dialog')
  await form.locator(':focus').waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await page.waitForFunction(was => document.activeElement === was, before)
})
