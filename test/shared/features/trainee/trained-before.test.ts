import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trainedWithins } from '../../../../shared/features/centre/centre.ts'
import { type Training, trainedBefore } from '../../../../shared/features/trainee/trained-before.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'

function training(start: PlainDate, end = addDays(start, 20)): Training {
  return { code: start, title: start, start, end }
}

const day = fc.integer({ min: 0, max: 3000 }).map(days => addDays('2020-01-01', days))
const trainings = fc.array(
  day.map(start => training(start)),
  { maxLength: 6 },
)

describe('trained before', () => {
  it('a class belongs to the year in which it begins', () => {
    const overNewYear = training('2024-12-16', '2025-01-09')
    expect(trainedBefore('year', '2024-12-30', [overNewYear])).toBe(overNewYear)
    expect(trainedBefore('year', '2025-02-03', [overNewYear])).toBeNull()
  })

  it('twelve months are counted from the last day, on both sides', () => {
    const one = training('2024-03-01', '2024-03-21')
    expect(trainedBefore('months', '2025-03-20', [one])).toBe(one)
    expect(trainedBefore('months', '2025-03-21', [one])).toBeNull()
    expect(trainedBefore('months', '2023-03-02', [one])).toBe(one)
    expect(trainedBefore('months', '2023-03-01', [one])).toBeNull()
    const leap = training('2024-02-10', '2024-02-29')
    expect(trainedBefore('months', '2025-02-28', [leap])).toBe(leap)
    expect(trainedBefore('months', '2025-03-01', [leap])).toBeNull()
  })

  it('always finds the latest training, and nothing only if there is none', () => {
    fc.assert(
      fc.property(day, trainings, (start, all) => {
        const hit = trainedBefore('ever', start, all)
        expect(hit?.start ?? null).toBe(
          all
            .map(one => one.start)
            .sort()
            .at(-1) ?? null,
        )
      }),
    )
  })

  it('returns one of the given trainings, and a wider rule never finds less', () => {
    fc.assert(
      fc.property(day, trainings, fc.constantFrom(...trainedWithins), (start, all, within) => {
        const hit = trainedBefore(within, start, all)
        if (hit) expect(all).toContain(hit)
        if (hit) expect(trainedBefore('ever', start, all)).not.toBeNull()
      }),
    )
  })
})
