import type { OperationName } from '../../../shared/contract.ts'
import { type OperationGroup, type Reach, reachOf } from '../../../shared/features/access/access-matrix.ts'
import type { ReadDatabase } from '../database/connection.ts'
import type { Person } from '../desk.ts'
import type { Call } from './call.ts'
import { masked, withoutFullNumbers, withoutSearch } from './masking.ts'
import { assertOwn, ownPart } from './own-reach.ts'

/** Allowed for everybody, but people are filtered by role. */
const aboutPeople: ReadonlySet<string> = new Set<OperationName>(['home.overview', 'home.search'])
const people: OperationGroup = 'trainee.see'

type ReachedCall = Pick<Call, 'operation' | 'group' | 'desk'>

/** The reach of this call. Null: the role sees nothing of people. */
function reachIn({ operation, group, desk }: ReachedCall, person: Person | null): Reach | null {
  if (desk.process !== null || person === null) return 'all'
  if (aboutPeople.has(operation)) return reachOf(person.roles, people)
  return group === 'open' ? 'all' : reachOf(person.roles, group)
}

/** The input for the handler: restricted to own classes, or without search texts for hidden names. @throws DomainError not_own_class */
export function inputWithin(db: ReadDatabase, call: ReachedCall, input: unknown, person: Person | null): unknown {
  const reach = reachIn(call, person)
  if (reach === 'own' && person) assertOwn(db, call.operation, input, person)
  return reach === 'masked' || reach === null ? withoutSearch(input) : input
}

/** The part of an answer that the role may see. @throws DomainError names_hidden */
export function answerWithin(db: ReadDatabase, call: ReachedCall, answer: unknown, person: Person | null): unknown {
  const reach = reachIn(call, person)
  if (person === null || call.desk.process !== null || call.group === 'open') return answer
  if (reach === 'masked' || reach === null) return masked(db, call.operation, answer)
  const own = reach === 'own' ? ownPart(db, call.operation, answer, person) : answer
  return reachOf(person.roles, 'nik.open') === null && reachOf(person.roles, people) !== null
    ? withoutFullNumbers(own)
    : own
}
