import { expect, test } from 'vitest'
import { emptyCohortLetter } from '../../../shared/features/letter/cohort-letter.ts'
import { builtInBody } from '../../../shared/features/letter/letter-form.ts'
import { letterForm } from '../../../shared/features/letter/letter-forms.ts'
import { createSampleCohort, setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'

test('versions of a letter cannot change and keep their order', async () => {
  const fixture = openFixture()
  await setUp(fixture)
  const code = await createSampleCohort(fixture)
  const paper = 'closing-minutes'
  await fixture.client.letter.save({ draft: { paper, body: builtInBody(letterForm(paper)) }, basedOn: 0 })
  await fixture.client.letter.saveOfCohort({ code, paper, values: { ...emptyCohortLetter, number: '1' } })

  await fixture.backend.close()
  const raw = fixture.rawDatabase()
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
  const set = (change: string) => () => raw.prepare(`UPDATE cohort_letter SET ${change}`).run()
  expect(set("dated = '2024-13-01'")).toThrow('CHECK')
  expect(set("held_on = '9 Januari'")).toThrow('CHECK')
  expect(set("begins_at = '9.30'")).toThrow('CHECK')
  expect(set("begins_at = '24:61'")).toThrow('CHECK')
  expect(set("extra = '[]'")).toThrow('CHECK')
  expect(set('officer_id = 999')).toThrow('FOREIGN KEY')
  expect(set("dated = '2025-01-09', held_on = '2025-01-09', begins_at = '09:30'")).not.toThrow()
  raw.close()
  await fixture.remove()
})
