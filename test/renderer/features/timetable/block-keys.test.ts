import { expect, test } from 'vitest'
import { cursorAfter } from '../../../../renderer/features/timetable/grid/use-block-keys.ts'
import { piecesOf } from '../../../../renderer/features/timetable/open-row.ts'
import { substituteLanes } from '../../../../renderer/features/timetable/substitute/substitute-lanes.ts'
import type { TimetableBlock, TimetableDay } from '../../../../shared/features/timetable/contract.ts'
import type { CohortUnitId, InstructorId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'

const block = (unit: number, hours: number): TimetableBlock => ({
  unitId: unit as CohortUnitId,
  kind: 'theory',
  hours,
  instructorId: null,
})
const day = (n: number, hours: number, blocks: TimetableBlock[]) =>
  ({ n, hours, held: false, blocks }) as unknown as TimetableDay
const days = [day(1, 8, [block(1, 3), block(2, 5)]), day(2, 4, [block(2, 2)])]
const pieces = piecesOf(days)
const after = (n: number, hour: number, key: string) => cursorAfter({ cursor: { n, hour }, days, pieces }, key)

test('arrows go from block to block in a day and keep the hour from day to day', () => {
  expect(after(1, 2, 'ArrowDown')).toEqual({ n: 1, hour: 4 })
  expect(after(1, 6, 'ArrowUp')).toEqual({ n: 1, hour: 1 })
  expect(after(1, 1, 'ArrowUp')).toEqual({ n: 1, hour: 1 })
  expect(after(1, 1, 'End')).toEqual({ n: 1, hour: 4 })
  expect(after(1, 6, 'ArrowRight')).toEqual({ n: 2, hour: 4 })
  expect(after(2, 4, 'ArrowUp')).toEqual({ n: 2, hour: 1 })
  expect(after(1, 1, 'ArrowLeft')).toEqual({ n: 1, hour: 1 })
  expect(after(1, 1, 'x')).toBeNull()
})

test('a person who may not substitute on a chosen day is refused with the reason; other days do not count', () => {
  const problem = (n: number, reason: string) => ({ n, date: '2024-12-20' as PlainDate, reason, kind: 'busy' as const })
  const person = (id: number, problems: ReturnType<typeof problem>[]) => ({
    id: id as InstructorId,
    name: `Orang ${id}`,
    detail: 'BLK',
    problems,
  })
  const lanes = substituteLanes(
    [person(1, [problem(5, 'mengajar Tata Boga I')]), person(2, [problem(9, 'cuti')])],
    [6, 4, 5],
  )
  expect(lanes.map(({ key, refused, detail }) => [key, refused, detail])).toEqual([
    ['2', false, 'BLK'],
    ['1', true, 'hari ke-5: mengajar Tata Boga I'],
  ])
  expect(lanes[0]?.bars.map(({ from, to, tone }) => [from, to, tone])).toEqual([[4, 6, 'ok']])
  expect(lanes[1]?.bars.map(({ from, to, tone }) => [from, to, tone])).toEqual([
    [4, 4, 'ok'],
    [5, 5, 'err'],
    [6, 6, 'ok'],
  ])
})
