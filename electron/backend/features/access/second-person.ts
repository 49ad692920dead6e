import type { Role } from '../../../../shared/features/access/roles.ts'
import {
  ownClosingFor,
  type SecondPersonKey,
  type SecondPersonRule,
  secondPersonRules,
} from '../../../../shared/features/access/second-person.ts'
import type { SecretKind } from '../../../../shared/features/access/secret.ts'
import type { OperatorId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { Person } from '../../desk.ts'
import { countAccounts, findOperator, holdersOf } from './operator-store.ts'
import { lastClosing, reopensByTwo } from './request-store.ts'
import { findSecret } from './secret-store.ts'

/** Operations about requests; the others of `access` are about accounts. */
export type RequestOperations = 'requests' | 'ask' | 'approve' | 'approveHere' | 'reject' | 'withdraw' | 'carryOutDue'

type Approvers = { roles: readonly Role[]; people: { id: OperatorId; name: string; kind: SecretKind }[] }

/** Who must approve before this person does it; null if nobody. In a centre with one account a reason is enough. */
export function approversFor(
  db: ReadDatabase,
  requester: Person,
  key: SecondPersonKey,
  input: unknown,
  at: string,
): Approvers | null {
  if (isAlone(db, requester.id) || !appliesTo(db, requester, key, input, at)) return null
  const rule: SecondPersonRule = secondPersonRules[key]
  const roles = rule.approvers(requester.roles)
  const people = holdersOf(db, roles, at.slice(0, 10) as PlainDate)
    .filter(({ id }) => id !== requester.id)
    .map(({ id, name }) => ({ id, name, kind: findSecret(db, id)?.kind ?? ('PASSWORD' as const) }))
  return people.length === 0 && rule.aloneGoes ? null : { roles, people }
}

function isAlone(db: ReadDatabase, requester: OperatorId | null): boolean {
  // The command line has no account: with a single account it is used by its owner.
  const own = requester === null || findSecret(db, requester) !== undefined ? 1 : 0
  return countAccounts(db) - own < 1
}

/** Whether the rule applies to this input. */
function appliesTo(db: ReadDatabase, requester: Person, key: SecondPersonKey, input: unknown, at: string): boolean {
  if (key === 'makeAdmin') return givesAdmin(db, input as Saved)
  if (key !== 'reopen') return true
  if (!reopensByTwo(db)) return false
  // Undoing one's own closing right after it needs no approval.
  const { code, n } = input as { code: string; n: number }
  const closing = lastClosing(db, code, n)
  return (
    closing?.operator !== requester.name || Date.parse(`${at}Z`) - Date.parse(`${closing.at}Z`) > ownClosingFor * 60_000
  )
}

type Saved = { id: OperatorId | null; person: { roles: readonly Role[] } }

/** Of the changes to an account, only making somebody Admin needs a second person. */
function givesAdmin(db: ReadDatabase, { id, person }: Saved): boolean {
  const before = id === null ? [] : (findOperator(db, id)?.roles ?? [])
  return person.roles.includes('admin') && !before.includes('admin')
}
