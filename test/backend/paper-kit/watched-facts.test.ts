import { describe, expect, test } from 'vitest'
import { digestsOf, watchFacts } from '../../../electron/backend/paper-kit/fact-digests.ts'
import { factGroups } from '../../../shared/features/print/fact-group.ts'
import { cohortPapers } from '../../papers/every-paper.ts'
import { sampleFacts } from '../../papers/samples/sample-facts.ts'

const groupsOf = (key: keyof typeof cohortPapers) => {
  const watched = watchFacts(sampleFacts())
  cohortPapers[key](watched.facts, 'A4')
  return watched.groupsRead()
}

describe('the facts that a paper used', () => {
  test.each(Object.entries(cohortPapers))('%s has the same bytes when its facts are watched', (_, draw) => {
    const watched = watchFacts(sampleFacts())
    expect(Buffer.from(draw(watched.facts, 'F4').bytes).equals(draw(sampleFacts(), 'F4').bytes)).toBe(true)
    expect(watched.groupsRead().length).toBeGreaterThan(0)
  })

  test('a sheet for signatures uses people, days and instructors, and no marks or scores', () => {
    expect(groupsOf('attendance-day')).toEqual(
      expect.arrayContaining(['centre', 'class', 'schedule', 'instructors', 'people', 'official']),
    )
    for (const group of ['attendance', 'scores', 'panel'] as const) {
      expect(groupsOf('attendance-day')).not.toContain(group)
    }
    expect(groupsOf('attendance-recap')).toContain('attendance')
    expect(groupsOf('final-scores')).toContain('scores')
    expect(groupsOf('schedule')).not.toContain('people')
  })

  test('a change is found in its group and in no other', () => {
    const facts = sampleFacts()
    const before = digestsOf(facts)
    const changedIn = (changed: object) => {
      const after = digestsOf(changed)
      return factGroups.filter(group => before[group] !== after[group])
    }
    const [first, ...rest] = facts.trainees
    const [day, ...days] = facts.days
    if (!first || !day) throw new Error('an empty sample')
    expect(changedIn({ ...facts })).toEqual([])
    expect(changedIn({ ...facts, printedAt: '2030-01-01T00:00', signedOn: '2030-01-01' })).toEqual([])
    expect(changedIn({ ...facts, trainees: [{ ...first, name: 'Orang Lain' }, ...rest] })).toEqual(['people'])
    expect(changedIn({ ...facts, trainees: [{ ...first, theory: 1 }, ...rest] })).toEqual(['scores'])
    expect(changedIn({ ...facts, trainees: [{ ...first, marks: ['A', ...first.marks.slice(1)] }, ...rest] })).toEqual([
      'attendance',
    ])
    expect(changedIn({ ...facts, days: [{ ...day, date: '2030-01-01' }, ...days] })).toEqual(['schedule'])
    expect(changedIn({ ...facts, days: [{ ...day, instructors: [] }, ...days] })).toEqual(['instructors'])
    expect(changedIn({ ...facts, cohort: { ...facts.cohort, room: 'Aula' } })).toEqual(['schedule'])
    expect(changedIn({ ...facts, cohort: { ...facts.cohort, weights: { theory: 1, practice: 99 } } })).toEqual([
      'rules',
    ])
    expect(changedIn({ ...facts, head: { ...facts.head, name: 'Kepala Baru' } })).toEqual(['official'])
    expect(changedIn({ ...facts, letter: { text: 'lain' } })).toEqual(['other'])
  })
})
