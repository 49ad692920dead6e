import { describe, expect, it } from 'vitest'
import {
  emptyRows,
  filledRows,
  readWanted,
  rowsOfActivities,
  type WantedContext,
  withoutAccepted,
  writeWanted,
} from '../../../../../renderer/features/cohort/work-program/wanted-rows.ts'
import type { ActivityRow } from '../../../../../shared/features/activity/contract.ts'
import type { ProgramRow } from '../../../../../shared/features/program/contract.ts'
import { activityId, programId } from '../../../../../shared/ids.ts'

function program(id: number, trade: ProgramRow['trade'], title: string): ProgramRow {
  return { id: programId.parse(id), trade, title, active: true, units: 6, theoryHours: 40, practiceHours: 80 }
}

function activity(number: number, trade: ActivityRow['trade'], cohorts = 0): ActivityRow {
  return {
    id: activityId.parse(number + 100),
    budgetYear: 2025,
    number,
    fundingSource: 'APBD',
    title: `Kegiatan ${number}`,
    trade,
    budgetActivity: '',
    budgetSubActivity: '',
    accountCode: '',
    budget: 0,
    plannedClasses: 1,
    plannedPeople: 16,
    realized: 0,
    left: 0,
    share: null,
    cohorts,
    decided: 0,
    people: 0,
    entries: 0,
  }
}

const context: WantedContext = {
  year: 2025,
  today: '2024-11-20',
  programs: [
    program(1, 'TR', 'Tata Rias (Make Up Artist)'),
    program(2, 'TB', 'Tata Boga'),
    program(3, 'LS', 'Las SMAW 3G'),
    program(4, 'LS', 'Las GTAW'),
  ],
  activities: [activity(1, 'TR'), activity(2, null), activity(3, 'TB', 1)],
}

function typed(...cells: [number, string, string][]) {
  const changes = cells.map(([rowKey, columnKey, text]) => ({ rowKey, columnKey, text }))
  return writeWanted(emptyRows(), changes, context)
}

describe('a typed line', () => {
  it.each([
    ['tata rias', 'Tata Rias (Make Up Artist)'],
    ['TB', 'Tata Boga'],
    ['gtaw', 'Las GTAW'],
    ['las', 'las'],
    ['jahit', 'jahit'],
  ])('“%s” is read as %s', (text, title) => {
    expect(typed([1, 'program', text])[0]?.program).toBe(title)
  })

  it('gets the default count, people and window, and the values of the line above', () => {
    const rows = typed([1, 'program', 'tb'], [1, 'trainees', '20'], [1, 'last', '30/6'], [2, 'program', 'tr'])
    expect(rows[0]).toMatchObject({ count: '1', trainees: '20', first: '2025-01-01', last: '2025-06-30' })
    expect(rows[1]).toMatchObject({ count: '1', trainees: '20', first: '2025-01-01', last: '2025-06-30' })
  })

  it('gets the activity of its trade if only one fits', () => {
    const rows = typed([1, 'program', 'tr'], [2, 'program', 'tb'], [3, 'program', 'gtaw'])
    expect(rows.slice(0, 3).map(row => row.activity)).toEqual(['1', '3', ''])
    const two = { ...context, activities: [activity(1, 'TR'), activity(4, 'TR')] }
    const write = (rowKey: number, text: string) => ({ rowKey, columnKey: 'program', text })
    const chosen = writeWanted(emptyRows(), [{ rowKey: 1, columnKey: 'activity', text: '4' }], two)
    expect(writeWanted(chosen, [write(1, 'tr'), write(2, 'tr')], two)[1]?.activity).toBe('1')
    expect(writeWanted(emptyRows(), [write(1, 'tr')], two)[0]?.activity).toBe('')
  })

  it('reads dates within the budget year, words relative to today, and only the rest of the current year', () => {
    const rows = typed([1, 'first', '1/12'], [1, 'last', '2026-01-20'], [2, 'first', 'besok'])
    expect(rows[0]).toMatchObject({ first: '2025-12-01', last: '2026-01-20' })
    expect(rows[1]).toMatchObject({ first: '2024-11-21' })
    const now = writeWanted(emptyRows(), [{ rowKey: 1, columnKey: 'program', text: 'tb' }], { ...context, year: 2024 })
    expect(now[0]).toMatchObject({ first: '2024-11-20', last: '2024-12-31' })
  })

  it('is sent as the contract expects', () => {
    const { lines, problems } = readWanted(
      typed([2, 'program', 'tr'], [2, 'count', '3'], [2, 'activity', '1']),
      context,
    )
    expect(problems).toEqual([])
    expect(lines).toEqual([
      { programId: 1, count: 3, trainees: 16, first: '2025-01-01', last: '2025-12-31', activityId: 101 },
    ])
  })

  it('is named with its error', () => {
    const rows = typed(
      [1, 'program', 'las'],
      [2, 'count', '2'],
      [3, 'program', 'tb'],
      [3, 'count', 'dua'],
      [3, 'last', '31/2'],
      [4, 'program', 'tb'],
      [4, 'activity', '9'],
      [5, 'program', 'tb'],
      [5, 'first', '2/2'],
      [5, 'last', '1/2'],
      [6, 'program', 'gtaw'],
      [7, 'program', 'smaw'],
    )
    expect(readWanted(rows, context).problems).toEqual([
      'Baris 1: program “las” tidak dikenal.',
      'Baris 2: pilih program.',
      'Baris 3, angkatan: Tulis angka bulat.',
      'Baris 3, selesai paling lambat: Tanggal tidak ada. Tulis seperti 16/12/2024.',
      'Baris 4: kegiatan 9 tidak ada di tahun 2025.',
      'Baris 5, selesai paling lambat: Berakhir sebelum mulai.',
      'Baris 6, 7: isi nomor kegiatan 2025 yang membiayainya.',
    ])
  })
})

it('takes one class for every activity without one, including activities without a trade', () => {
  expect(filledRows(rowsOfActivities(context)).map(row => [row.program, row.count, row.activity])).toEqual([
    ['Tata Rias (Make Up Artist)', '1', '1'],
    ['', '1', '2'],
  ])
})

it('proposes the rest after some classes were accepted', () => {
  const rows = typed([1, 'program', 'tr'], [1, 'count', '3'], [2, 'program', 'tb'])
  const left = withoutAccepted(rows, [1, 2, 1])
  expect(filledRows(left).map(row => [row.key, row.count])).toEqual([[1, '1']])
})
