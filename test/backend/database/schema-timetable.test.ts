import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInstructor, addTrainees, createSampleCohort, holdDays, roomNamed, setUp } from '../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from '../fixture.ts'
import { copyAsVersionOne, rowsOf } from './version-one.ts'

// A database of the first release, with a running class and a word of an official in it, takes the rules of the timetable.

let fixture: Fixture
let code: string
let before: Record<string, unknown[]>
const kept = [
  'cohort',
  'cohort_day',
  'cohort_unit',
  'teaching',
  'enrolment',
  'attendance',
  'credential',
  'credential_override',
]

beforeAll(async () => {
  const newer = openFixture()
  await setUp(newer)
  const instructorId = await addInstructor(newer, 'Rina', { validUntil: '2025-01-06' })
  code = await createSampleCohort(newer, {
    instructorId,
    override: { official: 'Kepala UPT', reason: 'Perpanjangan sedang diproses' },
    roomId: await roomNamed(newer, 'R. Rias 1'),
    traineeIds: await addTrainees(newer, 2),
  })
  await holdDays(newer, code, { until: 3 })
  await newer.backend.close()
  const root = mkdtempSync(join(tmpdir(), 'balai-version-one-'))
  mkdirSync(join(root, 'data'), { recursive: true })
  const file = join(root, 'data', 'balai.db')
  copyAsVersionOne(join(newer.folder, 'balai.db'), file)
  before = Object.fromEntries(kept.map(table => [table, rowsOf(file, table)]))
  await newer.remove()
  fixture = openFixture({ folder: root, today: '2024-12-19' })
})
afterAll(() => fixture.remove())

test('keeps every row, and its words hold for the days', async () => {
  expect(fixture.backend.workspace.openingError).toBeUndefined()
  const { days } = await fixture.client.cohort.get({ code })
  expect(days.filter(day => day.overrides.length > 0).map(day => day.n)).toEqual([14, 15])
  await fixture.backend.close()
  const file = join(fixture.folder, 'balai.db')
  for (const table of kept) expect(rowsOf(file, table), table).toEqual(before[table])
  await fixture.reopen()
})

test('from then on nothing and nobody is booked twice', async () => {
  const roomId = await roomNamed(fixture, 'R. Rias 1')
  const second = createSampleCohort(fixture, { number: 2, start: '2025-01-08', roomId })
  expect(await domainErrorOf(second)).toMatchObject({ code: 'room_busy', n: 1, cohort: 'Tata Rias I' })
  expect(await createSampleCohort(fixture, { number: 2, start: '2025-01-09', roomId })).toBe('TR-2025-02')
})
