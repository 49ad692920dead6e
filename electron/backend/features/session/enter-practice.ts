import { allRoles } from '../../../../shared/features/access/roles.ts'
import { DomainError } from '../../domain-error.ts'
import type { TaskScope } from '../../scope.ts'
import { countAccounts, operatorNamed, saveRoles } from '../access/operator-store.ts'
import { sitDown } from '../access/sign-in.ts'

/** Who practises when nobody has signed in: before the first start. */
const guest = 'Peserta latihan'

/** Goes over to the practice centre. There everybody may do everything, under the own name. */
export async function enterPractice(scope: TaskScope): Promise<void> {
  const { workspace, fillPractice } = scope
  const from = workspace.openingError
    ? null
    : scope.read(({ db, operator }) => ({ operator, isOpen: countAccounts(db) === 0 }))
  if (from && from.operator === null && !from.isOpen) throw new DomainError({ code: 'sign_in_needed' })
  await workspace.endThreads()
  await workspace.enterPractice()
  await fillPractice()
  sitInPractice(scope, from?.operator?.name ?? guest)
}

/** Sets the practice centre back to how it was at its first opening. @throws DomainError practice_only, file_in_use */
export async function resetPractice(scope: TaskScope): Promise<void> {
  const { workspace, fillPractice } = scope
  const name = workspace.openingError ? guest : (scope.read(({ operator }) => operator)?.name ?? guest)
  await workspace.emptyPractice()
  await fillPractice()
  sitInPractice(scope, name)
}

function sitInPractice(scope: TaskScope, name: string): void {
  const { workspace, desk } = scope
  if (workspace.openingError || desk.process !== null) return
  const id = workspace.transaction(() => {
    const known = operatorNamed(workspace.write, name)
    saveRoles(workspace.write, known, allRoles)
    return known
  })
  sitDown(scope, { id, name }, false)
}
