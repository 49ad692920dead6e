import { describe, expect, it } from 'vitest'
import {
  differs,
  type Override,
  type Overrides,
  outcomeOf,
  panelGroups,
  resultParts,
} from '../../../../renderer/features/graduation/panel-outcome.ts'
import { formatPassing, formatRow } from '../../../../renderer/features/graduation/row-format.ts'
import type { AttendanceRow } from '../../../../shared/features/attendance/contract.ts'
import type { CohortDay } from '../../../../shared/features/cohort/contract.ts'
import type { GraduationRow } from '../../../../shared/features/graduation/contract.ts'
import type { Outcome, Reason } from '../../../../shared/features/graduation/graduation.ts'
import { type EnrolmentId, enrolmentId } from '../../../../shared/ids.ts'

function row(id: number, proposal: Outcome, rest: Partial<GraduationRow> = {}): GraduationRow {
  return {
    enrolmentId: enrolmentId.parse(id),
    position: id,
    name: `Orang ${id}`,
    present: 15,
    planned: 15,
    percent: 10_000,
    theory: 8000,
    practice: 8000,
    final: 8000,
    unitsAchieved: 9,
    unitsOpen: 0,
    unitsTotal: 9,
    predicate: 'Baik',
    proposal,
    reasons: [],
    decision: null,
    overrideReason: '',
    ...rest,
  }
}

const nobody: Overrides = new Map()
const people = [row(1, 'failed'), row(2, 'passed'), row(3, 'withdrawn'), row(4, 'incomplete'), row(5, 'passed')]

function override(id: number, decision: Override['decision']): [EnrolmentId, Override] {
  const key = enrolmentId.parse(id)
  return [key, { enrolmentId: key, decision, reason: 'Izin mendampingi anak' }]
}

describe('the result of a panel', () => {
  it('follows the rules until decided otherwise', () => {
    expect(resultParts(people, nobody)).toEqual(['2 lulus', '1 tidak lulus', '1 mengundurkan diri', '1 belum lengkap'])
    const wanted: Overrides = new Map([override(1, 'passed')])
    expect(resultParts(people, wanted)[0]).toBe('3 lulus')
  })

  it('puts people to discuss first: failed, left, or different from the proposal', () => {
    const wanted: Overrides = new Map([override(5, 'failed')])
    const groups = panelGroups(people, wanted)
    expect(groups.discussed.map(one => one.position)).toEqual([1, 3, 5])
    expect(groups.passing.map(one => one.position)).toEqual([2])
    expect(groups.incomplete.map(one => one.position)).toEqual([4])
  })

  it('keeps the decision once made, whatever is typed afterwards', () => {
    const decided = row(1, 'failed', { decision: 'passed' })
    const late: Overrides = new Map([override(1, 'failed')])
    expect(outcomeOf(decided, late)).toBe('passed')
    expect(differs(decided, late)).toBe(true)
  })
})

describe('why a person is discussed', () => {
  const days = ['2024-12-16', '2024-12-17', '2024-12-18', '2024-12-19'].map(
    (date, index): CohortDay => ({
      n: index + 1,
      date: date as CohortDay['date'],
      hours: 8,
      topic: '',
      instructors: [],
      held: true,
      complete: true,
      closed: null,
      startTime: '08:00',
      endTime: '15:15',
      overrides: [],
    }),
  )
  const attendance: AttendanceRow = {
    enrolmentId: enrolmentId.parse(1),
    position: 1,
    name: 'Orang 1',
    joinedDay: 1,
    left: { afterDay: 7, kind: 'withdrawn' },
    cells: (['H', 'A', 'A', 'I'] as const).map(mark => ({
      mark,
      arrivedAt: null,
      note: '',
      corrected: false,
      letter: null,
    })),
  }
  const short = { rule: 'attendance', present: 11, planned: 15, percent: 7333, needed: 12, short: 1 } as const

  it('names the missed days instead of advice to attend more', () => {
    const words = formatRow(row(1, 'failed', { reasons: [short] }), attendance, days)
    expect(words.title).toBe('Kehadiran 11 dari 15 (73,33\u00a0%), kurang 1 hari')
    expect(words.detail.replaceAll('\u00a0', ' ')).toBe('Alpa 17 Des, 18 Des · izin 19 Des')
  })

  it('says what would change a result', () => {
    const score = { rule: 'score', final: 6770, passMark: 7000, short: 230, practiceNeeded: 7428 } as const
    const words = formatRow(row(1, 'failed', { reasons: [score] }), undefined, days)
    expect(words).toEqual({ title: 'Nilai akhir 67,70, kurang 2,30', detail: 'Lulus bila praktik ≥ 74,28' })
  })

  it('says when a person left, and that there will be no paper', () => {
    expect(formatRow(row(1, 'withdrawn'), attendance, days)).toEqual({
      title: 'Mengundurkan diri setelah hari ke-7',
      detail: 'Tidak menerima sertifikat maupun surat keterangan',
    })
  })

  it('shortens the days with missing marks', () => {
    const reasons: Reason[] = [{ rule: 'attendance_missing', days: [9, 10, 11, 14] }]
    expect(formatRow(row(1, 'incomplete', { reasons }), undefined, days).title).toBe(
      'Hari ke-9 s.d. 11, 14 belum diisi',
    )
  })

  it('marks people who pass exactly at the limit', () => {
    const rules = { daysNeeded: 12, planned: 15, passMark: 7000, minimumAttendance: 80, unitsRequired: true }
    expect(formatPassing(row(2, 'passed', { present: 12 }), rules)).toBe('Tepat di batas hadir · Baik')
    expect(formatPassing(row(2, 'passed'), rules)).toBe('Baik')
  })
})
