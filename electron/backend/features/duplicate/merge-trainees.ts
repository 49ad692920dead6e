import type { duplicateContract } from '../../../../shared/features/duplicate/contract.ts'
import { mergedDraft, mergedRestricted } from '../../../../shared/features/trainee/merge-fields.ts'
import { nothingRestricted } from '../../../../shared/features/trainee/restricted.ts'
import type { WriteDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'
import type { Handler } from '../../scope.ts'
import { findPhoto, savePhoto } from '../trainee/photo-store.ts'
import { findRestricted, writeRestricted } from '../trainee/restricted-store.ts'
import { deleteTrainees, findTrainee, updateTrainee } from '../trainee/trainee-store.ts'
import { decisionsAbout, findDecision, removeDecision, saveDecision } from './duplicate-store.ts'
import { assertMergeable, assertPapersKept } from './merge-obstacles.ts'
import {
  columnsOf,
  completeMerge,
  insertMerge,
  keepPhotoOf,
  lastCertificate,
  type Moved,
  moveMerges,
  moveRows,
} from './merge-store.ts'
import { papersOf } from './obstacle-store.ts'

/** Merges two rows of one person; the earlier state is kept completely for split-trainees.ts. */
export const mergeTrainees: Handler<(typeof duplicateContract)['merge']> = (scope, { survivorId, awayId, taken }) => {
  const { db, at, operator, record } = scope
  const { id: _own, ...survivor } = found(findTrainee(db, survivorId), 'trainee')
  const { id: _other, ...gone } = found(findTrainee(db, awayId), 'trainee')
  const merged = mergedDraft(survivor, gone, taken)
  assertMergeable(db, { id: survivorId, name: survivor.name }, awayId)
  assertPapersKept(papersOf(db, survivorId), survivor, merged)
  assertPapersKept(papersOf(db, awayId), gone, merged)

  const [before, away] = [columnsOf(db, survivorId), columnsOf(db, awayId)]
  const photoTaken = taken.includes('photo')
  const photo = photoTaken ? findPhoto(db, awayId) : findPhoto(db, survivorId)
  const hadPhoto = findPhoto(db, survivorId) !== null
  const restricted = {
    survivor: findRestricted(db, survivorId) ?? nothingRestricted,
    away: findRestricted(db, awayId) ?? nothingRestricted,
  }
  const moved: Moved = {
    rows: moveRows(db, awayId, survivorId),
    decisions: carryDecisions(db, awayId, survivorId),
    merges: moveMerges(db, awayId, survivorId),
    photoTaken,
    lastCertificate: lastCertificate(db),
  }
  // The row is deleted last, when its pictures are kept and nothing refers to it; its NIK is free then.
  const otherNik = merged.nik === gone.nik ? survivor.nik : gone.nik
  const mergeId = insertMerge(db, { survivorId, awayId, away, before, moved, at }, otherNik, operator.name)
  keepPhotoOf(db, mergeId, 'survivor', survivorId)
  keepPhotoOf(db, mergeId, 'away', awayId)
  deleteTrainees(db, [awayId])
  updateTrainee(db, survivorId, merged)
  completeMerge(db, { id: mergeId, survivorId })
  if (photoTaken) savePhoto(db, survivorId, photo)
  const fields = writeRestricted(db, survivorId, mergedRestricted(restricted.survivor, restricted.away))

  record('trainee', survivorId, survivor, merged)
  record('trainee_merge', survivorId, { awayId, away: gone }, { mergeId, taken, moved: moved.rows })
  if (photoTaken) record('trainee_photo', survivorId, { photo: hadPhoto }, { photo: photo !== null })
  if (fields.length > 0) record('trainee_restricted', survivorId, null, { fields })
  return { mergeId }
}

/** Decisions about the removed person now apply to the survivor. Returns the earlier ones. */
function carryDecisions(db: WriteDatabase, awayId: number, survivorId: number): Moved['decisions'] {
  return decisionsAbout(db, awayId).map(({ other, at, by }) => {
    if (other === survivorId) return { other, at, by, already: true }
    const already = findDecision(db, survivorId, other) !== null
    saveDecision(db, survivorId, other, { at, by })
    removeDecision(db, awayId, other)
    return { other, at, by, already }
  })
}
