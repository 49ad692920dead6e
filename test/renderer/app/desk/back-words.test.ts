import { expect, test } from 'vitest'
import { backWords } from '../../../../renderer/app/desk/back-words.ts'
import { pointsOf } from '../../../../renderer/features/desk/delay-line.tsx'

test('says what was sent while the host was away, and what must be chosen', () => {
  expect(backWords({ sent: 0, marks: 0, conflicts: 0 })).toBe('')
  expect(backWords({ sent: 2, marks: 16, conflicts: 0 })).toBe(' 16 tanda kehadiran terkirim.')
  expect(backWords({ sent: 3, marks: 0, conflicts: 1 })).toBe(' 3 isian terkirim. 1 kolom perlu dipilih.')
})

test('the latency of an hour is a point per minute, with a gap where no answer came', () => {
  const minutesAgo = (minute: number, ms: number | null) => ({ at: -minute * 60_000, ms })
  const beats = [minutesAgo(61, 9), minutesAgo(59, 4), minutesAgo(59, 8), minutesAgo(59, 6), minutesAgo(2, 5)]
  expect(pointsOf([...beats, minutesAgo(2, null), minutesAgo(0, 3)], 0)).toEqual([
    { minute: 59, ms: 6 },
    { minute: 2, ms: null },
    { minute: 0, ms: 3 },
  ])
})
