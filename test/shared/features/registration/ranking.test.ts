import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type RankingEntry,
  type RankingRules,
  rankApplicants,
} from '../../../../shared/features/registration/ranking.ts'
import { outcomes, priorities } from '../../../../shared/features/registration/registration.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'

const bothScores: RankingRules['stages'] = [
  { kind: 'INTERVIEW', weight: 40, passLimit: 6000 },
  { kind: 'ADMINISTRATION', weight: 0, passLimit: null },
  { kind: 'TEST', weight: 60, passLimit: null },
]

function rules(part: Partial<RankingRules> = {}): RankingRules {
  return { stages: bothScores, quota: 2, reserves: 2, keptPlaces: 0, emptyVillages: new Set(), ...part }
}

function entry(
  id: number,
  part: Partial<RankingEntry> & { scores?: [number | null, number | null] } = {},
): RankingEntry {
  const { scores = [8000, 8000], ...rest } = part
  return {
    id,
    number: id,
    registeredOn: '2024-12-02',
    priority: 'GENERAL',
    village: null,
    results: { ADMINISTRATION: true, TEST: scores[0], INTERVIEW: scores[1] },
    withdrawn: false,
    tiePosition: null,
    override: null,
    ...rest,
  }
}

const outcomesOf = (entries: RankingEntry[], part: Partial<RankingRules> = {}) =>
  Object.fromEntries(rankApplicants(entries, rules(part)).rows.map(row => [row.id, row.decision]))

describe('stages', () => {
  test('the first stage without a result or not passed ends the selection, in the order of the stages', () => {
    const results = { ADMINISTRATION: null, TEST: null, INTERVIEW: null }
    const { rows } = rankApplicants(
      [
        entry(1, { results }),
        entry(2, { results: { ...results, ADMINISTRATION: false } }),
        entry(3, { results: { ...results, ADMINISTRATION: true } }),
        entry(4, { scores: [9000, 5999] }),
        entry(5, { scores: [0, 6000] }),
        entry(6, { withdrawn: true }),
      ],
      rules(),
    )
    expect(rows.map(({ id, standing, stage, total, decision }) => [id, standing, stage, total, decision])).toEqual([
      [5, 'ranked', null, 2400, 'accepted'],
      [2, 'failed', 'ADMINISTRATION', null, 'rejected'],
      [4, 'failed', 'INTERVIEW', null, 'rejected'],
      [1, 'incomplete', 'ADMINISTRATION', null, null],
      [3, 'incomplete', 'TEST', null, null],
      [6, 'withdrawn', null, null, null],
    ])
  })

  test('the total is weighted and rounded half up; without a scored stage only priority and date count', () => {
    const [row] = rankApplicants([entry(1, { scores: [7001, 8003] })], rules()).rows
    expect(row?.total).toBe(7402)
    const none = [entry(1), entry(2, { priority: 'POOR' }), entry(3, { registeredOn: '2024-12-01' })]
    const { rows } = rankApplicants(none, rules({ stages: [] }))
    expect(rows.map(({ id, total }) => [id, total])).toEqual([
      [2, null],
      [3, null],
      [1, null],
    ])
  })
})

describe('ties', () => {
  test('are broken by priority, then by the earlier date, and each row says by which', () => {
    const { rows, ties } = rankApplicants(
      [
        entry(1),
        entry(2, { registeredOn: '2024-12-01' }),
        entry(3, { priority: 'EXTREME_POOR', registeredOn: '2024-12-06' }),
        entry(4, { scores: [8001, 8000] }),
        entry(5, { priority: 'POOR' }),
      ],
      rules(),
    )
    expect(rows.map(({ id, tieRule }) => [id, tieRule])).toEqual([
      [4, null],
      [3, null],
      [5, 'priority'],
      [2, 'priority'],
      [1, 'date'],
    ])
    expect(ties).toEqual([])
  })

  test('across the last place stay open until the clerk orders them', () => {
    const three = [entry(1), entry(2), entry(3)]
    const open = rankApplicants(three, rules())
    expect(open.ties).toEqual([{ ids: [1, 2, 3], decided: false }])
    expect(open.rows.map(row => row.tieRule)).toEqual([null, 'undecided', 'undecided'])
    const ordered = three.map((one, index) => ({ ...one, tiePosition: 3 - index }))
    const decided = rankApplicants(ordered, rules())
    expect(decided.ties).toEqual([{ ids: [3, 2, 1], decided: true }])
    expect(decided.rows.map(row => [row.id, row.decision, row.tieRule])).toEqual([
      [3, 'accepted', null],
      [2, 'accepted', 'decided'],
      [1, 'reserve', 'decided'],
    ])
    // Ordering only some of the tied people is not enough.
    expect(rankApplicants([...ordered.slice(0, 2), entry(3)], rules()).ties[0]?.decided).toBe(false)
  })

  test('among people who all get a place, or all get none, need no decision', () => {
    expect(rankApplicants([entry(1), entry(2)], rules()).ties).toEqual([])
    const many = [entry(1, { scores: [9000, 9000] }), entry(2, { scores: [9000, 9000] }), entry(3), entry(4)]
    expect(rankApplicants(many, rules({ reserves: 0 })).ties).toEqual([])
    // Reserves are in order too, so a tie among them matters.
    expect(rankApplicants(many, rules()).ties).toEqual([{ ids: [3, 4], decided: false }])
  })
})

describe('reserved places', () => {
  const emptyVillages = new Set(['V1', 'V2', 'V3'])
  const top = [entry(1, { scores: [9900, 9900] }), entry(2, { scores: [9800, 9800] })]

  test('go to the best person of each kelurahan without anybody trained, before people of a better rank', () => {
    const people = [...top, entry(3, { village: 'V1' }), entry(4, { village: 'V1', scores: [7000, 7000] })]
    const { rows } = rankApplicants(people, rules({ keptPlaces: 1, emptyVillages }))
    expect(rows.map(({ id, rank, decision, kept }) => [id, rank, decision, kept])).toEqual([
      [1, 1, 'accepted', false],
      [2, 2, 'reserve', false],
      [3, 3, 'accepted', true],
      [4, 4, 'reserve', false],
    ])
  })

  test('are marked where a person of a better rank comes after', () => {
    const people = [
      entry(1, { scores: [9900, 9900] }),
      entry(2, { village: 'V1' }),
      entry(3, { village: 'V2', number: 9 }),
    ]
    const { rows } = rankApplicants(people, rules({ keptPlaces: 2, emptyVillages }))
    expect(rows.map(({ id, decision, kept }) => [id, decision, kept])).toEqual([
      [1, 'reserve', false],
      [2, 'accepted', true],
      [3, 'accepted', true],
    ])
  })

  test('are first filled by people who have a place by rank anyway', () => {
    const people = [{ ...top[0], village: 'V2' } as RankingEntry, ...top.slice(1), entry(3, { village: 'V1' })]
    expect(outcomesOf(people, { keptPlaces: 1, emptyVillages })).toEqual({ 1: 'accepted', 2: 'accepted', 3: 'reserve' })
    expect(outcomesOf(people, { keptPlaces: 2, emptyVillages })).toEqual({ 1: 'accepted', 2: 'reserve', 3: 'accepted' })
  })

  test('go by rank if nobody of such a kelurahan passed', () => {
    const people = [...top, entry(3, { village: 'V1', scores: [9000, 5000] }), entry(4, { village: 'FULL' })]
    expect(outcomesOf(people, { keptPlaces: 2, emptyVillages })).toEqual({
      1: 'accepted',
      2: 'accepted',
      3: 'rejected',
      4: 'reserve',
    })
  })

  test('make a tie between two kelurahan for the last reserved place matter', () => {
    const people = [...top, entry(3, { village: 'V1' }), entry(4, { village: 'V2' })]
    expect(rankApplicants(people, rules({ keptPlaces: 1, emptyVillages, reserves: 0 })).ties).toEqual([
      { ids: [3, 4], decided: false },
    ])
  })
})

test('decisions of the committee come before the ranking, and the remaining places go by rank', () => {
  const people = [
    entry(1, { scores: [9900, 9900], override: 'rejected' }),
    entry(2, { scores: [9800, 9800] }),
    entry(3, { scores: [9700, 9700] }),
    entry(4, { scores: [9000, 5000], override: 'accepted' }),
    entry(5, { scores: [9600, 9600], override: 'reserve' }),
  ]
  const { rows } = rankApplicants(people, rules())
  expect(rows.map(({ id, proposal, decision, reserve }) => [id, proposal, decision, reserve])).toEqual([
    [1, 'accepted', 'rejected', null],
    [2, 'accepted', 'accepted', null],
    [3, 'reserve', 'reserve', 1],
    [5, 'reserve', 'reserve', 2],
    [4, 'rejected', 'accepted', null],
  ])
})

const score = fc.integer({ min: 0, max: 8 }).map(step => 6000 + step * 500)
const someone = fc.record({
  registeredOn: fc.constantFrom<PlainDate>('2024-12-02', '2024-12-03'),
  priority: fc.constantFrom(...priorities),
  village: fc.constantFrom(null, 'V1', 'V2', 'V3', 'V4', 'FULL'),
  results: fc.record({
    ADMINISTRATION: fc.constantFrom(true, true, true, false, null),
    TEST: fc.option(score, { freq: 8 }),
    INTERVIEW: fc.option(
      fc.integer({ min: 5, max: 10 }).map(step => step * 1000),
      { freq: 8 },
    ),
  }),
  withdrawn: fc.constantFrom(false, false, false, false, true),
})
const crowd = fc.array(someone, { maxLength: 30 }).map(people =>
  people.map(
    (person, index): RankingEntry => ({
      id: index + 1,
      number: index + 1,
      tiePosition: index + 1,
      override: null,
      ...person,
    }),
  ),
)
const anyRules = fc
  .record({ quota: fc.integer({ min: 1, max: 16 }), reserves: fc.integer({ min: 0, max: 5 }), kept: fc.nat(16) })
  .map(({ quota, reserves, kept }) =>
    rules({ quota, reserves, keptPlaces: Math.min(kept, quota), emptyVillages: new Set(['V1', 'V2', 'V3', 'V4']) }),
  )

describe('invariants', () => {
  test('every place is given while somebody passed, never more, and reserves follow in order', () => {
    fc.assert(
      fc.property(crowd, anyRules, (people, given) => {
        const { rows } = rankApplicants(people, given)
        expect(rows.map(row => row.id).toSorted((a, b) => a - b)).toEqual(people.map(one => one.id))
        const passed = rows.filter(row => row.standing === 'ranked')
        const accepted = rows.filter(row => row.decision === 'accepted')
        const reserves = rows.filter(row => row.decision === 'reserve')
        expect(accepted).toHaveLength(Math.min(given.quota, passed.length))
        expect(reserves).toHaveLength(Math.min(given.reserves, passed.length - accepted.length))
        expect(reserves.map(row => row.reserve)).toEqual(reserves.map((_, index) => index + 1))
        expect([...accepted, ...reserves].every(row => row.standing === 'ranked')).toBe(true)
        expect(passed.map(row => row.rank)).toEqual(passed.map((_, index) => index + 1))
        for (const [index, row] of passed.entries())
          expect(row.total ?? 0).toBeLessThanOrEqual(passed[index - 1]?.total ?? 10_000)
      }),
    )
  })

  test('nobody comes after a person of a lower rank, except because of a reserved place', () => {
    fc.assert(
      fc.property(crowd, anyRules, (people, given) => {
        const passed = rankApplicants(people, given).rows.filter(row => row.standing === 'ranked')
        const place = (row: (typeof passed)[number]) => outcomes.indexOf(row.decision ?? 'rejected')
        const byRank = passed.filter(row => !row.kept)
        for (const [index, row] of byRank.entries())
          expect(place(row)).toBeGreaterThanOrEqual(Math.max(0, ...byRank.slice(0, index).map(place)))
        expect(passed.filter(row => row.kept).length).toBeLessThanOrEqual(given.keptPlaces)
      }),
    )
  })

  test('as many kelurahan get a reserved place as there are such places, if so many have somebody who passed', () => {
    fc.assert(
      fc.property(crowd, anyRules, (people, given) => {
        const { rows } = rankApplicants(people, given)
        const villageOf = (id: number) => people.find(one => one.id === id)?.village ?? ''
        const served = (kinds: typeof rows) =>
          new Set(kinds.map(row => villageOf(row.id)).filter(village => given.emptyVillages.has(village))).size
        const possible = served(rows.filter(row => row.standing === 'ranked'))
        const reached = served(rows.filter(row => row.decision === 'accepted'))
        expect(reached).toBeGreaterThanOrEqual(Math.min(given.keptPlaces, possible))
      }),
    )
  })

  test('the order of the input does not matter', () => {
    fc.assert(
      fc.property(crowd, anyRules, fc.infiniteStream(fc.nat(1000)), (people, given, keys) => {
        const shuffled = people
          .map(one => ({ one, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(rankApplicants(shuffled, given)).toEqual(rankApplicants(people, given))
      }),
    )
  })

  test('without an open tie the applicant number decides nothing', () => {
    fc.assert(
      fc.property(crowd, anyRules, (crowded, given) => {
        const people = crowded.map(one => ({ ...one, tiePosition: null }))
        const { rows, ties } = rankApplicants(people, given)
        const open = new Set(ties.flatMap(tie => tie.ids))
        const turned = people.map(one => ({ ...one, number: 100 - one.number, id: one.id }))
        const again = rankApplicants(turned, given).rows
        const decided = (all: typeof rows) =>
          Object.fromEntries(all.filter(row => !open.has(row.id)).map(row => [row.id, row.decision]))
        expect(decided(again)).toEqual(decided(rows))
      }),
    )
  })

  test('a better score never costs anybody the place', () => {
    fc.assert(
      fc.property(crowd, anyRules, fc.nat(29), fc.integer({ min: 1, max: 3000 }), (people, given, which, more) => {
        const person = people[which]
        const before = person && rankApplicants(people, given).rows.find(row => row.id === person.id)
        fc.pre(person?.results.TEST != null && before?.decision !== null)
        const test = Math.min(10_000, (person?.results.TEST ?? 0) + more)
        const better = people.map(one => (one === person ? { ...one, results: { ...one.results, TEST: test } } : one))
        const after = rankApplicants(better, given).rows.find(row => row.id === person?.id)
        const place = (decision: (typeof outcomes)[number] | null | undefined) =>
          outcomes.indexOf(decision ?? 'rejected')
        expect(place(after?.decision)).toBeLessThanOrEqual(place(before?.decision))
      }),
    )
  })
})
