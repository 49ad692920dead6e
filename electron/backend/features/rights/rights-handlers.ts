import { tooYoung } from '../../../../shared/features/rights/consent.ts'
import type { rightsContract } from '../../../../shared/features/rights/contract.ts'
import { anonymityGround } from '../../../../shared/features/rights/retention.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { oldCopies } from '../../database/snapshot.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope, Handlers } from '../../scope.ts'
import { getRules } from '../centre/centre-store.ts'
import { consentsOf, findConsent, insertConsent, withdraw } from '../trainee/consent-store.ts'
import { freezesOf, insertFreeze, thaw } from '../trainee/freeze-store.ts'
import { assertNamed, assertUsable, stateOf } from '../trainee/person-state-store.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import { anonymise } from './anonymise.ts'
import { correctionsOf } from './correction-store.ts'
import { exportPerson } from './export-person.ts'
import { duePeople, findAnonymity, heldCohortsOf } from './retention-store.ts'

export const rightsHandlers: Handlers<typeof rightsContract> = {
  get({ db, today }, { id }) {
    return {
      state: stateOf(db, id),
      freezes: freezesOf(db, id),
      anonymised: findAnonymity(db, id),
      consents: consentsOf(db, id),
      anonymity: anonymityGround(heldCohortsOf(db, id), getRules(db).retentionYears, today),
    }
  },

  corrections: ({ db }, { id }) => correctionsOf(db, found(findTrainee(db, id), 'trainee').id),

  exportPerson,

  freeze(scope, { id, requestedOn, reason }) {
    assertUsable(scope.db, id)
    freeze(scope, id, requestedOn, reason)
  },

  thaw({ db, at, operator, record }, { id, reason }) {
    const { name } = assertNamed(db, id)
    const before = freezesOf(db, id)[0]
    if (!thaw(db, id, { reason, at, by: operator.name })) throw new DomainError({ code: 'person_not_frozen', name })
    record('trainee_freeze', id, { frozenAt: before?.at, reason: before?.reason }, { thawedAt: at, reason })
  },

  recordConsent({ db, at, today, operator, record }, { id, consent }) {
    assertUsable(db, id)
    const { birthDate } = found(findTrainee(db, id), 'trainee')
    if (consent.signedOn > today) throw new DomainError({ code: 'date_not_come', date: consent.signedOn })
    const age = tooYoung(birthDate, consent)
    if (age !== null) throw new DomainError({ code: 'guardian_needed', age })
    const consentId = insertConsent(db, id, consent, { at, by: operator.name })
    record('trainee_consent', id, null, { consentId, ...consent })
    return { consentId }
  },

  withdrawConsent(scope, { consentId, withdrawnOn }) {
    const { db, at, today, operator, record } = scope
    const { traineeId, signedOn, withdrawnOn: before } = found(findConsent(db, consentId), 'consent')
    const { since } = assertNamed(db, traineeId)
    if (before !== null) throw new DomainError({ code: 'consent_withdrawn_already', date: before })
    if (withdrawnOn > today) throw new DomainError({ code: 'date_not_come', date: withdrawnOn })
    if (withdrawnOn < signedOn) throw new DomainError({ code: 'withdrawn_before_signed', signedOn })
    withdraw(db, consentId, withdrawnOn, { at, by: operator.name })
    record('trainee_consent', traineeId, { withdrawnOn: null }, { consentId, withdrawnOn })
    if (since === null) freeze(scope, traineeId, withdrawnOn, 'Persetujuan ditarik')
  },

  due: ({ db, today }) => duePeople(db, getRules(db).retentionYears, today),

  async oldCopies({ workspace, today }) {
    return oldCopies(
      workspace.dataFolder.snapshots().map(snapshot => snapshot.name),
      today,
    )
  },

  anonymise,
}

/** @throws DomainError date_not_come */
function freeze(
  { db, at, today, operator, record }: CommandScope,
  id: TraineeId,
  requestedOn: PlainDate,
  reason: string,
): void {
  if (requestedOn > today) throw new DomainError({ code: 'date_not_come', date: requestedOn })
  insertFreeze(db, id, { requestedOn, reason, at, by: operator.name })
  record('trainee_freeze', id, null, { requestedOn, reason })
}
