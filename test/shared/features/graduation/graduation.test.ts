import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type GraduationFacts,
  propose,
  type Reason,
  type UnitResult,
} from '../../../../shared/features/graduation/graduation.ts'
import { formatReason, formatRemedies } from '../../../../shared/features/graduation/reason-format.ts'
import { finalMark } from '../../../../shared/features/score/score.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

function units(achieved: number, total = 9): UnitResult[] {
  return Array.from({ length: total }, (_, index) => ({
    code: `S.96KEC00.00${index + 1}.1`,
    title: `Unit ${index + 1}`,
    compulsory: true,
    result: index < achieved ? 'K' : 'BK',
  }))
}

function facts(change: Partial<GraduationFacts> & { present?: number } = {}): GraduationFacts {
  const { present = 15, ...rest } = change
  return {
    attendance: { present, planned: 15, minimumPercent: 80 },
    theory: 8000,
    practice: 8800,
    weights: { theory: 30, practice: 70 },
    passMark: 7000,
    unitsRequired: true,
    units: units(9),
    leftKind: null,
    missingDays: [],
    ...rest,
  }
}

describe('the worked class', () => {
  it('Siti passes', () => {
    expect(propose(facts())).toEqual({ outcome: 'passed', final: 8560, reasons: [] })
  })

  it('Dewi passes exactly at the limit', () => {
    expect(propose(facts({ present: 12, theory: 7000, practice: 7200 }))).toMatchObject({
      outcome: 'passed',
      final: 7140,
    })
  })

  it('Ani fails by one day', () => {
    const { outcome, final, reasons } = propose(facts({ present: 11, theory: 8500, practice: 9000 }))
    expect({ outcome, final }).toEqual({ outcome: 'failed', final: 8850 })
    expect(reasons).toEqual([{ rule: 'attendance', present: 11, planned: 15, percent: 7333, needed: 12, short: 1 }])
    expect(reasons.map(formatReason).map(plain)).toEqual(['Kehadiran 11 dari 15 (73,33 %), kurang 1 hari'])
    expect(formatRemedies(reasons)).toBe('Lulus bila hadir 12 hari')
  })

  it('Lina fails by her mark and by one unit', () => {
    const { outcome, final, reasons } = propose(facts({ present: 14, theory: 6000, practice: 7100, units: units(8) }))
    expect({ outcome, final }).toEqual({ outcome: 'failed', final: 6770 })
    expect(reasons.map(formatReason)).toEqual(['Nilai akhir 67,70, kurang 2,30', '1 unit belum K'])
    // 0,3 × 60 + 0,7 × 74,28 = 69,996, printed as 70,00.
    expect(formatRemedies(reasons)).toBe('Lulus bila praktik ≥ 74,28 dan unit Unit 9 dinilai K')
  })

  it('Yuni left, so no rule applies to her', () => {
    const yuni = facts({ present: 4, theory: null, practice: null, units: [], leftKind: 'withdrawn' })
    expect(propose(yuni)).toEqual({ outcome: 'withdrawn', final: null, reasons: [] })
    expect(propose({ ...yuni, leftKind: 'expelled', missingDays: [6] }).outcome).toBe('expelled')
  })
})

it('stores every rule that fails, in the order attendance, score, unit', () => {
  const { reasons } = propose(facts({ present: 3, theory: 1000, practice: 2000, units: units(7) }))
  expect(reasons.map(({ rule }) => rule)).toEqual(['attendance', 'score', 'unit'])
  expect(reasons[2]).toEqual({
    rule: 'unit',
    units: [
      { code: 'S.96KEC00.008.1', title: 'Unit 8' },
      { code: 'S.96KEC00.009.1', title: 'Unit 9' },
    ],
  })
})

it('joins combined conditions with "dan", and days as ranges', () => {
  const { reasons } = propose(facts({ present: 3, theory: 1000, practice: 2000, units: units(7) }))
  expect(formatRemedies(reasons)).toBe(
    'Lulus bila hadir 12 hari, praktik ≥ 95,71, dan unit Unit 8 dan Unit 9 dinilai K',
  )
  expect(formatReason({ rule: 'attendance_missing', days: [3, 4, 5, 9] })).toBe('Hari ke-3 s.d. 5, 9 belum diisi')
})

it('says so when no practice score would be enough', () => {
  const [reason] = propose(facts({ theory: 0, practice: 10_000, weights: { theory: 40, practice: 60 } })).reasons
  expect(reason).toEqual({ rule: 'score', final: 6000, passMark: 7000, short: 1000, practiceNeeded: null })
  expect(reason && formatRemedies([reason])).toBe(
    'Lulus bila nilai teori lebih tinggi (nilai praktik saja tidak cukup)',
  )
})

describe('incomplete', () => {
  it('lists what is missing and nothing else', () => {
    const open = units(8).map((unit): UnitResult => (unit.result === 'BK' ? { ...unit, result: null } : unit))
    const { outcome, final, reasons } = propose(
      facts({ present: 3, theory: null, practice: null, missingDays: [3, 11], units: open }),
    )
    expect({ outcome, final }).toEqual({ outcome: 'incomplete', final: null })
    expect(reasons.map(({ rule }) => rule)).toEqual(['attendance_missing', 'score_missing', 'unit_missing'])
    expect(reasons.map(formatReason)).toEqual([
      'Hari ke-3, 11 belum diisi',
      'Nilai teori dan praktik kosong',
      '1 unit wajib belum dinilai',
    ])
    expect(formatRemedies(reasons)).toBe('Isi kehadiran hari itu · Isi nilai teori dan praktik · Nilai unit Unit 9')
  })

  it('does not wait for a score without weight or for an optional unit', () => {
    const optional = units(8).map(
      (unit): UnitResult => (unit.result === 'BK' ? { ...unit, compulsory: false, result: null } : unit),
    )
    const weights = { theory: 0, practice: 100 }
    expect(propose(facts({ theory: null, weights, units: optional }))).toEqual({
      outcome: 'passed',
      final: 8800,
      reasons: [],
    })
    expect(propose(facts({ practice: null, weights }))).toMatchObject({
      outcome: 'incomplete',
      reasons: [{ rule: 'score_missing', scores: ['practice'] }],
    })
  })
})

const score = fc.integer({ min: 0, max: 10_000 })
const result = fc.constantFrom<UnitResult['result']>('K', 'K', 'K', 'BK', null)
const arbitraryFacts: fc.Arbitrary<GraduationFacts> = fc.record({
  attendance: fc.record({
    present: fc.integer({ min: 0, max: 15 }),
    planned: fc.constant(15),
    minimumPercent: fc.integer({ min: 1, max: 100 }),
  }),
  theory: fc.option(score, { freq: 9 }),
  practice: fc.option(score, { freq: 9 }),
  weights: fc.integer({ min: 0, max: 100 }).map(theory => ({ theory, practice: 100 - theory })),
  passMark: score,
  unitsRequired: fc.boolean(),
  units: fc.array(fc.record({ code: fc.string(), title: fc.string(), compulsory: fc.boolean(), result }), {
    maxLength: 6,
  }),
  leftKind: fc.option(fc.constantFrom('withdrawn', 'expelled'), { freq: 2 }),
  missingDays: fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 1 }),
})

/** The decision table of the domain research, row by row, without the program's arithmetic. */
function tableOutcome({
  attendance,
  theory,
  practice,
  weights,
  passMark,
  unitsRequired,
  units,
  leftKind,
  missingDays,
}: GraduationFacts): string[] {
  if (leftKind) return [leftKind]
  const compulsory = units.filter(unit => unit.compulsory)
  const lacksScore = (weights.theory > 0 && theory === null) || (weights.practice > 0 && practice === null)
  if (missingDays.length > 0 || lacksScore || compulsory.some(unit => unit.result === null)) return ['incomplete']
  const sum = BigInt(theory ?? 0) * BigInt(weights.theory) + BigInt(practice ?? 0) * BigInt(weights.practice)
  const rows: [string, boolean][] = [
    ['attendance', attendance.present * 100 >= attendance.minimumPercent * attendance.planned],
    ['score', (sum + 50n) / 100n >= BigInt(passMark)],
    ['unit', !unitsRequired || compulsory.every(unit => unit.result === 'K')],
  ]
  const failed = rows.filter(([, met]) => !met).map(([rule]) => rule)
  return failed.length > 0 ? ['failed', ...failed] : ['passed']
}

describe('any facts', () => {
  it('are decided as in the table', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(arbitraryFacts, given => {
        const { outcome, reasons } = propose(given)
        const rules = outcome === 'failed' ? reasons.map(({ rule }) => rule) : []
        expect([outcome, ...rules]).toEqual(tableOutcome(given))
        if (outcome === 'incomplete') expect(reasons.length).toBeGreaterThan(0)
        for (const reason of reasons) expect(formatReason(reason) !== '' && formatRemedies([reason]) !== '').toBe(true)
        seen.add(outcome)
      }),
      { numRuns: 3000 },
    )
    expect([...seen].toSorted()).toEqual(['expelled', 'failed', 'incomplete', 'passed', 'withdrawn'])
  })

  it('name the smallest sufficient practice score', () => {
    const isScore = (reason: Reason) => reason.rule === 'score'
    fc.assert(
      fc.property(score, score, fc.integer({ min: 0, max: 99 }), score, (theory, practice, weight, passMark) => {
        const weights = { theory: weight, practice: 100 - weight }
        const reason = propose(facts({ theory, practice, weights, passMark })).reasons.find(isScore)
        if (reason?.rule !== 'score') return
        const passes = (mark: number) => finalMark(theory, mark, weights.theory, weights.practice) >= passMark
        const needed = reason.practiceNeeded
        expect(passes(needed ?? 10_000)).toBe(needed !== null)
        if (needed !== null) expect(passes(needed - 1)).toBe(false)
        expect(reason.short).toBe(passMark - reason.final)
      }),
      { numRuns: 1000 },
    )
  })
})
