import { expect, it } from 'vitest'
import { proposalTitles } from '../../../../../renderer/features/cohort/work-program/proposal-titles.ts'
import type { ProposedCohort } from '../../../../../shared/features/cohort/work-program.ts'
import { instructorId, programId, roomId } from '../../../../../shared/ids.ts'

function proposed(code: string, trade: ProposedCohort['trade']): ProposedCohort {
  return {
    wanted: 0,
    programId: programId.parse(1),
    activityId: null,
    trade,
    title: '',
    code,
    days: [],
    room: { id: roomId.parse(1), name: '' },
    instructor: { id: instructorId.parse(1), name: '' },
  }
}

const placed = [
  proposed('TR-2025-04', 'TR'),
  proposed('TB-2025-01', 'TB'),
  proposed('TR-2025-05', 'TR'),
  proposed('TR-2025-06', 'TR'),
  proposed('TR-2026-01', 'TR'),
]

it('numbers classes in the order of their first days, separately for each trade and year', () => {
  expect(proposalTitles(placed, new Map())).toEqual([
    'Tata Rias IV',
    'Tata Boga I',
    'Tata Rias V',
    'Tata Rias VI',
    'Tata Rias I',
  ])
})

it('numbers the rest after the classes accepted first', () => {
  const accepted = new Map([[2, 'TR-2025-04']])
  expect(proposalTitles(placed, accepted).slice(0, 4)).toEqual([
    'Tata Rias V',
    'Tata Boga I',
    'Tata Rias IV',
    'Tata Rias VI',
  ])
})
