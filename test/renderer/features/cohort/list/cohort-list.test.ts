import { describe, expect, it } from 'vitest'
import { compareCohorts, fitsFilter, fitsText } from '../../../../../renderer/features/cohort/list/cohort-filter.ts'
import { cohortState } from '../../../../../renderer/features/cohort/list/cohort-state.ts'
import type { CohortRow, CohortStatus } from '../../../../../shared/features/cohort/contract.ts'
import { cohortId } from '../../../../../shared/ids.ts'
import { addDays, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'

const today = '2024-12-30'

function row(code: string, status: CohortStatus, start: PlainDate, complete = 0): CohortRow {
  const days = Array.from({ length: 15 }, (_, index) => ({
    n: index + 1,
    date: addDays(start, index),
    startTime: '08:00',
    endTime: '15:15',
    held: index < complete,
    complete: index < complete,
    closed: index < complete,
  }))
  return {
    id: cohortId.parse(1),
    code,
    title: 'Tata Rias III',
    trade: 'TR',
    program: 'Tata Rias (MUA)',
    number: 3,
    year: 2024,
    status,
    start,
    end: addDays(start, 14),
    startTime: '08:00',
    endTime: '15:15',
    trainees: 16,
    room: 'R. Rias 1',
    instructors: ['Rina Marliana, S.Pd.'],
    days,
    skipped: [],
  }
}

describe('cohortState', () => {
  it('names today’s training day, and a skipped day', () => {
    expect(cohortState(row('A', 'running', '2024-12-22', 8), today)).toEqual({ tone: 'now', words: 'Hari ke-9' })
    expect(cohortState(row('A', 'running', '2024-12-10', 4), today)).toEqual({
      tone: 'warn',
      words: 'Hari ke-5 belum diisi',
    })
  })

  it('does not call a class a plan once its first day has come', () => {
    expect(cohortState(row('A', 'planned', '2025-01-06'), today).words).toBe('Rencana')
    expect(cohortState(row('A', 'planned', today), today).words).toBe('Hari ke-1')
    expect(cohortState(row('A', 'planned', '2024-12-01'), today).words).toBe('Hari ke-1 belum diisi')
  })
})

describe('compareCohorts', () => {
  it('puts running classes first, then those waiting for the panel, then plans by date, then finished ones, newest first', () => {
    const rows = [
      row('over-older', 'decided', '2024-09-02', 15),
      row('plan-later', 'planned', '2025-02-03'),
      row('over-newer', 'decided', '2024-11-04', 15),
      row('plan-nearer', 'planned', '2025-01-06'),
      row('panel', 'finished', '2024-12-02', 15),
      row('never-filled', 'planned', '2024-12-02'),
      row('running', 'running', '2024-12-16', 10),
    ]
    expect(rows.toSorted((a, b) => compareCohorts(a, b, today)).map(one => one.code)).toEqual([
      'running',
      'never-filled',
      'panel',
      'plan-nearer',
      'plan-later',
      'over-newer',
      'over-older',
    ])
  })
})

describe('the filter of classes', () => {
  it('finds every word, whatever its place and accents, in code, class, room and instructor', () => {
    const class3 = row('TR-2024-03', 'running', '2024-12-16')
    expect(fitsText(class3, 'marliana rias')).toBe(true)
    expect(fitsText(class3, 'tr-2024 r. rias 1')).toBe(true)
    expect(fitsText(class3, 'marliana boga')).toBe(false)
    expect(fitsText(class3, '  ')).toBe(true)
  })

  it('shows cancelled classes only under their own chip', () => {
    const cancelled = row('A', 'cancelled', '2024-12-16')
    expect([fitsFilter(cancelled, 'all', today), fitsFilter(cancelled, 'cancelled', today)]).toEqual([false, true])
  })

  it('counts a class under the chip of its badge: a plan on its sixth day is running', () => {
    const begun = row('A', 'planned', addDays(today, -5))
    expect(cohortState(begun, today).words).toBe('Hari ke-6')
    expect([fitsFilter(begun, 'running', today), fitsFilter(begun, 'planned', today)]).toEqual([true, false])
    const plan = row('B', 'planned', addDays(today, 1))
    expect([fitsFilter(plan, 'running', today), fitsFilter(plan, 'planned', today)]).toEqual([false, true])
  })
})
