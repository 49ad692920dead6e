import { describe, expect, it } from 'vitest'
import { planError } from '../../../../../renderer/features/cohort/planner/plan-error.ts'
import { newPlan, type PlanValues, planInput } from '../../../../../renderer/features/cohort/planner/planner-values.ts'
import type { PlanReading } from '../../../../../shared/features/cohort/contract.ts'
import { activityId, instructorId, programId, roomId } from '../../../../../shared/ids.ts'

const values: PlanValues = { ...newPlan, programId: programId.parse(1), start: '2024-12-16' }
const plan: PlanReading = {
  start: '2024-12-16',
  end: '2025-01-08',
  days: [{ n: 1, date: '2024-12-16', startTime: '08:00', endTime: '15:15', hours: 8 }],
  hoursEnd: '15:15',
  skipped: [],
  totalHours: 120,
  warnings: ['crosses_budget_year'],
  latestStartInYear: '2024-12-09',
  number: 3,
  code: 'TR-2024-03',
  instructors: [
    {
      id: instructorId.parse(4),
      name: 'Sari Wulandari',
      detail: '',
      problems: [
        { n: 11, date: '2025-01-02', reason: 'sertifikat BNSP teknis berakhir 31 Desember 2024', kind: 'credential' },
      ],
      notice: null,
    },
  ],
  rooms: [
    {
      id: roomId.parse(2),
      purpose: 'all',
      notice: null,
      name: 'R. Rias 1',
      detail: '',
      problems: [{ n: 3, date: '2024-12-18', reason: 'dipakai Tata Rias IV', kind: 'busy' }],
    },
  ],
}

describe('planError', () => {
  it('accepts a plan that only has warnings, without instructor and room', () => {
    expect(planError(values, plan, null, [], 0)).toBeNull()
  })

  it('asks for program, date and calendar in the order of the page', () => {
    expect(planError(newPlan, null, null, [2028], 0)).toMatchObject({ path: 'programId' })
    expect(planError({ ...values, start: null }, null, null, [2028], 0)).toMatchObject({ path: 'start' })
    const dayOff = { code: 'start_on_day_off', date: '2024-12-25', reason: 'Natal', next: '2024-12-27' } as const
    expect(planError({ ...values, start: '2024-12-25' }, null, dayOff, [], 0)).toMatchObject({ path: 'start' })
    expect(planError(values, plan, null, [2028], 0)).toEqual({
      path: null,
      words: 'Kalender 2028 belum ada. Isi kalender tahun itu dulu.',
    })
  })

  it('asks for the activity last, and only if the year has one', () => {
    const paid = { ...values, activityId: activityId.parse(7) }
    expect(planError(values, plan, null, [], 3)).toEqual({
      path: 'activityId',
      words: 'Pilih kegiatan yang membiayai kelas ini.',
    })
    expect(planError(paid, plan, null, [], 3)).toBeNull()
    expect(planError({ ...values, roomId: roomId.parse(2) }, plan, null, [], 3)).toMatchObject({ path: null })
  })

  it('refuses an instructor or room chosen before the date made them impossible', () => {
    expect(planError({ ...values, instructorId: instructorId.parse(4) }, plan, null, [], 0)?.words).toContain(
      'Sari Wulandari tidak dapat mengajar hari ke-11',
    )
    expect(planError({ ...values, roomId: roomId.parse(2) }, plan, null, [], 0)?.words).toContain(
      'R. Rias 1 dipakai Tata Rias IV pada hari ke-3',
    )
  })
})

describe('planInput', () => {
  it('requests no plan while the date is empty or a time invalid', () => {
    expect(planInput(values)).toMatchObject({ start: '2024-12-16', week: 5 })
    expect(planInput({ ...values, start: null })).toBeNull()
    expect(planInput({ ...values, startTime: '' })).toBeNull()
    expect(planInput({ ...values, hours: 0 })).toBeNull()
  })
})
