import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInstructor, decidedCohort, samplePerson, setUp } from '../../backend/cohort-steps.ts'
import { type Fixture, openFixture } from '../../backend/fixture.ts'
import { addAccount, password } from '../../backend/sign-in-steps.ts'
import type { DeskPage } from '../../e2e/desk-page.ts'
import { confirmPassword, signIn } from '../../e2e/sign-in-form.ts'
import { HostProcess } from './host-process.ts'

const today = '2024-12-18'
const names = ['Petugas Satu', 'Petugas Dua']
const people = 12

let fixture: Fixture
let hostProcess: HostProcess
const codes: string[] = []
const pages: DeskPage[] = []

beforeAll(async () => {
  fixture = openFixture({ alone: false })
  await setUp(fixture)
  const roles = ['desk', 'training', 'instructor', 'treasurer', 'head', 'admin'] as const
  const [id] = [
    await addAccount(fixture, names[0] ?? '', [...roles]),
    await addAccount(fixture, names[1] ?? '', [...roles]),
  ]
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  for (const [index, [start, heldOn]] of [
    ['2024-10-07', '2024-10-28'] as const,
    ['2024-11-04', '2024-11-25'] as const,
  ].entries()) {
    const rows = Array.from({ length: people }, (_, at) => samplePerson(index * people + at))
    const { all: traineeIds } = await fixture.client.trainee.importRows({ fileName: 'daftar.xlsx', rows })
    codes.push(await decidedCohort(fixture, { start, number: 11 + index, instructorId, traineeIds }, { heldOn }))
  }
  await fixture.backend.close()
  hostProcess = new HostProcess(fixture.folder, today)
  const main = await hostProcess.start()
  await main.access.signIn({ id, secret: password })
  for (const [index, name] of names.entries()) {
    const desk = await hostProcess.openDesk(main, `Loket ${index + 1}`)
    pages.push(desk)
    await signIn(desk.page, name, password)
  }
})
afterAll(async () => {
  for (const { context } of pages) await context.close()
  await hostProcess.end('SIGTERM')
  await fixture.remove()
})

test('two desks issue certificates at once: no number is skipped or given twice', async () => {
  // Both go up to their last key, then both press it.
  for (const [index, { page }] of pages.entries()) {
    await page.goto(`${hostProcess.address}/#/angkatan/${codes[index]}/sertifikat`)
    await page.getByRole('img', { name: /^Halaman 1 dari/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: new RegExp(`^Terbitkan ${people} sertifikat`) }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByLabel('PIN atau sandi Anda').waitFor()
  }
  await Promise.all(pages.map(({ page }) => confirmPassword(page, password)))
  await Promise.all(pages.map(({ page }) => page.getByText(`${people} sudah terbit`).waitFor({ timeout: 60_000 })))
  await hostProcess.end('SIGTERM')
  const raw = fixture.rawDatabase()
  const rows = raw
    .prepare('SELECT cohort_id AS cohort, sequence FROM certificate JOIN enrolment ON enrolment.id = enrolment_id')
    .all() as { cohort: number; sequence: number }[]
  raw.close()
  const sequences = rows.map(({ sequence }) => sequence).toSorted((a, b) => a - b)
  expect(sequences).toEqual(Array.from({ length: 2 * people }, (_, index) => index + 1))
  expect([...Map.groupBy(rows, row => row.cohort).values()].map(own => own.length)).toEqual([people, people])
})
