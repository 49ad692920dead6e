import { allRoles } from '../../../../shared/features/access/roles.ts'
import type { PracticeScene } from '../../../../shared/features/session/practice-scenes.ts'
import { sampleAccount } from '../../../../shared/features/session/sample-account.ts'
import { DomainError } from '../../domain-error.ts'
import type { TaskScope } from '../../scope.ts'
import { countAccounts, findOperatorNamed, operatorNamed, saveRoles } from '../access/operator-store.ts'
import { findSecret, saveSecret } from '../access/secret-store.ts'
import { beginSession } from '../access/sign-in.ts'
import { findCentre } from '../centre/centre-store.ts'

/** The person in the practice centre before the first start, when nobody is signed in. */
const guest = 'Peserta latihan'

/**
 * Opens the practice centre, as it was left or reset to a scene. There everybody has all rights, under the own name.
 * @throws DomainError sign_in_needed, file_in_use
 */
export async function enterPractice(scope: TaskScope, scene: PracticeScene | null): Promise<void> {
  const { workspace, fillPractice } = scope
  const from = workspace.openingError
    ? null
    : scope.read(({ db, operator }) => ({ operator, isOpen: countAccounts(db) === 0 }))
  if (from && from.operator === null && !from.isOpen) throw new DomainError({ code: 'sign_in_needed' })
  await workspace.endThreads()
  await workspace.setPractice(true)
  if (scene !== null && (workspace.openingError || findCentre(workspace.read))) await workspace.emptyPractice()
  await fillPractice(scene ?? 'classes')
  beginPracticeSession(scope, from?.operator?.name ?? guest)
}

/** Resets the practice centre to a scene. @throws DomainError practice_only, file_in_use */
export async function resetPractice(scope: TaskScope, scene: PracticeScene): Promise<void> {
  const { workspace, fillPractice } = scope
  const name = workspace.openingError ? guest : (scope.read(({ operator }) => operator)?.name ?? guest)
  await workspace.emptyPractice()
  await fillPractice(scene)
  beginPracticeSession(scope, name)
}

function beginPracticeSession(scope: TaskScope, name: string): void {
  const { workspace, desk, at } = scope
  if (workspace.openingError || desk.process !== null) return
  const id = workspace.transaction(() => {
    const db = workspace.write
    const known = operatorNamed(db, name)
    saveRoles(db, known, allRoles)
    // Issuing and the lock screen ask for a password here too: everybody has that of the sample account, which the page shows.
    const sample = findOperatorNamed(db, sampleAccount.name)
    const secret = sample && findSecret(db, sample.id)
    if (secret && !findSecret(db, known)) saveSecret(db, known, secret, at)
    return known
  })
  beginSession(scope, { id, name }, false)
}
