import { describe, expect, it } from 'vitest'
import { missingIn, nextMissing } from '../../../../renderer/features/score/missing-scores.ts'
import {
  columnKey,
  readColumn,
  type ScoreColumn,
  scoreColumns,
} from '../../../../renderer/features/score/score-columns.ts'
import { scoreWrites } from '../../../../renderer/features/score/score-writes.ts'
import type { ScoreGrid, ScoreRow } from '../../../../shared/features/score/contract.ts'
import { missingScores } from '../../../../shared/features/score/missing-scores.ts'
import { cohortElementId, cohortUnitId, enrolmentId } from '../../../../shared/ids.ts'

const safety = cohortUnitId.parse(11)
const hygiene = cohortUnitId.parse(12)
const hygieneUnit = { id: hygiene, code: 'U2', title: 'Kebersihan', compulsory: true, elements: [] }
const safetyResult = columnKey({ kind: 'result', unitId: safety })
const safetyScore = columnKey({ kind: 'unitScore', unitId: safety })

function row(id: number, rest: Partial<ScoreRow> = {}): ScoreRow {
  return {
    enrolmentId: enrolmentId.parse(id),
    position: id,
    name: `Orang ${id}`,
    left: false,
    theory: 8000,
    practice: null,
    final: null,
    units: [
      { unitId: safety, result: 'BK', score: 6500 },
      { unitId: hygiene, result: null, score: null },
    ],
    elements: [],
    ...rest,
  }
}

function change(rowKey: number, columnKey: string, text: string) {
  return { row: 0, column: 0, rowKey, columnKey, text }
}

describe('scores as they are typed or pasted', () => {
  it('collects one entry per person, with the earlier values', () => {
    const {
      entries,
      before,
      rejected: left,
    } = scoreWrites(
      [
        change(1, 'theory', '71'),
        change(1, 'practice', '76,25'),
        change(1, safetyResult, 'K'),
        change(1, safetyScore, '80'),
        change(2, 'theory', ''),
      ],
      [row(1), row(2)],
    )
    expect(entries).toEqual([
      { enrolmentId: 1, theory: 7100, practice: 7625, units: [{ unitId: 11, result: 'K', score: 8000 }] },
      { enrolmentId: 2, theory: null },
    ])
    expect(before).toEqual([
      { enrolmentId: 1, theory: 8000, practice: null, units: [{ unitId: 11, result: 'BK', score: 6500 }] },
      { enrolmentId: 2, theory: 8000 },
    ])
    expect(left).toEqual([])
  })

  it('accepts B, BK and the words for them', () => {
    const results = ['b', 'BK', 'belum kompeten', 'k', 'Kompeten', '–'].map(text => {
      const { entries } = scoreWrites([change(1, safetyResult, text)], [row(1)])
      return entries[0]?.units?.[0]?.result
    })
    expect(results).toEqual(['BK', 'BK', 'BK', 'K', 'K', null])
  })

  it('reports an invalid score, and stores nothing of it', () => {
    const { entries, rejected: left } = scoreWrites(
      [
        change(1, 'theory', 'abc'),
        change(1, 'practice', '176'),
        change(2, 'theory', '80,125'),
        change(2, safetyResult, 'X'),
        change(2, 'final', '90'),
      ],
      [row(1), row(2)],
    )
    expect(entries).toEqual([])
    expect(left).toEqual([
      '“abc” bukan nilai, tulis seperti 85,6 (Orang 1)',
      '“176” di luar 0 s.d. 100 (Orang 1)',
      '“80,125” punya 3 angka di belakang koma, paling banyak 2 (Orang 2)',
      '“X” untuk Orang 2: tulis K atau BK',
    ])
  })
})

describe('what is still missing', () => {
  const grid: ScoreGrid = {
    code: 'TR-2024-03',
    weights: { theory: 30, practice: 70 },
    passMark: 7000,
    units: [],
    rows: [row(1), row(2, { practice: 7000 }), row(3, { left: true, theory: null })],
    locked: false,
    closed: null,
    closings: 0,
    outdated: [],
  }

  it('is counted by column, without people who left', () => {
    expect(missingIn(grid, 'theory')).toBe(0)
    expect(missingIn(grid, 'practice')).toBe(1)
    expect(missingIn(grid, columnKey({ kind: 'result', unitId: hygiene }))).toBe(2)
  })

  it('ignores the final mark and the score of a unit', () => {
    expect(missingIn(grid, 'final')).toBeNull()
    expect(missingIn(grid, safetyScore)).toBeNull()
  })

  it('sums up for the head of the page', () => {
    expect(missingScores(grid)).toBe(3)
  })

  it('is found row by row from the cursor, wrapping around', () => {
    const columns = scoreColumns({ units: [hygieneUnit] }, { withScores: false, opened: new Set() })
    const at = (rowKey: number, column: ScoreColumn) => ({ rowKey, columnKey: columnKey(column) })
    const result = { kind: 'result', unitId: hygiene } as const
    expect(nextMissing(grid, columns, null)).toEqual(at(1, { kind: 'practice' }))
    expect(nextMissing(grid, columns, at(1, { kind: 'practice' }))).toEqual(at(1, result))
    expect(nextMissing(grid, columns, at(1, result))).toEqual(at(2, result))
    expect(nextMissing(grid, columns, at(2, result))).toEqual(at(1, { kind: 'practice' }))
    expect(nextMissing({ ...grid, rows: [row(3, { left: true })] }, columns, null)).toBeNull()
  })
})

describe('a unit with elements', () => {
  const one = cohortElementId.parse(21)
  const two = cohortElementId.parse(22)
  const unit = { ...hygieneUnit, elements: [one, two].map(id => ({ id, title: `Elemen ${id}` })) }
  const elements = [
    { elementId: one, result: 'BK' as const, score: null },
    { elementId: two, result: null, score: null },
  ]

  it('has its own columns only while it is open', () => {
    const shown = (opened: boolean) =>
      scoreColumns({ units: [unit] }, { withScores: true, opened: new Set(opened ? [hygiene] : []) }).map(columnKey)
    expect(shown(false)).toEqual(['theory', 'practice', 'final', 'result 12', 'unitScore 12'])
    expect(shown(true).slice(5)).toEqual(['element 21', 'elementScore 21', 'element 22', 'elementScore 22'])
    expect(shown(true).map(key => columnKey(readColumn(key) ?? { kind: 'final' }))).toEqual(shown(true))
  })

  it('is undone as a whole: unit and every element', () => {
    const { entries, before } = scoreWrites([change(1, 'result 12', 'K')], [row(1, { elements })], [unit])
    expect(entries).toEqual([{ enrolmentId: 1, units: [{ unitId: 12, result: 'K' }] }])
    expect(before).toEqual([
      {
        enrolmentId: 1,
        units: [{ unitId: 12, result: null }],
        elements: [
          { elementId: 21, result: 'BK' },
          { elementId: 22, result: null },
        ],
      },
    ])
  })

  it('accepts results and scores of elements', () => {
    const changes = [change(1, 'element 22', 'K'), change(1, 'elementScore 22', '71,5')]
    expect(scoreWrites(changes, [row(1, { elements })], [unit]).entries).toEqual([
      { enrolmentId: 1, elements: [{ elementId: 22, result: 'K', score: 7150 }] },
    ])
  })
})
