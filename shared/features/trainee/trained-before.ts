import { type PlainDate, yearOf } from '../../kernel/plain-date.ts'
import type { TrainedWithin } from '../centre/centre.ts'

/** A class with a place to its end; not for people who left it. */
export type Training = { code: string; title: string; start: PlainDate; end: PlainDate }

/**
 * The latest training of a person that counts against a class starting on `start`, or null. A class belongs to the year in which it starts, like its
 * budget. Trainings after `start` count too, because classes may be planned in any order.
 */
export function trainedBefore<One extends Training>(
  within: TrainedWithin,
  start: PlainDate,
  trainings: readonly One[],
): One | null {
  const counting = trainings.filter(training => counts(within, start, training))
  return counting.reduce<One | null>(
    (latest, one) => (latest === null || one.start > latest.start ? one : latest),
    null,
  )
}

function counts(within: TrainedWithin, start: PlainDate, training: Training): boolean {
  if (within === 'ever') return true
  if (within === 'year') return yearOf(training.start) === yearOf(start)
  return yearAfter(training.end) > start && training.start < yearAfter(start)
}

/** The same day of the next year as comparable text: after 29 February comes 1 March. */
function yearAfter(date: PlainDate): string {
  return `${yearOf(date) + 1}${date.slice(4)}`
}

/** 'tahun 2024', '12 bulan terakhir', 'sebelumnya'. */
export function formatTrainedWithin(within: TrainedWithin, start: PlainDate): string {
  if (within === 'year') return `tahun ${yearOf(start)}`
  return within === 'months' ? 'dalam 12 bulan' : 'sebelumnya'
}
