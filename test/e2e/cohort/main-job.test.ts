import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { playAttendance } from '../../../electron/backend/sample/play-cohort.ts'
import { tataRiasPeople } from '../../../electron/backend/sample/sample-people.ts'
import { tataRiasResults } from '../../../electron/backend/sample/tata-rias-cohort.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { clientOf } from '../page-client.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { chooseFirstPassword, confirmPassword } from '../sign-in-form.ts'

const workbook = join(import.meta.dirname, '../../../build/sample-data/peserta-tata-rias.xlsx')
const days: PlainDate[] = [
  '2024-12-16',
  '2024-12-17',
  '2024-12-18',
  '2024-12-19',
  '2024-12-20',
  '2024-12-23',
  '2024-12-24',
  '2024-12-27',
  '2024-12-30',
  '2024-12-31',
  '2025-01-02',
  '2025-01-03',
  '2025-01-06',
  '2025-01-07',
  '2025-01-08',
]

/** The first two days, those around the leaving, and the last; the others are filled without the screen. */
const byKeys = [1, 2, 8, 9, 15]

/** The exceptions of a day of the worked example, as '2a 5s'. Yuni leaves after day 7. */
function lineOfDay(n: number): string {
  return tataRiasPeople
    .flatMap(({ name }, index) => {
      const mark = tataRiasResults[name]?.absences?.[n]
      return mark ? [`${index + 1}${mark.toLowerCase()}`] : []
    })
    .join(' ')
}

describe('the main job, by a person at the keyboard', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-10')
  })
  afterAll(() => program.close())
  afterEach(({ task }) => program.keepPicture(task))

  it('sets up the centre', async () => {
    const { page } = program
    for (const heading of [
      'Balai mana yang memakai program ini?',
      'Siapa yang menandatangani surat?',
      'Siap dipakai',
    ]) {
      await page.getByRole('heading', { name: heading }).waitFor()
      await program.check()
      if (heading.startsWith('Siapa')) {
        await page.getByLabel('Nama lengkap dan gelar').fill('Drs. H. Ahmad Fauzi Rahman, M.Si.')
        await page.getByLabel('NIP (boleh kosong)').fill('19710412 199803 1 004')
      }
      if (heading === 'Siap dipakai') await chooseFirstPassword(page)
      else await page.keyboard.press('Control+Enter')
    }
    await page.getByRole('heading', { name: 'Selasa, 10 Desember 2024' }).waitFor()
    await program.check()
  })

  it('records an instructor with her BNSP certificate', async () => {
    const { page } = program
    await page.keyboard.press('Alt+6')
    await page.getByRole('heading', { name: 'Instruktur', level: 1 }).waitFor()
    await program.check()
    await page.keyboard.press('Alt+b')
    await page.getByLabel('Nama lengkap dan gelar').fill('Rina Marliana, S.Pd.')
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { name: 'Rina Marliana, S.Pd.' }).waitFor()
    await page.keyboard.press('Alt+b')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Skema sertifikasi').fill('Penata Rias Wajah')
    await dialog.getByLabel('Nomor sertifikat').fill('96022 5142 3 0000417 2022')
    await dialog.getByLabel('Tanggal terbit').fill('10/1/2022')
    await dialog.getByRole('checkbox', { name: 'Tata Rias' }).check()
    await program.check()
    await page.keyboard.press('Control+s')
    await page.getByText('1 tercatat').waitFor()
    await program.check()
  })

  it('plans fifteen days around the holidays with sixteen people from a workbook', async () => {
    const { page } = program
    await page.keyboard.press('Alt+4')
    await page.getByRole('heading', { name: 'Angkatan', level: 1 }).waitFor()
    await program.check()
    await page.keyboard.press('Alt+b')
    await page.getByRole('heading', { name: 'Rencanakan angkatan' }).waitFor()
    await page.getByRole('combobox', { name: 'Program pelatihan' }).click()
    await page.keyboard.type('tata rias')
    await page.locator('[role=option][data-combobox-selected]', { hasText: 'Tata Rias' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Tanggal mulai' }).click()
    await page.keyboard.type('25/12')
    await page.getByText('Jum 27 Des', { exact: false }).first().waitFor()
    await page.getByRole('combobox', { name: 'Tanggal mulai' }).fill('16/12')
    await page.getByRole('heading', { name: 'Senin 16 Des 2024 s.d. Rabu 8 Jan 2025' }).waitFor()
    for (const reason of [
      'Rab 25 Des · Hari Raya Natal',
      'Kam 26 Des · cuti bersama',
      'Rab 1 Jan · Tahun Baru 2025 Masehi',
    ]) {
      await page.getByText(reason).waitFor()
    }
    await page.getByRole('radio', { name: /Rina Marliana/ }).check()
    await page.getByRole('textbox', { name: 'Angkatan ke-' }).fill('3')
    await page.getByRole('button', { name: 'Ambil dari berkas Excel' }).click()
    await page.locator('input[type=file]').setInputFiles(workbook)
    await page.getByRole('button', { name: '16 Baru' }).waitFor()
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('16 orang', { exact: false }).first().waitFor()
    await program.check()
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { name: 'Tata Rias III', level: 1 }).waitFor()
    await page.getByText('TR-2024-03').first().waitFor()
    await program.check()
  })

  it('fills and closes fifteen days, each on its own day', async () => {
    const { page } = program
    const code = 'TR-2024-03'
    const client = await clientOf(page)
    const session = { client, setToday: program.setClock }
    for (const [index, date] of days.entries()) {
      const n = index + 1
      if (!byKeys.includes(n)) {
        const [first] = (await client.cohort.get({ code })).days
        const [teacher] = first?.instructors ?? []
        if (!teacher) throw new Error('nobody teaches')
        await playAttendance(session, { code, instructorId: teacher.id, results: tataRiasResults, until: date })
        continue
      }
      await program.setToday(date)
      await page.getByRole('link', { name: 'Beranda' }).click()
      const line = page.getByRole('textbox', { name: new RegExp(`^Kehadiran Tata Rias III hari ke-${n},`) })
      await line.waitFor()
      if (n === 8) await recordLeaving(page)
      // The cursor is already in the input line of the first unfilled class.
      await expect.poll(() => line.evaluate(element => element === document.activeElement)).toBe(true)
      await page.keyboard.type(lineOfDay(n))
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: `Tutup hari ke-${n}: Tata Rias III` }).click()
      await page.getByText(`${index} hari ditutup`).waitFor()
      await page.keyboard.press('Control+Enter')
      await page
        .locator(':focus')
        .and(page.getByRole('dialog').getByRole('button', { name: `Tutup hari ke-${n}` }))
        .waitFor()
      await page.keyboard.press('Enter')
      await page.getByText(`Hari ke-${n} ditutup.`).waitFor()
      if (n === 1 || n === 9) await program.check()
    }
  }, 300_000)

  it('takes scores pasted from Excel', async () => {
    const { page } = program
    await program.setToday('2025-01-09')
    await page.getByRole('link', { name: 'Beranda' }).click()
    await page
      .getByRole('link', { name: 'Isi nilai' })
      .or(page.getByRole('button', { name: 'Isi nilai' }))
      .first()
      .click()
    await page.getByRole('heading', { name: 'Nilai', level: 1 }).waitFor()
    await program.check()
    const grid = page.getByRole('grid', { name: 'Nilai teori, praktik dan unit' })
    await grid.locator('tbody td').nth(1).click()
    await page.keyboard.press('Control+Home')
    // One line per person as in Excel: theory, practice, the computed mark left empty, then the units.
    await paste(
      page,
      staying.map(({ name }) => {
        const { theory = 0, practice = 0, unitsShort = [] } = tataRiasResults[name] ?? {}
        const units = Array.from({ length: 9 }, (_, index) => (unitsShort.includes(index + 1) ? 'BK' : 'K'))
        return [theory, practice]
          .map(score => String(score / 100).replace('.', ','))
          .concat('', units)
          .join('\t')
      }),
    )
    await page.getByText('batas 70,00 · lengkap').waitFor()
    await program.check()
  }, 120_000)

  it('lets the panel decide', async () => {
    const { page } = program
    await page.keyboard.press('Control+]')
    await page.getByRole('heading', { name: 'Sidang kelulusan' }).waitFor()
    await page.getByRole('heading', { name: '13 lulus · 2 tidak lulus · 1 mengundurkan diri' }).waitFor()
    await page.getByText('Kehadiran 11 dari 15 (73,33 %), kurang 1 hari').waitFor()
    await page.getByText('Nilai akhir 67,70, kurang 2,30').waitFor()
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('ditetapkan', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: /^Lainnya/ }).waitFor()
    await program.check()
  })

  it('issues thirteen certificates and two statements, numbered from 0001', async () => {
    const { page } = program
    await page.keyboard.press('Control+]')
    await page.getByRole('heading', { name: 'Terbitkan sertifikat' }).waitFor()
    await page.getByRole('img', { name: 'Halaman 1 dari 1' }).waitFor()
    await program.check()
    // Nobody has a photo, because this office glues photos on.
    const leaveBoxEmpty = async () => {
      await page.getByRole('combobox', { name: 'Pas foto' }).click()
      await page.getByRole('option', { name: 'Kotak kosong' }).click()
      await page.getByText('Pas foto belum ada').first().waitFor({ state: 'detached' })
    }
    await leaveBoxEmpty()
    await page.keyboard.press('Control+Enter')
    const question = 'Terbitkan 13 sertifikat, nomor 0001–0013, bertanggal 9 Januari 2025?'
    await page.getByRole('dialog', { name: question }).getByRole('button', { name: 'Terbitkan 13 sertifikat' }).click()
    await confirmPassword(page)
    await page.getByText('13 sudah terbit').waitFor()
    await page.getByRole('radio', { name: 'Surat keterangan 2' }).check({ force: true })
    await page.getByRole('heading', { name: 'Terbitkan surat keterangan' }).waitFor()
    await leaveBoxEmpty()
    await page.getByText('500.15/0001/KET-BLK/I/2025').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Terbitkan 2/ })
      .click()
    await page.getByText('2 sudah terbit').waitFor()
    await program.check()
  })

  it('shows every paper of the class in a preview that can print or save', async () => {
    const { page } = program
    await page.keyboard.press('Control+]')
    await page.getByRole('heading', { level: 1, name: 'Berkas' }).waitFor()
    await page.getByText(/^0 dari \d+ lengkap/).waitFor()
    await program.check()
    for (const title of [
      'Daftar Hadir 15 Hari',
      'Berita Acara Sidang Kelulusan',
      'Sertifikat Pelatihan',
      'Biodata Peserta',
    ]) {
      await page.getByLabel('Saring: Nama berkas').fill(title)
      await pressOn(page.getByRole('row', { name: title }).first(), 'Control+p')
      const preview = page.getByRole('dialog')
      await preview.getByRole('img', { name: /^Halaman 1 dari/ }).waitFor()
      await program.check()
      const download = page.waitForEvent('download')
      await preview.getByRole('button', { name: 'Simpan PDF' }).click()
      expect((await download).suggestedFilename()).toMatch(/(Tata Rias III|TR-2024-03).*\.pdf$/)
      await page.keyboard.press('Escape')
      await preview.waitFor({ state: 'hidden' })
    }
  })

  it('finds a certificate by its number from anywhere', async () => {
    const { page } = program
    await page.keyboard.press('Control+k')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.keyboard.type('0011')
    await page.getByText('Siti Rahayu').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Siti Rahayu', level: 1 }).waitFor()
    await page.getByText('500.15/0011/BLK/I/2025', { exact: true }).first().waitFor()
    await page
      .getByRole('img', { name: /^Halaman 1 dari/ })
      .first()
      .waitFor()
    await program.check()
  })
})

const staying = tataRiasPeople.filter(({ name }) => name !== 'Yuni Kartika')

/** Yuni does not return after day 7; from then on she needs no mark. */
async function recordLeaving(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Tata Rias III', exact: true }).click()
  await page
    .getByRole('link', { name: /^Peserta/ })
    .last()
    .click()
  await page.getByRole('row', { name: /Yuni Kartika/ }).click()
  await page.getByRole('button', { name: 'Catat keluar dari kelas' }).click()
  const dialog = page.getByRole('dialog', { name: 'Yuni Kartika keluar dari kelas' })
  await dialog.getByRole('textbox').last().fill('Mengundurkan diri, disampaikan lewat telepon.')
  await dialog.getByRole('button', { name: 'Catat keluar' }).click()
  await page.getByRole('row', { name: /Yuni Kartika.*Mengundurkan diri/ }).waitFor()
  await page.getByRole('link', { name: 'Beranda' }).click()
}

async function paste(page: Page, lines: string[]): Promise<void> {
  await page.evaluate(text => navigator.clipboard.writeText(text), lines.join('\n'))
  await page.keyboard.press('Control+v')
}
