import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addSampleInstructor } from '../../../../electron/backend/sample/sample-centre.ts'
import { rinaMarliana } from '../../../../electron/backend/sample/tata-rias-cohort.ts'
import { addTrainees, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture } from '../../fixture.ts'

let fixture: Fixture
beforeEach(() => {
  fixture = openFixture({ today: '2024-12-09' })
})
afterEach(() => fixture.remove())

test('the first steps are ticked by the real state, and unticked when it is gone', async () => {
  await setUp(fixture)
  const { client } = fixture
  const steps = () => client.home.firstSteps({})
  const before = await steps()
  expect(before).toMatchObject({ logo: 0, instructor: 0, trainee: 0, cohort: 0, backup: 0 })
  expect(before.officer).toBeGreaterThan(0)
  expect(before.program).toBeGreaterThan(0)

  await addTrainees(fixture, 2)
  await addSampleInstructor({ client, setToday: fixture.setToday }, rinaMarliana)
  expect(await steps()).toMatchObject({ trainee: 2, instructor: 1 })

  // A copy of the key alone is not a backup; only a bundle of everything is.
  const stick = mkdtempSync(join(tmpdir(), 'balai-stick-'))
  await client.backup.addPlace({ path: stick, name: 'CADANGAN A' })
  expect((await steps()).backup).toBe(0)
  // A backup needs its recovery sheet first.
  const { sheet } = await client.backup.make({ to: stick })
  expect(sheet.code).not.toBeNull()
  expect((await client.backup.run({})).failed).toEqual([])
  expect((await steps()).backup).toBe(1)
  rmSync(stick, { recursive: true })

  // The certificate has expired, so nobody may teach.
  fixture.setToday('2034-12-09')
  expect((await steps()).instructor).toBe(0)
})
