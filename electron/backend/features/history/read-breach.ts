import { Temporal } from 'temporal-polyfill'
import type { Breach, BreachQuestion } from '../../../../shared/features/history/contract.ts'
import { hoursToNotify } from '../../../../shared/features/history/history.ts'
import { type ExportColumn, exportColumnLabels } from '../../../../shared/features/trainee/export-columns.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { actsThatShowed, peopleSeenIn } from './sighting-store.ts'

/** Which data of how many people was seen, printed or exported since when, and the deadline for notification. */
export function readBreach(db: ReadDatabase, question: BreachQuestion): Breach & { ids: number[] } {
  const acts = actsThatShowed(db, question)
  const seen = Map.groupBy(
    peopleSeenIn(
      db,
      acts.map(({ id }) => id),
    ),
    ({ act }) => act,
  )
  const peopleOf = (ids: readonly number[]) =>
    new Set(ids.flatMap(id => (seen.get(id) ?? []).map(one => one.traineeId)))
  const kinds = [...Map.groupBy(acts, act => act.operation)].map(([operation, done]) => ({
    operation,
    acts: done.length,
    people: peopleOf(done.map(({ id }) => id)).size,
    columns: [...new Set(done.flatMap(act => act.columns))].map(
      column => exportColumnLabels[column as ExportColumn] ?? column,
    ),
  }))
  const ids = [...peopleOf(acts.map(({ id }) => id))]
  return {
    acts: acts.length,
    people: ids.length,
    first: acts[0]?.at ?? null,
    last: acts.at(-1)?.at ?? null,
    kinds: kinds.toSorted((a, b) => b.people - a.people),
    deadline: Temporal.PlainDateTime.from(question.knownAt)
      .add({ hours: hoursToNotify })
      .toString({ smallestUnit: 'minute' }),
    ids,
  }
}
