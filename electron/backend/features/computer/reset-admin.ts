import type { OperatorId } from '../../../../shared/ids.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { TaskScope } from '../../scope.ts'
import { giveTemporarySecret } from '../access/give-temporary-secret.ts'
import { findOperator } from '../access/operator-store.ts'
import { bytesOfCode } from './renew-sheet.ts'

/**
 * Resets a forgotten Admin password: with the printed sheet an Admin gets one for a single use.
 * @throws DomainError sheet_resets_admins, recovery_group_wrong, recovery_sheet_other
 */
export async function resetAdmin(
  scope: TaskScope,
  id: OperatorId,
  code: string,
): Promise<{ secret: string; until: string }> {
  const { workspace, read, write, desk } = scope
  const { name, roles } = read(({ db }) => found(findOperator(db, id), 'operator'))
  if (!roles.includes('admin')) throw new DomainError({ code: 'sheet_resets_admins', name })
  const bytes = bytesOfCode(code)
  try {
    workspace.dataKeys.openWith(bytes)
  } catch (error) {
    // Record the attempt with a wrong sheet.
    write(({ record }) => record('operator', id, null, { refused: desk.name, sheet: null }))
    throw error
  }
  const { secret, until } = await giveTemporarySecret(scope, id, { sheet: workspace.dataKeys.sheet?.number ?? 0 })
  return { secret, until }
}
