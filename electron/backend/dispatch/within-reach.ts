import { type OperationGroup, type Reach, reachOf } from '../../../shared/features/access/access-matrix.ts'
import type { ReadDatabase } from '../database/connection.ts'
import type { Person } from '../desk.ts'
import type { Call } from './call.ts'
import { masked, withoutFullNumbers, withoutSearch } from './masking.ts'
import { assertOwn, ownPart } from './own-reach.ts'

/** For everybody who has signed in, but each sees of people what the role does. */
const aboutPeople = new Set(['home.overview', 'home.search'])
const people: OperationGroup = 'trainee.see'

type Asked = Pick<Call, 'operation' | 'group' | 'desk'>

/** How far this call goes. Null: what it would tell of people is not for the role at all. */
function reachIn({ operation, group, desk }: Asked, person: Person | null): Reach | null {
  if (desk.process !== null || person === null) return 'all'
  if (aboutPeople.has(operation)) return reachOf(person.roles, people)
  return group === 'open' ? 'all' : reachOf(person.roles, group)
}

/** What the handler is given: of own classes alone, or without names that are looked for. @throws DomainError not_own_class */
export function inputWithin(db: ReadDatabase, call: Asked, input: unknown, person: Person | null): unknown {
  const reach = reachIn(call, person)
  if (reach === 'own' && person) assertOwn(db, call.operation, input, person)
  return reach === 'masked' || reach === null ? withoutSearch(input) : input
}

/** What of an answer the role may see. @throws DomainError names_hidden */
export function answerWithin(db: ReadDatabase, call: Asked, answer: unknown, person: Person | null): unknown {
  const reach = reachIn(call, person)
  if (person === null || call.desk.process !== null || call.group === 'open') return answer
  if (reach === 'masked' || reach === null) return masked(db, call.operation, answer)
  const own = reach === 'own' ? ownPart(db, call.operation, answer, person) : answer
  return reachOf(person.roles, 'nik.open') === null && reachOf(person.roles, people) !== null
    ? withoutFullNumbers(own)
    : own
}
