import type { OperationName } from '../../../shared/contract.ts'
import { reachOf, rolesWith } from '../../../shared/features/access/access-matrix.ts'
import { allRoles } from '../../../shared/features/access/roles.ts'
import { secondPersonRules } from '../../../shared/features/access/second-person.ts'
import { momentOf } from '../clock.ts'
import type { Desk, Person, Session } from '../desk.ts'
import { DomainError } from '../domain-error.ts'
import { leftAfter } from '../features/access/front-page-store.ts'
import { findOperator, findOperatorNamed, holdersOf } from '../features/access/operator-store.ts'
import { subjectOf } from '../features/access/request-store.ts'
import { approversFor } from '../features/access/second-person.ts'
import { findSecret } from '../features/access/secret-store.ts'
import { findCentre } from '../features/centre/centre-store.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Call, Dispatcher } from './call.ts'

/** Creates the centre, so it works without one. */
export const firstCommand: OperationName = 'centre.setUp'
/** The only operation for a person whose secret was set by another person. */
const changingTask: OperationName = 'access.changeSecret'

/** The signed-in person at a desk; null if nobody is, or the account was deactivated. */
export function personAt({ workspace, clock }: Dispatcher, desk: Desk): Person | null {
  if (workspace.openingError) return null
  const db = workspace.read
  if (desk.process !== null) {
    const { process } = desk
    return { id: findOperatorNamed(db, process)?.id ?? null, name: process, roles: allRoles, instructorId: null }
  }
  const session = desk.sessionIn(workspace.folder)
  if (!session) return null
  const operator = findOperator(db, session.operatorId)
  // The id now has another name: a snapshot was restored.
  const expired = operator?.validUntil && operator.validUntil < momentOf(clock).today
  if (!operator || operator.name !== session.name || operator.disabledAt !== null || expired) {
    desk.endSession(workspace.folder)
    return null
  }
  return operator
}

/**
 * The person who acts, if allowed. Not checked while the database cannot be opened: nobody is known, and only restoring is possible.
 * @throws DomainError sign_in_needed, desk_locked, secret_must_change, not_allowed, second_person_needed, confirm_needed
 */
export function assertMay(dispatcher: Dispatcher, call: Call): Person | null {
  const { workspace, clock } = dispatcher
  const { group, label, confirm, desk, operation, input } = call
  if (call.by) return call.by
  dispatcher.desks.add(desk)
  const person = personAt(dispatcher, desk)
  if (group === 'open' || workspace.openingError) return person
  if (person === null) {
    // A new PC has no accounts: a centre is created or restored without sign-in.
    if (group === 'restore.restore' && !findCentre(workspace.read)) return null
    assertSetUp(workspace)
    throw new DomainError({ code: 'sign_in_needed' })
  }
  const session = desk.process === null ? desk.sessionIn(workspace.folder) : null
  if (session) assertAwake(dispatcher, call, session)
  if (reachOf(person.roles, group) === null) {
    const roles = rolesWith(group)
    const holders = holdersOf(workspace.read, roles, momentOf(clock).today).map(({ name }) => name)
    throw new DomainError({ code: 'not_allowed', label, group, roles, holders })
  }
  assertSecondPerson(dispatcher, call, person)
  const confirmed = session?.confirmedAt ?? Number.NEGATIVE_INFINITY
  if (session && confirm?.(input as never) && dispatcher.ticks() - confirmed > confirmedFor * 60_000)
    throw new DomainError({ code: 'confirm_needed', label: label ?? operation })
  return person
}

/** Refuses operations that need a second person; not in the practice centre. @throws DomainError second_person_needed */
function assertSecondPerson(
  { workspace, clock }: Dispatcher,
  { second, operation, input, label }: Call,
  person: Person,
): void {
  if (second === undefined || workspace.inPractice) return
  const approvers = approversFor(workspace.read, person, second, input, momentOf(clock).at)
  if (approvers === null) return
  throw new DomainError({
    code: 'second_person_needed',
    operation,
    label: label ?? operation,
    title: secondPersonRules[second].label,
    subject: subjectOf(workspace.read, second, input),
    consequences: [...secondPersonRules[second].consequences],
    roles: [...approvers.roles],
    approvers: approvers.people,
  })
}

/** @throws DomainError not_set_up */
function assertSetUp(workspace: Workspace): void {
  if (!findCentre(workspace.read)) throw new DomainError({ code: 'not_set_up' })
}

/** @throws DomainError desk_locked, secret_must_change */
function assertAwake({ ticks, clock, workspace }: Dispatcher, { desk, operation }: Call, session: Session): void {
  if (ticks() - session.lastCall > leftAfter(workspace.read)) desk.lock(momentOf(clock).at)
  if (session.lockedAt !== null) throw new DomainError({ code: 'desk_locked' })
  session.lastCall = ticks()
  if (!session.mustChange || operation === changingTask) return
  throw new DomainError({
    code: 'secret_must_change',
    kind: findSecret(workspace.read, session.operatorId)?.kind ?? 'PASSWORD',
  })
}

/** The author; null if nobody has signed in yet. @throws DomainError not_set_up and those of assertMay */
export function writerOf(dispatcher: Dispatcher, call: Call): Person | null {
  const person = assertMay(dispatcher, call)
  if (call.operation !== firstCommand && !call.by && !dispatcher.beforeSetUp) assertSetUp(dispatcher.workspace)
  return person
}

/** Minutes for which a repeated password is valid, so that papers of a class can be issued in one go. */
const confirmedFor = 5
