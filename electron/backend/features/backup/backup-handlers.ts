import type { backupContract } from '../../../../shared/features/backup/contract.ts'
import type { Handlers } from '../../scope.ts'
import { backupWork } from './backup-work.ts'
import { makeBackup } from './make-backup.ts'
import { lostByRestoring, restoreBackup } from './restore-backup.ts'

export const backupHandlers: Handlers<typeof backupContract> = {
  make: async (scope, { to }) => makeBackup(scope, to),

  prove: async ({ workspace, today, alone }, { from }) =>
    backupWork(
      {
        kind: 'prove',
        question: { file: from, dataKey: workspace.dataKey.secret, today, workFolder: workspace.folder },
      },
      alone,
    ),

  lost: async (scope, { from }) => lostByRestoring(scope, from),

  restore: async (scope, { from, code }) => restoreBackup(scope, from, code),
}
