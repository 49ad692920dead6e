import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { tataRiasPeople } from '../../../electron/backend/sample/sample-people.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { defaultRules } from '../../../shared/features/centre/centre.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('the intake desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  const dataFolder = join(folder, 'data')
  let program: Program
  beforeAll(async () => {
    await threeCohorts(dataFolder)
    await cohortOfNextYear(dataFolder)
    program = await startProgram('2024-12-30', { dataFolder })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(context => program.keepPicture(context.task))
  beforeEach(async () => {
    await program.page.keyboard.press('Alt+3')
    await program.page.getByRole('grid', { name: /peserta/ }).waitFor()
  })

  /** Opens Siti from the list, by the search field above it. */
  async function openSiti() {
    const { page } = program
    await page.keyboard.press('/')
    await page.keyboard.type('siti rahayu ningsih')
    await page.getByText('1 orang cocok').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Siti Rahayu Ningsih' }).waitFor()
  }

  it('fills the whole form by keys alone: address, target group, rare fields, restricted fields', async () => {
    const { page } = program
    const { keyboard } = page
    const enter = async (...texts: string[]) => {
      for (const text of texts) {
        await keyboard.type(text)
        await keyboard.press('Enter')
      }
    }
    /** Types text that finds one option of a list, and takes it. */
    const pick = async (text: string, option: string) => {
      await keyboard.type(text)
      await page.getByRole('option', { name: option, exact: true }).waitFor()
      await keyboard.press('Enter')
    }
    await keyboard.press('Alt+b')
    await page.getByRole('heading', { name: 'Peserta baru' }).waitFor()
    await enter('3671135205900003', 'Siti Rahayu Ningsih', 'Tangerang')
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await enter('0812 3456 7890')
    await pick('karawaci baru', 'Kel. Karawaci Baru, Kec. Karawaci')
    await enter('Jl. Contoh No. 3', '3', '7')
    await pick('paket b', 'SMP sederajat')
    await keyboard.press('Enter')
    await pick('ibu', 'Ibu rumah tangga')
    await keyboard.press('Enter')
    await enter('3671130101150001')
    await keyboard.press('Enter')
    // Checkboxes: Space ticks, Enter moves on.
    await keyboard.press('Enter')
    await keyboard.press('Space')
    await keyboard.press('Enter')
    await keyboard.press('Space')
    await keyboard.press('Enter')
    await pick('dtsen', 'DTSEN')
    await keyboard.press('Enter')
    await enter('1', '10/2024')
    await page.screenshot({ path: join(import.meta.dirname, '../../../.cache/screens/intake-form.png') })
    await program.check()
    await keyboard.press('Alt+l')
    await page.getByText('semuanya boleh kosong').waitFor()
    await page.getByLabel('Email').focus()
    await enter('siti@contoh.id')
    await page.getByRole('button', { name: 'Isi data terbatas' }).focus()
    await keyboard.press('Enter')
    await page.getByLabel(/^Anak stunting/).focus()
    await enter('Rizki, anak kedua')
    await page.getByLabel(/^No. rekening/).focus()
    await enter('123-456')
    await program.check()
    await keyboard.press('Control+s')
    await page.getByText('Data diri').waitFor()
    await page.getByText('siti@contoh.id').waitFor()
    await page.getByText('Miskin ekstrem', { exact: true }).waitFor()
    await page.getByText('DTSEN, 1 Okt 2024').waitFor()
    await program.check()
  })

  it('shows restricted data on request, and the history says that it was shown', async () => {
    const { page } = program
    await openSiti()
    await page.getByText('Data diri').waitFor()
    for (const word of ['Rizki', '123456', 'desil 1', 'Keluarga stunting'])
      expect(await page.getByText(word).count()).toBe(0)
    await page.keyboard.press('Alt+t')
    await page.getByText('Rizki, anak kedua').waitFor()
    await page.getByText('123456').waitFor()
    await page.getByText('Miskin ekstrem, Keluarga stunting').waitFor()
    await page.getByText('DTSEN, 1 Okt 2024, desil 1').waitFor()
    await page.getByText('Melihat data terbatas').waitFor()
    await page.screenshot({ path: join(import.meta.dirname, '../../../.cache/screens/intake-person.png') })
    await program.check()
    await pressOn(page.getByRole('button', { name: 'Sembunyikan' }))
    expect(await page.getByText('Rizki').count()).toBe(0)
    // The form also hides it until it is opened; unopened restricted fields are left alone when the rest is saved.
    await page.keyboard.press('F2')
    await page.getByLabel('No. HP / WhatsApp').fill('0812-9999-0000')
    await page.keyboard.press('Control+s')
    await page.getByText('Mengubah No. HP').waitFor()
    await page.keyboard.press('F2')
    await pressOn(page.getByRole('button', { name: 'Tampilkan data terbatas' }))
    expect(await page.getByLabel(/^Anak stunting/).inputValue()).toBe('Rizki, anak kedua')
    await page.getByRole('combobox', { name: /^Disabilitas/ }).fill('fisik')
    await page.getByRole('option', { name: 'Fisik' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+s')
    await page.getByText('Mengubah data terbatas: Disabilitas').waitFor()
    await program.check()
  })

  it('keeps scans, opens them in the viewer, and deletes them', async () => {
    const { page } = program
    await openSiti()
    const picture = join(folder, 'ktp-siti.png')
    writeFileSync(picture, await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } }))
    const choose = async (action: string, file: string) => {
      const chooser = page.waitForEvent('filechooser')
      await pressOn(page.getByRole('button', { name: action }))
      await (await chooser).setFiles(file)
    }
    await choose('Pilih KTP', picture)
    await page.getByText('KTP disimpan.').waitFor()
    const wrong = join(folder, 'surat.docx')
    writeFileSync(wrong, 'halo')
    await choose('Pilih Cetak DTSEN', wrong)
    await page.getByText('“surat.docx” bukan PDF, JPEG, atau PNG.').waitFor()
    await pressOn(page.getByRole('button', { name: 'KTP, buka' }))
    await page.getByRole('img', { name: 'KTP · Siti Rahayu Ningsih' }).waitFor()
    await program.check()
    await page.keyboard.press('Escape')
    await page.getByText('Membuka berkas').first().waitFor()
    const [name] = readdirSync(join(dataFolder, 'files'))
    writeFileSync(join(dataFolder, 'files', name ?? ''), 'rusak')
    await pressOn(page.getByRole('button', { name: 'KTP, buka' }))
    await page.getByText('Isi berkas ini berubah sejak disimpan, jadi tidak dibuka.').waitFor()
    await pressOn(page.getByRole('button', { name: 'Hapus KTP' }))
    await page.getByRole('dialog', { name: 'Hapus KTP?' }).waitFor()
    await program.check()
    await pressOn(page.getByRole('button', { name: 'Hapus berkas' }))
    await page.getByText('Berkas dihapus.').waitFor()
    expect(readdirSync(join(dataFolder, 'files'))).toEqual([])
  })

  it('takes a photo from the camera and from the clipboard', async () => {
    const { page } = program
    await openSiti()
    await pressOn(page.getByRole('button', { name: 'Ambil dari kamera' }))
    // The test browser has no camera: first the page says so, then a moving picture stands in for one.
    await page.getByRole('alert').getByText('Tidak ada kamera di komputer ini.').waitFor()
    // The tooltip of the focused button covers the dialog; leave it out of the check.
    await program.check({ without: '[role=tooltip]' })
    await page.keyboard.press('Escape')
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = async constraints => {
        if (constraints?.audio) throw new Error('nobody is to be heard')
        const canvas = document.createElement('canvas')
        canvas.width = 640
        canvas.height = 480
        canvas.getContext('2d')?.fillRect(0, 0, 320, 480)
        const stream = canvas.captureStream(10)
        Object.assign(window, { cameraOfTest: stream })
        return stream
      }
    })
    await pressOn(page.getByRole('button', { name: 'Ambil dari kamera' }))
    await page.getByRole('dialog', { name: 'Ambil foto dari kamera' }).waitFor()
    const take = page.getByRole('button', { name: 'Ambil foto' })
    await expect.poll(() => take.getAttribute('aria-disabled')).not.toBe('true')
    await program.check()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Atur pas foto 3 × 4' }).waitFor()
    const live = () =>
      page.evaluate(() => {
        const stream = 'cameraOfTest' in window ? window.cameraOfTest : null
        return stream instanceof MediaStream && stream.active
      })
    expect(await live()).toBe(false)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const photo = page.getByRole('img', { name: 'Pas foto peserta' })
    await photo.waitFor()
    const taken = await photo.getAttribute('src')
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(300, 400)
      const context = canvas.getContext('2d')
      if (context) context.fillStyle = '#a33'
      context?.fillRect(0, 0, 300, 400)
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })])
    })
    await page.keyboard.press('Control+v')
    await page.getByRole('dialog', { name: 'Atur pas foto 3 × 4' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => photo.getAttribute('src')).not.toBe(taken)
    const [red = 0, green = 0] = await photo.evaluate(element => {
      const context = new OffscreenCanvas(1, 1).getContext('2d')
      context?.drawImage(element as HTMLImageElement, 0, 0, 1, 1)
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])]
    })
    expect(red).toBeGreaterThan(2 * green)
    await program.check()
  })

  it('opens a known person for the class at hand, and names the other class in the way', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/peserta/baru?kelas=TB-2024-01`)
    await page.getByText('Pendaftaran Tata Boga I · 16 orang').waitFor()
    await page.keyboard.type(tataRiasPeople[0]?.nik ?? '')
    await page.getByText('Bertabrakan dengan Tata Rias I').waitFor()
    await program.check()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: tataRiasPeople[0]?.name ?? '' }).waitFor()
    const place = page.getByRole('button', { name: 'Masukkan ke kelas' })
    await expect.poll(() => place.getAttribute('aria-disabled')).toBe('true')
    await page.getByText('Sedang mengikuti Tata Rias I sampai Rab 8 Jan 2025.').first().waitFor()
    await program.check()
  })

  it('gives an already trained person a place only with a reason', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/peserta/baru?kelas=TR-2025-02`)
    await page.getByText('Pendaftaran Tata Rias II').waitFor()
    await page.keyboard.type(tataRiasPeople[0]?.nik ?? '')
    await page.getByText('Sudah ikut pelatihan dalam 12 bulan').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: tataRiasPeople[0]?.name ?? '' }).waitFor()
    await page.getByText('Tidak ada kelas yang bertabrakan').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: 'Ikut pelatihan lagi?' }).waitFor()
    await program.check()
    await page.keyboard.type('Diminta Dinas untuk naik tingkat')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/masuk ke Tata Rias II\.$/).waitFor()
    await page.getByText('Ikut lagi: Diminta Dinas untuk naik tingkat').waitFor()
    await page.getByText('Sudah terdaftar di Tata Rias II.').first().waitFor()
    await program.check()
  })

  it('registers directly into a class, which then shows the data of the day of admission', async () => {
    const { page } = program
    const { keyboard } = page
    await page.goto(`${page.url().split('#')[0]}#/peserta/baru?kelas=TR-2025-02`)
    await page.getByText('Pendaftaran Tata Rias II').waitFor()
    await keyboard.type('3671071211870001')
    await keyboard.press('Enter')
    await keyboard.type('Budi Contoh')
    await page.getByLabel('Miskin', { exact: true }).focus()
    await keyboard.press('Space')
    await page.getByRole('combobox', { name: 'Sumber data' }).focus()
    await keyboard.type('sktm')
    await page.getByRole('option', { name: 'SKTM' }).waitFor()
    await keyboard.press('Enter')
    await keyboard.press('Control+s')
    // A source without its date cannot be saved; the date gets the focus.
    await page.getByLabel('Tanggal data').and(page.locator(':focus')).waitFor()
    await keyboard.type('2/12/2024')
    await page.getByText('NIK belum terdaftar').waitFor()
    await keyboard.press('Control+s')
    await page.getByText('saat masuk: Miskin, SKTM, 2 Des 2024').waitFor()
    await pressOn(page.getByRole('link', { name: 'Tata Rias II' }))
    await pressOn(page.getByRole('link', { name: /^Peserta/ }).last())
    await page.getByRole('row', { name: /Budi Contoh/ }).waitFor()
    await keyboard.press('End')
    await page.getByText('Miskin · SKTM, 2 Des 2024').waitFor()
    await program.check()
  })
})

/** A future class, and the rule of twelve months between trainings. */
async function cohortOfNextYear(dataFolder: string): Promise<void> {
  const clock = { now: () => fixedClock('2024-12-20').now() }
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock })
  const { client } = backend
  await client.centre.updateRules({ ...defaultRules, trainedWithin: 'months' })
  const program = (await client.program.list({})).find(row => row.trade === 'TR')
  if (!program) throw new Error('no program')
  await client.cohort.create({
    programId: program.id,
    roomId: null,
    instructorId: null,
    traineeIds: [],
    start: '2025-02-03',
    week: 5,
    jointLeave: 'off',
    hours: 8,
    startTime: '08:00',
    endTime: '15:15',
    number: 2,
    decreeNumber: '',
    decreeDate: null,
    decreeSubject: '',
    activity: '',
    fundingSource: '',
  })
  await backend.close()
}
