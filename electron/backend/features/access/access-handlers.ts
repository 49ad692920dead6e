import type { accessContract } from '../../../../shared/features/access/contract.ts'
import { allRoles, roleConflict } from '../../../../shared/features/access/roles.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { signOutElsewhere } from './elsewhere.ts'
import { frontPage } from './front-page-store.ts'
import { giveTemporarySecret } from './give-temporary-secret.ts'
import {
  countAccounts,
  findOperator,
  findOperatorNamed,
  holdersOf,
  insertOperator,
  isInstructor,
  listAccounts,
  listPeople,
  operatorNamed,
  saveRoles,
  setDisabled,
  updateOperator,
} from './operator-store.ts'
import type { RequestOperations } from './second-person.ts'
import { noteSignIn, saveSecret } from './secret-store.ts'
import { beginSession, checkSecret, signIn } from './sign-in.ts'

export const accessHandlers: Handlers<Omit<typeof accessContract, RequestOperations>> = {
  async status({ read, today, desk, secrets: { pins } }) {
    const { accounts, front } = read(({ db }) => ({
      accounts: listAccounts(db, desk.name, today),
      front: frontPage(db, today),
    }))
    return {
      ...front,
      accounts: accounts.map(({ lastHere: _, ...account }) => account),
      last: accounts.find(({ lastHere }) => lastHere !== null)?.id ?? null,
      pins,
    }
  },

  async makeFirst(scope, { name, secret: { kind, secret } }) {
    const { read, write, secrets, desk, at } = scope
    assertPins(kind, secrets.pins)
    const assertFirst = () => {
      if (read(({ db }) => countAccounts(db)) > 0) throw new DomainError({ code: 'first_account_exists' })
    }
    assertFirst()
    const hash = await secrets.hash(kind, secret)
    assertFirst()
    return write(({ db, record }) => {
      const id = operatorNamed(db, name)
      saveRoles(db, id, allRoles)
      saveSecret(db, id, { kind, hash, onceUntil: null }, at)
      noteSignIn(db, id, desk.name, at)
      record('operator', id, null, { name, roles: allRoles, kind })
      beginSession(scope, { id, name }, false)
      return { id }
    })
  },

  signIn: (scope, { id, secret }) => signIn(scope, id, secret),

  async signOutElsewhere(scope, { desk }) {
    signOutElsewhere(scope, desk)
  },

  async lock({ desk, at }) {
    desk.lock(at)
  },

  async confirm(scope, { secret }) {
    const session = scope.desk.sessionIn(scope.workspace.folder)
    // A process with direct access has no password.
    if (!session) return
    await checkSecret(scope, session.operatorId, secret)
    session.confirmedAt = scope.ticks()
  },

  async changeSecret(scope, { current, next }) {
    const { secrets, desk, workspace, at } = scope
    const session = desk.sessionIn(workspace.folder)
    if (!session) throw new DomainError({ code: 'sign_in_needed' })
    assertPins(next.kind, secrets.pins)
    const { secret } = await checkSecret(scope, session.operatorId, current)
    if (current === next.secret) throw new DomainError({ code: 'secret_unchanged', kind: next.kind })
    const hash = await secrets.hash(next.kind, next.secret)
    session.mustChange = false
    scope.write(({ db, record }) => {
      saveSecret(db, session.operatorId, { kind: next.kind, hash, onceUntil: null }, at)
      record('operator', session.operatorId, { kind: secret.kind }, { kind: next.kind })
    })
  },

  async people({ read, desks, workspace }) {
    const here = new Map(
      [...desks].flatMap(desk => {
        const session = desk.sessionIn(workspace.folder)
        return session && session.lockedAt === null ? [[session.operatorId, desk.name] as const] : []
      }),
    )
    return read(({ db }) => listPeople(db)).map(person => ({ ...person, here: here.get(person.id) ?? null }))
  },

  save({ db, record, today, operator }, { id, person }) {
    const conflict = roleConflict(person.roles)
    if (conflict !== null) throw new DomainError({ code: 'roles_conflict', reason: conflict })
    if (person.instructorId !== null && !isInstructor(db, person.instructorId))
      throw new DomainError({ code: 'not_found', entity: 'instructor' })
    const named = findOperatorNamed(db, person.name)
    if (named && named.id !== id) throw new DomainError({ code: 'name_taken', entity: 'operator', name: person.name })
    if (id === null) {
      const created = insertOperator(db, person)
      record('operator', created, null, person)
      return { id: created }
    }
    const { name, nip, roles, instructorId, validUntil } = found(findOperator(db, id), 'operator')
    const keepsAdmin = person.roles.includes('admin') || !roles.includes('admin')
    if (!keepsAdmin && holdersOf(db, ['admin'], today).every(holder => holder.id === id))
      throw new DomainError({ code: 'last_admin', name })
    if (operator.id === id && !keepsAdmin) throw new DomainError({ code: 'own_account' })
    updateOperator(db, id, person)
    record('operator', id, { name, nip, roles, instructorId, validUntil }, person)
    return { id }
  },

  async giveTemporarySecret(scope, { id }) {
    if (scope.desk.sessionIn(scope.workspace.folder)?.operatorId === id) throw new DomainError({ code: 'own_account' })
    return giveTemporarySecret(scope, id)
  },

  disable({ db, at, today, operator, record }, { id }) {
    const person = found(findOperator(db, id), 'operator')
    if (operator.id === id) throw new DomainError({ code: 'own_account' })
    const isAdmin = person.roles.includes('admin')
    if (isAdmin && holdersOf(db, ['admin'], today).every(holder => holder.id === id))
      throw new DomainError({ code: 'last_admin', name: person.name })
    setDisabled(db, id, { at, by: operator.name })
    record('operator', id, { disabled: person.disabledAt !== null }, { disabled: true })
  },

  enable({ db, record }, { id }) {
    const person = found(findOperator(db, id), 'operator')
    setDisabled(db, id, null)
    record('operator', id, { disabled: person.disabledAt !== null }, { disabled: false })
  },
}

/** @throws DomainError pin_not_here */
function assertPins(kind: 'PIN' | 'PASSWORD', pins: boolean): void {
  if (kind === 'PIN' && !pins) throw new DomainError({ code: 'pin_not_here' })
}
