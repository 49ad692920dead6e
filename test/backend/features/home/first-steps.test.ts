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

test('the first steps are ticked off by what is really there, and unticked when it is gone', async () => {
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

  // The key on a stick opens nothing: only a bundle of all that is here is a backup.
  const stick = mkdtempSync(join(tmpdir(), 'balai-stick-'))
  await client.backup.addPlace({ path: stick, name: 'CADANGAN A' })
  expect((await steps()).backup).toBe(0)
  // Without a sheet that opens it none is made.
  const { sheet } = await client.backup.make({ to: stick })
  expect(sheet.code).not.toBeNull()
  expect((await client.backup.run({})).failed).toEqual([])
  expect((await steps()).backup).toBe(1)
  rmSync(stick, { recursive: true })

  // The certificate has run out: nobody may teach by it any more.
  fixture.setToday('2034-12-09')
  expect((await steps()).instructor).toBe(0)
})
