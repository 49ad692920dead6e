import { describe, expect, it } from 'vitest'
import { budgetYearSpans } from '../../../../../renderer/features/cohort/budget-year-spans.ts'
import { laneBars, laneRuns } from '../../../../../renderer/features/cohort/planner/lane-bars.ts'
import type { LaneProblem } from '../../../../../shared/features/cohort/contract.ts'
import { addDays } from '../../../../../shared/kernel/plain-date.ts'

const words = { free: 'Boleh mengajar 15 hari', partly: 'Bisa' }

function problems(from: number, to: number, reason: string): LaneProblem[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    n: from + index,
    date: addDays('2024-12-16', from + index),
    reason,
    kind: 'credential',
  }))
}

describe('laneRuns', () => {
  it('joins days that share a reason, and keeps the first reason of a day that has two', () => {
    const two = [...problems(1, 3, 'mengajar Las I'), ...problems(3, 5, 'belum ada sertifikat')]
    expect(laneRuns(6, two)).toEqual([
      { from: 1, to: 3, reason: 'mengajar Las I' },
      { from: 4, to: 5, reason: 'belum ada sertifikat' },
      { from: 6, to: 6, reason: null },
    ])
  })
})

describe('laneBars', () => {
  const texts = (list: LaneProblem[]) =>
    laneBars(15, list, words).map(({ from, to, tone, text }) => [from, to, tone, text])

  it('is one green bar where nothing conflicts', () => {
    expect(texts([])).toEqual([[1, 15, 'ok', 'Boleh mengajar 15 hari']])
  })

  it('names the reason on its days, without repeating the heading', () => {
    expect(texts(problems(11, 15, 'sertifikat BNSP teknis berakhir 31 Desember 2024'))).toEqual([
      [1, 10, 'neutral', 'Bisa hari ke-1 s.d. 10'],
      [11, 15, 'err', 'Berakhir 31 Desember 2024'],
    ])
    expect(texts(problems(2, 2, 'mengajar Housekeeping I'))).toEqual([
      [1, 1, 'neutral', 'Bisa hari ke-1'],
      [2, 2, 'err', 'Mengajar Housekeeping I'],
      [3, 15, 'neutral', 'Bisa hari ke-3 s.d. 15'],
    ])
  })

  it('says in full why a person is refused on every day', () => {
    expect(texts(problems(1, 15, 'belum ada sertifikat BNSP teknis'))).toEqual([
      [1, 15, 'err', 'Ditolak: belum ada sertifikat BNSP teknis'],
    ])
  })
})

describe('budgetYearSpans', () => {
  it('has a line for each year, the second one in amber', () => {
    const days = ['2024-12-30', '2024-12-31', '2025-01-02'] as const
    expect(budgetYearSpans(days.map((date, index) => ({ n: index + 9, date })))).toEqual([
      { key: '2024', from: 9, to: 10, text: 'TA 2024 · 2 hari', tone: 'plain' },
      { key: '2025', from: 11, to: 11, text: 'TA 2025 · 1 hari', tone: 'warn' },
    ])
  })
})
