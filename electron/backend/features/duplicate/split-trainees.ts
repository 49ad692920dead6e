import type { duplicateContract } from '../../../../shared/features/duplicate/contract.ts'
import { mergedRestricted } from '../../../../shared/features/trainee/merge-fields.ts'
import { nothingRestricted, type RestrictedDraft } from '../../../../shared/features/trainee/restricted.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope, Handler } from '../../scope.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import { findPhoto, savePhoto } from '../trainee/photo-store.ts'
import { findRestricted, writeRestricted } from '../trainee/restricted-store.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import { removeDecision, saveDecision } from './duplicate-store.ts'
import { isHolder } from './merge-obstacles.ts'
import {
  columnsOf,
  findMerge,
  insertColumns,
  keptPhoto,
  keptRestricted,
  laterMerge,
  type MergeRecord,
  moveRowsBack,
  removeMerge,
  type TraineeColumns,
  writeColumns,
} from './merge-store.ts'
import { type Holder, holderOfNiks, papersOf, provenAdmissions } from './obstacle-store.ts'

/** Reverts mergeTrainees. Corrections made since are kept. */
export const splitTrainees: Handler<(typeof duplicateContract)['split']> = (scope, { mergeId }) => {
  const { db, record } = scope
  const merge = found(findMerge(db, mergeId), 'merge')
  const { survivorId, awayId, away, moved } = merge
  assertUsable(db, survivorId)
  const restored = threeWay(columnsOf(db, survivorId), merge.after, merge.before)
  assertLatest(db, merge)
  assertNiksFree(db, merge, restored)
  assertPapersStay(db, merge, holderIn(restored))
  assertEvidenceStays(db, merge)

  const was = findTrainee(db, survivorId)
  const photos = { survivor: keptPhoto(db, mergeId, 'survivor'), away: keptPhoto(db, mergeId, 'away') }
  const facts = { survivor: keptRestricted(db, mergeId, 'survivor'), away: keptRestricted(db, mergeId, 'away') }
  writeColumns(db, survivorId, restored)
  removeMerge(db, merge)
  insertColumns(db, away)
  moveRowsBack(db, survivorId, awayId, moved.rows)
  returnDecisions(db, merge)
  if (photos.away) savePhoto(db, awayId, photos.away)
  const photoBack = moved.photoTaken && isSamePicture(findPhoto(db, survivorId), photos.away)
  if (photoBack) savePhoto(db, survivorId, photos.survivor)
  if (facts.away) writeRestricted(db, awayId, facts.away)
  const fields = returnRestricted(
    scope,
    survivorId,
    facts.survivor ?? nothingRestricted,
    facts.away ?? nothingRestricted,
  )

  record('trainee', survivorId, was, findTrainee(db, survivorId))
  record('trainee', awayId, null, findTrainee(db, awayId))
  record('trainee_merge', survivorId, { mergeId, awayId, moved: moved.rows }, null)
  if (photoBack) record('trainee_photo', survivorId, { photo: true }, { photo: photos.survivor !== null })
  if (fields.length > 0) record('trainee_restricted', survivorId, null, { fields })
  return { survivorId, awayId }
}

/** Restores values still as written by the merge; later changes are kept. */
function threeWay<Row extends Record<string, unknown>>(present: Row, merged: Row, before: Row): Row {
  const back = Object.entries(present).map(([key, value]) => [
    key,
    value === merged[key] && key in before ? before[key] : value,
  ])
  return Object.fromEntries(back) as Row
}

function holderIn(row: TraineeColumns): Holder {
  return { name: String(row.name), birthDate: String(row.birth_date) as PlainDate }
}

/** Merges must be split in reverse order, because a later one may depend on an earlier one. @throws DomainError merged_later */
function assertLatest(db: ReadDatabase, merge: MergeRecord): void {
  const name = laterMerge(db, merge)
  if (name !== undefined) throw new DomainError({ code: 'merged_later', name })
}

/** @throws DomainError nik_taken_since_merge */
function assertNiksFree(db: ReadDatabase, merge: MergeRecord, restored: TraineeColumns): void {
  const niks = [String(merge.away.nik), String(restored.nik)] as const
  const name = niks[0] === niks[1] ? String(restored.name) : holderOfNiks(db, niks, merge)
  if (name !== undefined) throw new DomainError({ code: 'nik_taken_since_merge', name })
}

/** Papers issued since have the data of the merged person. @throws DomainError certificate_since_merge */
function assertPapersStay(db: ReadDatabase, { survivorId, away, moved }: MergeRecord, survivor: Holder): void {
  const gone = new Set((moved.rows.enrolment ?? []).map(row => row.key))
  const other = papersOf(db, survivorId, moved.lastCertificate).find(
    paper => !isHolder(paper, gone.has(paper.enrolmentId) ? holderIn(away) : survivor),
  )
  if (other) throw new DomainError({ code: 'certificate_since_merge', number: other.number, name: other.name })
}

/** An admission must refer to evidence of its own person. @throws DomainError evidence_used_since_merge */
function assertEvidenceStays(db: ReadDatabase, { survivorId, moved }: MergeRecord): void {
  const keys = (table: string) => new Set((moved.rows[table] ?? []).map(row => row.key))
  const [enrolments, evidence] = [keys('enrolment'), keys('target_evidence')]
  const used = provenAdmissions(db, survivorId).find(
    row => enrolments.has(row.enrolmentId) !== evidence.has(row.evidenceId),
  )
  if (used) throw new DomainError({ code: 'evidence_used_since_merge', cohort: used.cohort })
}

function returnDecisions(db: WriteDatabase, { survivorId, awayId, moved }: MergeRecord): void {
  for (const { other, at, by, already } of moved.decisions) {
    if (findTrainee(db, other) === undefined) continue
    if (!already) removeDecision(db, survivorId, other)
    saveDecision(db, awayId, other, { at, by })
  }
}

function returnRestricted({ db }: CommandScope, id: number, before: RestrictedDraft, away: RestrictedDraft): string[] {
  const present = findRestricted(db, id) ?? nothingRestricted
  return writeRestricted(db, id, threeWay(present, mergedRestricted(before, away), before))
}

function isSamePicture(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.from(a).equals(b)
}
