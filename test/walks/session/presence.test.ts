import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { type BackendClient, createBackend } from '../../../electron/backend/create-backend.ts'
import { saveSecret } from '../../../electron/backend/features/access/secret-store.ts'
import { hashSecret } from '../../../electron/backend/keys/secret-hash.ts'
import { samplePassword } from '../../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import type { Doing } from '../../../shared/features/desk/contract.ts'
import type { OperatorId } from '../../../shared/ids.ts'
import { quickHash } from '../../backend/fixture.ts'
import { pairDesk } from '../../desk-host/node-desk.ts'
import { clientOf } from '../../e2e/page-client.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { asSamplePerson } from '../../e2e/sample-person.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'

const today = '2024-12-30'
const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
let program: Program
/** Two people at other computers of the office. */
let sari: BackendClient
let rina: BackendClient
let dayOff: number

beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  await threeCohorts(dataFolder)
  const accounts = await fill(dataFolder)
  dayOff = accounts.dayOff
  program = await startProgram(today, { dataFolder, desks: true })
  const main = await clientOf(program.page)
  const port = Number(new URL(program.deskAddress ?? '').port)
  async function come(desk: string, id: OperatorId): Promise<BackendClient> {
    const client = (await pairDesk(main, port, desk, '127.0.0.1')).client()
    await client.access.signIn({ id, secret: samplePassword })
    return client
  }
  sari = await come('Loket 1', accounts.sari)
  rina = await come('Loket 2', accounts.rina)
})
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(({ task }) => program.keepPicture(task))

/** What the three classes lack: two more people, and one record of each kind. */
async function fill(dataFolder: string) {
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: fixedClock(today) })
  const { client, workspace } = backend
  const hash = await hashSecret(samplePassword, quickHash, null)
  const account = async (name: string) => {
    const person = { name, nip: '', roles: ['desk', 'training'] as const, instructorId: null, validUntil: null }
    const { id } = await client.access.save({ id: null, person: { ...person, roles: [...person.roles] } })
    workspace.transaction(() =>
      saveSecret(workspace.write, id, { kind: 'PASSWORD', hash, onceUntil: null }, `${today}T07:00:00`),
    )
    return id
  }
  const accounts = { sari: await account('Sari Oktaviani'), rina: await account('Rina Susanti') }
  const instructor = (await client.instructor.list({})).find(one => one.id === 1)
  const [program] = await client.program.list({})
  if (!instructor || !program) throw new Error('no instructor or program')
  await client.instructor.saveLeave({
    instructorId: instructor.id,
    id: null,
    leave: { from: '2025-03-03', until: '2025-03-04', reason: 'Diklat' },
  })
  const { id: dayOff } = await client.calendar.saveDay({
    id: null,
    day: { date: '2024-12-31', name: 'Libur kantor', kind: 'centre_closure', source: '', certain: true },
  })
  await client.registration.save({
    id: null,
    registration: {
      title: 'Gelombang Januari',
      programId: program.id,
      cohortCode: null,
      year: 2025,
      opens: '2025-01-06',
      closes: '2025-01-10',
      quota: 16,
      reserves: 4,
      keptPlaces: 0,
      keptActivityId: null,
      stages: [{ kind: 'ADMINISTRATION', weight: 0, passLimit: null }],
      meetings: [],
    },
  })
  await client.activity.save({
    id: null,
    activity: {
      budgetYear: 2024,
      number: 1,
      fundingSource: 'DIF_POVERTY',
      title: 'Pelatihan berbasis kompetensi',
      trade: null,
      budgetActivity: '',
      budgetSubActivity: '',
      accountCode: '',
      budget: 100_000_000,
      plannedClasses: 3,
      plannedPeople: 48,
    },
  })
  await backend.close()
  return { ...accounts, dayOff }
}

const running = 'TR-2024-01'

interface Form {
  subject: string
  path: string
  /** Opens the form on its page; a form that is a page needs nothing. */
  open?: (page: Page) => Promise<void>
  field: string
}

const button = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const key = (name: string) => async (page: Page) => {
  await page.waitForFunction(() => document.activeElement?.closest('main'))
  await page.keyboard.press(name)
}

/** Every form that saves a whole record, with a field of words in it. */
const forms: readonly Form[] = [
  { subject: 'peserta 1', path: '/peserta/1/ubah', field: 'Alamat' },
  { subject: 'balai', path: '/pengaturan/balai', field: 'Alamat' },
  { subject: 'aturan', path: '/pengaturan/aturan', field: 'Pola nomor sertifikat' },
  { subject: 'program 1', path: '/pengaturan/program/1', field: 'Nama program' },
  { subject: 'ruang 1', path: '/pengaturan/ruang?buka=1', field: 'Nama ruang' },
  { subject: 'pejabat 1', path: '/pengaturan/penanda-tangan?buka=1', field: 'Nama' },
  { subject: 'libur', path: '/kalender/2024?hari=2024-12-31', field: 'Nama' },
  { subject: 'kegiatan 1', path: '/kegiatan/1', open: key('F2'), field: 'Nama kegiatan' },
  { subject: 'pendaftaran 1', path: '/seleksi/1', open: key('Alt+u'), field: 'Nama pendaftaran' },
  { subject: 'instruktur 1', path: '/instruktur/1', open: key('F2'), field: 'Nama lengkap dan gelar' },
  { subject: 'sertifikat instruktur 1', path: '/instruktur/1', open: button(/^Ubah 0000/), field: 'Nomor' },
  { subject: 'cuti 1', path: '/instruktur/1', open: button(/^Ubah Diklat/), field: 'Sebab' },
  { subject: `keterangan ${running}`, path: `/angkatan/${running}`, open: key('F2'), field: 'Nomor SK' },
  {
    subject: `perlengkapan ${running}`,
    path: `/angkatan/${running}/berkas/perlengkapan`,
    open: page => page.getByText('Penyedia', { exact: true }).click(),
    field: 'Nama penyedia',
  },
]

const say = (who: BackendClient, subject: string, doing: Doing) => who.desk.here({ subject, doing })
const go = (page: Page, path: string) => page.goto(`${new URL(page.url()).origin}/#${path}`)
/** The chip in the head that one looks at: of the drawer, if there is one. */
const chip = (page: Page, words: string) => page.getByText(words, { exact: true }).last()

describe('who else has a record open', () => {
  test('a page names one, then two, then only who writes; and nobody any more after they have left', async () => {
    const { page } = program
    const subject = `keterangan ${running}`
    await say(sari, subject, 'reading')
    await go(page, `/angkatan/${running}`)
    await chip(page, 'Sari sedang membuka').waitFor()
    await say(rina, subject, 'reading')
    await say(sari, subject, 'reading')
    await chip(page, 'Sari dan Rina sedang membuka').waitFor()
    await program.check()
    await say(rina, subject, 'editing')
    await say(sari, subject, 'reading')
    await chip(page, 'Rina sedang mengubah').waitFor()
    // Sari closes the page, and the computer of Rina loses its power.
    await say(sari, subject, 'left')
    await say(rina, subject, 'editing')
    await chip(page, 'Rina sedang mengubah').waitFor({ state: 'detached', timeout: 20_000 })
    expect(await page.getByText(/sedang (membuka|mengubah)/).count()).toBe(0)
  })

  test.each(forms)(
    '$subject: the form says who else writes it, and tells the others when something is typed',
    async form => {
      const { page } = program
      const subject = form.subject === 'libur' ? `libur ${dayOff}` : form.subject
      await go(page, '/uji-bnsp')
      await page.getByRole('heading', { level: 1, name: /^Uji/ }).waitFor()
      await say(sari, subject, 'editing')
      await go(page, form.path)
      await form.open?.(page)
      const field = page.getByRole('textbox', { name: new RegExp(`^${form.field}`) }).last()
      await field.waitFor()
      await chip(page, 'Sari sedang mengubah').waitFor()
      const own = async () => (await say(sari, subject, 'editing')).map(one => one.doing)
      await expect.poll(own).toEqual(['reading'])
      await field.press('End')
      await field.press('x')
      await expect.poll(own).toEqual(['editing'])
      await field.press('Backspace')
      await expect.poll(own).toEqual(['reading'])
      await program.check()
      await go(page, '/uji-bnsp')
      await expect.poll(own).toEqual([])
      await say(sari, subject, 'left')
    },
  )
})
