import type { TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import type { ImportId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { deleteRemarks } from '../note/note-store.ts'
import { deleteTrainees, findTrainee, updateTrainee } from '../trainee/trainee-store.ts'
import { writtenRows } from './import-store.ts'
import { referenceCounter, referencedTrainees } from './reference-store.ts'

/** Number of reasons listed; the rest is counted. */
const mostNamed = 5

/** Why an import cannot be undone: people enrolled or edited since. Empty if it can. */
export function holdsOfImport(db: ReadDatabase, id: ImportId): string[] {
  const rows = writtenRows(db, id)
  const holds = new Map<number, string>()
  const created = rows.filter(row => row.outcome === 'created')
  const nameOf = new Map(created.map(row => [row.traineeId, row.name]))
  for (const { traineeId, words } of referencedTrainees(
    db,
    created.flatMap(row => row.traineeId ?? []),
  ))
    holds.set(traineeId, `${nameOf.get(traineeId)} ${words}`)
  const countTies = referenceCounter(db)
  for (const row of rows) {
    const present = row.traineeId === null ? undefined : findTrainee(db, row.traineeId)
    // Already deleted by hand.
    if (!present || holds.has(present.id)) continue
    if (!stillHolds(present, row.after)) holds.set(present.id, `data ${present.name} sudah diubah sesudah impor`)
    else if (row.outcome === 'changed' && countTies(present.id) > row.ties)
      holds.set(present.id, `${present.name} sudah dipakai dengan data baru`)
  }
  const words = [...holds.values()]
  return words.length <= mostNamed
    ? words
    : [...words.slice(0, mostNamed), `dan ${words.length - mostNamed} orang lagi`]
}

/** Deletes the created people and restores the changed ones. Only if holdsOfImport is empty. */
export function undoRows(
  db: WriteDatabase,
  id: ImportId,
): { removed: number[]; restored: { id: number; before: TraineeDraft; after: TraineeDraft }[] } {
  deleteRemarks(db, id)
  const removed: number[] = []
  const restored: { id: number; before: TraineeDraft; after: TraineeDraft }[] = []
  for (const row of writtenRows(db, id)) {
    const present = row.traineeId === null ? undefined : findTrainee(db, row.traineeId)
    if (!present) continue
    const { id: traineeId, ...now } = present
    if (row.outcome === 'created') removed.push(traineeId)
    else {
      const former = { ...now, ...(JSON.parse(row.before ?? '{}') as Partial<TraineeDraft>) }
      updateTrainee(db, traineeId, former)
      restored.push({ id: traineeId, before: now, after: former })
    }
  }
  deleteTrainees(db, removed)
  return { removed, restored }
}

/** The values of the import are unchanged. */
function stillHolds(present: TraineeDraft, after: string): boolean {
  return Object.entries(JSON.parse(after) as object).every(
    ([field, value]) => present[field as keyof TraineeDraft] === value,
  )
}
