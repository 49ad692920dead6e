import type { traineeContract } from '../../../../shared/features/trainee/contract.ts'
import type { TargetEvidenceDraft } from '../../../../shared/features/trainee/target-evidence.ts'
import { type EvidenceId, type TraineeId, traineeId } from '../../../../shared/ids.ts'
import type { Saved } from '../../../../shared/kernel/seen.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope, Handler } from '../../scope.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { enrolTrainees } from '../cohort/enrol-trainees.ts'
import { joinRecord } from '../desk/join-record.ts'
import { freezeLateEvidence } from '../trainee/admission-store.ts'
import { assertBorn } from '../trainee/assert-born.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import { writeRestricted } from '../trainee/restricted-store.ts'
import { auditOfEvidence, insertEvidence } from '../trainee/target-store.ts'
import { findByNik, findTrainee, insertTrainee, updateTrainee } from '../trainee/trainee-store.ts'

type SaveInput = Parameters<typeof saveTrainee>[1]

/** Identity numbers are never merged automatically. */
const neverJoined: ReadonlySet<string> = new Set(['nik', 'familyCard'])

/** Saves the form of a person: data, evidence, restricted data and enrolment in one transaction. */
export const saveTrainee: Handler<(typeof traineeContract)['save']> = (scope, input) => {
  const { db, record } = scope
  const { id, joined } = storePerson(scope, input)
  const evidence = input.evidence && storeEvidence(scope, id, input.evidence)
  const fields = input.restricted ? writeRestricted(db, id, input.restricted) : []
  if (fields.length > 0) record('trainee_restricted', id, null, { fields })
  if (input.admission) {
    const { code, repeatReason } = input.admission
    enrolTrainees(scope, getCohort(db, code), [id], repeatReason)
    record('enrolment', code, null, { traineeIds: [id], ...(repeatReason === null ? {} : { repeatReason }) })
  }
  return { id, evidenceId: evidence, joined }
}

function storePerson(
  { db, today, record }: CommandScope,
  { id, trainee: mine, correction, seen, decided }: SaveInput,
): Saved<TraineeId> {
  const stored = id === null || seen === null ? undefined : findTrainee(db, id)
  const { values: trainee, joined } =
    stored === undefined || id === null
      ? { values: mine, joined: null }
      : joinRecord(db, { entity: 'trainee', id, seen, theirs: stored, mine, never: neverJoined, decided })
  assertBorn(trainee, today)
  const holder = findByNik(db, trainee.nik)
  if (holder && holder.id !== id) throw new DomainError({ code: 'nik_taken', name: holder.name, traineeId: holder.id })
  if (id === null) {
    const created = traineeId.parse(insertTrainee(db, trainee))
    record('trainee', created, null, trainee)
    return { id: created, joined }
  }
  assertUsable(db, id)
  const before = found(findTrainee(db, id), 'trainee')
  updateTrainee(db, id, trainee)
  record('trainee', id, before, correction === null ? trainee : { ...trainee, correction })
  return { id, joined }
}

function storeEvidence(scope: CommandScope, id: TraineeId, evidence: TargetEvidenceDraft): EvidenceId {
  const { db, at, today, operator, record } = scope
  if (evidence.dataDate > today) throw new DomainError({ code: 'data_in_future', date: evidence.dataDate })
  const made = insertEvidence(db, id, evidence, { at, by: operator.name })
  const frozenIn = freezeLateEvidence(db, id, { id: made, dataDate: evidence.dataDate }, at)
  record('target_evidence', id, null, { ...auditOfEvidence(evidence), frozenIn })
  return made
}
