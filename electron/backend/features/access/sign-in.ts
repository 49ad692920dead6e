import { type SecretKind, waitAfter } from '../../../../shared/features/access/secret.ts'
import type { OperatorId } from '../../../../shared/ids.ts'
import { DomainError } from '../../domain-error.ts'
import type { QueryScope, TaskScope } from '../../scope.ts'
import { elsewhere } from './elsewhere.ts'
import { findOperator, holdersOf, type Operator } from './operator-store.ts'
import {
  countFailure,
  type Failures,
  failuresOf,
  findSecret,
  forgetFailures,
  noteSignIn,
  type StoredSecret,
  saveHash,
} from './secret-store.ts'

/** Signs in, unlocks the screen, or changes to another person. @throws DomainError of checkSecret, account_disabled, account_expired */
export async function signIn(scope: TaskScope, id: OperatorId, typed: string): Promise<void> {
  const { operator, secret } = await checkSecret(scope, id, typed)
  assertInService(scope, operator)
  if (secret.onceUntil !== null && secret.onceUntil < scope.at)
    throw new DomainError({ code: 'once_over', kind: secret.kind })
  const hash = scope.secrets.isWeaker(secret.hash) ? await scope.secrets.hash(secret.kind, typed) : null
  beginSession(scope, operator, secret.onceUntil !== null)
  scope.write(({ db, at, record }) => {
    noteSignIn(db, id, scope.desk.name, at)
    if (hash !== null) saveHash(db, id, hash)
    record('operator', id, null, { signedIn: scope.desk.name })
  })
  // The person's page at another desk says so at once.
  if (elsewhere(scope).length > 0) scope.news.tell(['session.status'])
}

/** From now on calls of this desk are made in the name of that person. */
export function beginSession(
  { desk, workspace, ticks, at }: TaskScope,
  { id, name }: Pick<Operator, 'id' | 'name'>,
  mustChange: boolean,
): void {
  desk.beginSession(workspace.folder, { operatorId: id, name, since: at, mustChange, lastCall: ticks() })
}

/**
 * Checks the secret of a person. Consecutive failures are counted for account and desk; from the third one both must wait, even with the right
 * secret. Takes as long for an unknown name.
 * @throws DomainError secret_wrong, sign_in_waits
 */
export async function checkSecret(
  { desk, at, read, write, secrets }: TaskScope,
  id: OperatorId,
  typed: string,
): Promise<{ operator: Operator; secret: StoredSecret }> {
  const subjects = [`operator ${id}`, `desk ${desk.name}`]
  const { operator, secret, failures } = read(({ db }) => ({
    operator: findOperator(db, id),
    secret: findSecret(db, id),
    failures: subjects.map(subject => failuresOf(db, subject)),
  }))
  const kind = secret?.kind ?? 'PASSWORD'
  assertMayTry(kind, failures, at)
  const fits = await secrets.fits(kind, typed, secret?.hash ?? null)
  if (operator && secret && fits) {
    if (failures.some(({ count }) => count > 0))
      write(({ db, record }) => {
        forgetFailures(db, subjects)
        record('operator', id, { failures: failures[0]?.count }, { failures: 0 })
      })
    return { operator, secret }
  }
  const count = write(({ db, record }) => {
    for (const subject of operator ? subjects : subjects.slice(1)) countFailure(db, subject, at)
    const now = Math.max(...subjects.map(subject => failuresOf(db, subject).count))
    record('operator', id, null, { refused: desk.name, failures: now })
    return now
  })
  const seconds = waitAfter(count)
  throw new DomainError(
    seconds > 0
      ? { code: 'sign_in_waits', kind, failures: count, seconds }
      : { code: 'secret_wrong', kind, left: 3 - count },
  )
}

function assertMayTry(kind: SecretKind, failures: readonly Failures[], at: string): void {
  const waits = failures.map(({ count, lastAt }) => waitAfter(count) - secondsBetween(lastAt, at))
  const seconds = Math.max(...waits)
  const count = Math.max(...failures.map(one => one.count))
  if (count > 0 && seconds > 0) throw new DomainError({ code: 'sign_in_waits', kind, failures: count, seconds })
}

/** If the clock was set back, the wait starts anew instead of lasting for ever. */
function secondsBetween(from: string, to: string): number {
  if (from === '') return 0
  return Math.max(0, (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000)
}

/** @throws DomainError account_disabled, account_expired */
function assertInService(scope: Pick<TaskScope, 'read' | 'today'>, { name, disabledAt, validUntil }: Operator): void {
  if (disabledAt !== null)
    throw new DomainError({ code: 'account_disabled', name, at: disabledAt.slice(0, 10), admins: scope.read(adminsOf) })
  if (validUntil !== null && validUntil < scope.today)
    throw new DomainError({ code: 'account_expired', name, until: validUntil })
}

function adminsOf({ db, today }: QueryScope): string[] {
  return holdersOf(db, ['admin'], today).map(({ name }) => name)
}
