import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runningClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { samplePerson } from '../../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import type { Fixture } from '../../backend/fixture.ts'
import { addAccount, password } from '../../backend/sign-in-steps.ts'
import { type Program, startProgram } from '../../e2e/program.ts'

// Pages must not show buttons to people who may not use them. Opens all pages of a filled centre as an inspector and as an instructor.

const today = '2025-02-20'
const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
let program: Program
let paths: string[]

beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  const backend = createBackend({ dataFolder, host: silentHost, actor: samplePerson, clock: runningClock(today) })
  await backend.fillSample()
  const { client } = backend
  const asFixture = { client, backend } as unknown as Fixture
  await addAccount(asFixture, 'Anton Wibowo', ['inspector'])
  const id = await addAccount(asFixture, 'Hendra Santoso', ['instructor'])
  const cohorts = await client.cohort.list({})
  const teacher = (await client.cohort.get({ code: cohorts[0]?.code ?? '' })).days[0]?.instructors[0]
  if (!teacher) throw new Error('nobody teaches')
  const person = { name: 'Hendra Santoso', nip: '', roles: ['instructor' as const], validUntil: null }
  await client.access.save({ id, person: { ...person, instructorId: teacher.id } })
  const papers = await client.book.list({ search: '', kind: null, limit: 2, offset: 0 })
  paths = [
    ...'/ /kehadiran /kehadiran/jam-mengajar /kehadiran/pindaian /peserta /peserta/1 /peserta/ganda'.split(' '),
    ...'/peserta/masa-simpan /seleksi /angkatan /sertifikat /sertifikat/kunci'.split(' '),
    ...'/sertifikat/verifikasi /sertifikat/rancangan /uji-bnsp /instruktur /instruktur/1 /kalender /kalender/2025'.split(
      ' ',
    ),
    ...'/kegiatan /kegiatan/1 /kegiatan/papan /laporan /laporan/dana /laporan/hasil'.split(' '),
    ...'/laporan/jatuh-tempo /laporan/modal-kerja /laporan/penelusuran /laporan/resmi /laporan/resmi/rekap-kelas'.split(
      ' ',
    ),
    ...'/laporan/susun /laporan/tersimpan'.split(' '),
    ...cohorts.flatMap(({ code }) =>
      ['', '/jadwal', '/peserta', '/kehadiran', '/nilai', '/kelulusan', '/sertifikat', '/berkas', '/uji-bnsp']
        .concat(
          ['bahan', 'peserta', 'barang', 'tarif', 'rab', 'foto'].map(part => `/berkas/perlengkapan?bagian=${part}`),
        )
        .map(page => `/angkatan/${code}${page}`),
    ),
    ...(await client.registration.list({})).map(row => `/seleksi/${row.id}`),
    ...papers.rows.map(({ number }) => `/sertifikat/${encodeURIComponent(number)}`),
    ...'balai penanda-tangan program program/1 ruang aturan aturan-surat surat formulir komputer meja pembaruan pengguna cadangan riwayat'
      .split(' ')
      .map(section => `/pengaturan/${section}`),
  ]
  await backend.close()
  program = await startProgram(today, { dataFolder })
})
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** How labels of writing acts begin. */
const writes =
  /^(Simpan|Tambah|Hapus|Ubah|Isi|Tetapkan|Terbitkan|Cabut|Batalkan|Tutup|Buka kembali|Catat|Masukkan|Pindah|Ganti|Impor|Unggah|Lampirkan|Kirim|Setujui|Tolak|Gabung|Belah|Rencanakan|Atur|Tandai|Buat|Pulihkan|Cadangkan|Bekukan|Anonimkan|Koreksi|Lepas|Daftarkan|Ambil|Keluarkan|Naikkan|Izinkan|Usulkan|Putuskan|Jawab|Geser|Diperiksa|Kembalikan|Tidak dipakai|Pindai|Jatuhkan hasil|Susun ulang|Pengajar|Nomor tanpa|Cari pembaruan)\b|(Pilih (logo|KTP|Kartu|Ijazah|SKTM|Cetak|Berkas))|\bbaru([A-Z]|$)/
/** Labels of pages and views that begin alike, and files that a reader may save for themselves. */
const harmless =
  /^(Aturan( surat)?|Isi|Pindaian|Simpan (\.ics|halaman pemeriksa|kunci publik|laporan)|Buat (daftar pembuka data|satu PDF)|Tutup (keterangan|panduan))/

/** "Isi" is also a column, and an instructor fills in the own classes. */
function mayDo(role: string, label: string): boolean {
  return (
    (harmless.test(label) && !/^Isi (?!$)/.test(label)) ||
    (role === 'instructor' && /^(Isi|Tutup|Jatuhkan) /.test(label))
  )
}

/** The labels of all buttons and links on the page. */
const offered = () =>
  program.page
    .locator('main')
    .locator('button:visible, a:visible')
    .evaluateAll(found => found.map(one => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim()))

it.each([
  ['Anton Wibowo', 'inspector'],
  ['Hendra Santoso', 'instructor'],
])('%s, %s', { timeout: 600_000 }, async (name, role) => {
  const { page } = program
  await page.keyboard.press('Control+l')
  const locked = page.getByRole('dialog', { name: 'Layar terkunci' })
  await locked.getByRole('button', { name }).click()
  await page.getByLabel('Sandi', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await locked.waitFor({ state: 'detached' })
  const found: string[] = []
  const reading = new Set<unknown>()
  page.on('request', one => reading.add(one))
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', one => reading.delete(one))
  for (const path of paths) {
    await page.evaluate(to => {
      location.hash = to
    }, path)
    // Wait until the page is complete: two frames drawn, no open request, no grey placeholder bars.
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
    await expect.poll(() => reading.size).toBe(0)
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
    await page.locator('main h1').first().waitFor()
    const labels = await offered()
    found.push(...labels.filter(one => writes.test(one) && !mayDo(role, one)).map(one => `${path}: ${one}`))
  }
  expect([...new Set(found)]).toEqual([])
})
