import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaVersion } from '../../../electron/backend/database/migrations/migrations.ts'
import { emptyCohortLetter } from '../../../shared/features/letter/cohort-letter.ts'
import { builtInBody } from '../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../shared/features/letter/letter-forms.ts'
import { addInstructor, addTrainees, decidedCohort, setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'
import { copyAsVersionOne } from './version-one.ts'

test('a centre of the first release has the built-in letters; what is saved then stays as it is, in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-version-one-'))
  const fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const code = await decidedCohort(
    fixture,
    { instructorId, traineeIds: await addTrainees(fixture, 3) },
    { heldOn: '2025-01-09' },
  )
  await fixture.backend.close()
  copyAsVersionOne(join(fixture.folder, 'balai.db'), join(folder, 'data', 'balai.db'))

  const moved = openFixture({ folder, today: '2025-01-10' })
  expect(moved.backend.workspace.read.value('PRAGMA user_version')).toBe(schemaVersion)
  expect((await moved.client.letter.list({})).every(row => row.version === 0)).toBe(true)
  const paper = 'closing-minutes'
  const { usual } = await moved.client.letter.ofCohort({ code, paper: 'panel-invitation' })
  expect(usual).toMatchObject({ heldOn: '2025-01-09', place: 'Ruang Rapat' })
  await moved.client.letter.save({ draft: { paper, body: builtInBody(letterForm(paper)) }, basedOn: 0 })
  await moved.client.letter.saveOfCohort({ code, paper, values: { ...emptyCohortLetter, number: '1' } })

  await moved.backend.close()
  const raw = moved.rawDatabase()
  const insert = (key: string, version: number, body = '{}') =>
    raw
      .prepare('INSERT INTO letter_template (paper, version, body, saved_at, saved_by) VALUES (?, ?, ?, ?, ?)')
      .run(key, version, body, '2025-01-10T08:00', 'Sari')
  expect(() => insert(paper, 3)).toThrow('versions of a letter follow one another')
  expect(() => insert('consent', 2)).toThrow('versions of a letter follow one another')
  expect(() => insert('consent', 1, '[]')).toThrow('CHECK')
  expect(() => insert('consent', 1, 'x')).toThrow()
  expect(() => raw.prepare("UPDATE letter_template SET body = '{}'").run()).toThrow('never changes')
  expect(() => raw.prepare('DELETE FROM letter_template').run()).toThrow('never taken away')
  const set = (change: string) => () => raw.prepare(`UPDATE class_letter SET ${change}`).run()
  expect(set("dated = '2024-13-01'")).toThrow('CHECK')
  expect(set("held_on = '9 Januari'")).toThrow('CHECK')
  expect(set("begins_at = '9.30'")).toThrow('CHECK')
  expect(set("begins_at = '24:61'")).toThrow('CHECK')
  expect(set("extra = '[]'")).toThrow('CHECK')
  expect(set('officer_id = 999')).toThrow('FOREIGN KEY')
  expect(set("dated = '2025-01-09', held_on = '2025-01-09', begins_at = '09:30'")).not.toThrow()
  raw.close()
  rmSync(folder, { recursive: true, force: true })
  await fixture.remove()
})
