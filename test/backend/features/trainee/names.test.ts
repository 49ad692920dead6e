import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../papers/read-pdf.ts'
import {
  addInstructor,
  createSampleCohort,
  decidedCohort,
  issueAll,
  issuedPapers,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, inputProblems, openFixture } from '../../fixture.ts'

// Real and malicious names, all in one class.

const names = [
  "Nur'aini D’Arcy",
  'Renée Ångström-Çelik',
  'Wati',
  '../../etc/passwd',
  'Siti 🌺 Rahayu',
  '<script>alert(1)</script>',
  'CON',
  'Siti Rahayu',
  'Siti Rahayu',
  `${'Panjang '.repeat(12)}Ujung`.slice(0, 100),
  "'; DROP TABLE trainee; --",
  'A/B\\C:D*E?F"G|H',
]

let fixture: Fixture
let code: string
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina', {})
  const { all } = await fixture.client.trainee.importRows({
    fileName: 'nama.xlsx',
    rows: names.map((name, index) => samplePerson(index, { name })),
  })
  code = await decidedCohort(fixture, { start: '2024-12-02', instructorId, traineeIds: all }, { heldOn: '2024-12-20' })
  await issueAll(fixture, code, '2024-12-20')
})
afterAll(() => fixture.remove())

test('are stored as typed everywhere', async () => {
  expect((await fixture.client.cohort.trainees({ code })).map(row => row.name)).toEqual(names)
  expect((await fixture.client.attendance.grid({ code })).rows.map(row => row.name)).toEqual(names)
  const rows = await issuedPapers(fixture.client)
  expect(rows.map(row => row.name).toReversed()).toEqual(names)
})

test('give unique file names that Windows accepts, inside the folder', async () => {
  const rows = await issuedPapers(fixture.client)
  const files = await Promise.all(rows.map(({ id }) => fixture.client.certificate.file({ id })))
  for (const { name } of files) {
    expect(name).toMatch(/^500\.15-\d{4}-BLK-XII-2024 .*\.pdf$/u)
    expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u)
    expect(name.length).toBeLessThanOrEqual(124)
  }
  expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(names.length)
  expect(readdirSync(join(fixture.folder, '..'))).toEqual(['data'])
})

test('are on the papers in printable letters', async () => {
  const file = await fixture.client.certificate.cohortFile({ code, kind: 'certificate' })
  const { pages } = await readPdf(new Uint8Array(await file.arrayBuffer()))
  expect(pages).toHaveLength(2 * names.length)
  const text = pages.map(page => page.text).join('\n')
  for (const name of [
    "NUR'AINI D’ARCY",
    'RENÉE ÅNGSTRÖM-ÇELIK',
    'WATI',
    '../../ETC/PASSWD',
    '<SCRIPT>ALERT(1)</SCRIPT>',
  ]) {
    expect(text).toContain(name)
  }
})

test.each([
  ['nuraini darcy', "Nur'aini D’Arcy"],
  ['renee angstrom', 'Renée Ångström-Çelik'],
  ['<script>', '<script>alert(1)</script>'],
  ['drop table', "'; DROP TABLE trainee; --"],
  [samplePerson(2).nik, 'Wati'],
  [samplePerson(2).phone.slice(4), 'Wati'],
  ['🌺', 'Siti 🌺 Rahayu'],
])('are found by %s', async (search, name) => {
  const { rows } = await fixture.client.trainee.list({ search, limit: 5, offset: 0 })
  expect(rows.map(row => row.name)).toEqual([name])
})

describe('a name', () => {
  const save = (name: string) => fixture.client.trainee.save({ id: null, trainee: samplePerson(30, { name }) })

  test('has one to a hundred letters, counting what people see as one letter', async () => {
    expect(await inputProblems(save(''))).toEqual(['Wajib diisi.'])
    expect(await inputProblems(save('   '))).toEqual(['Wajib diisi.'])
    expect(await inputProblems(save('x'.repeat(101)))).toEqual(['Paling panjang 100 huruf.'])
    expect(await inputProblems(save('x'.repeat(300)))).toEqual(['Paling panjang 100 huruf.'])
    const { id } = await save('🌺'.repeat(100))
    expect((await fixture.client.trainee.get({ id })).name).toBe('🌺'.repeat(100))
  })

  test('loses only extra spaces around and between words', async () => {
    const { id } = await fixture.client.trainee.save({
      id: null,
      trainee: samplePerson(31, { name: '  Siti \t  Rahayu ' }),
    })
    expect((await fixture.client.trainee.get({ id })).name).toBe('Siti Rahayu')
  })

  test.each([
    ['a control character', 'Siti\u0007Rahayu'],
    ['a letter that turns the text around', 'Siti\u202eRahayu'],
    ['half a letter', 'Siti\ud83cRahayu'],
  ])('with %s cannot be printed and is refused', async (_, name) => {
    expect((await inputProblems(save(name))).some(message => message.includes('tidak dapat dicetak'))).toBe(true)
  })
})

test('the letters and line breaks of a reason are kept', async () => {
  const next = await createSampleCohort(fixture, { number: 2, start: '2025-02-03' })
  const reason = 'Baris satu: “kutip”\nBaris dua — <b>tebal</b>'
  await fixture.client.cohort.cancel({ code: next, reason })
  expect((await fixture.client.cohort.get({ code: next })).cancelReason).toBe(reason)
})
