import type { computerContract, FileProtection } from '../../../../shared/features/computer/contract.ts'
import { isOtherZone, momentOf } from '../../clock.ts'
import { diskEncryptionOf } from '../../files/disk-encryption.ts'
import { lowSpace, megabytesOf } from '../../files/free-space.ts'
import type { CrashReport, HostServices } from '../../host-services.ts'
import type { Handlers, TaskScope } from '../../scope.ts'
import { lastWork } from '../centre/audit-store.ts'
import { finishedSteps, finishStep, isKeyBackedUp } from './computer-store.ts'
import { makeSheet, testSheet, unlockWithSheet } from './renew-sheet.ts'
import { resetAdmin } from './reset-admin.ts'

/** Most texts kept for a page; more cannot be what a person is typing now. */
const mostTyped = 50

export const computerHandlers: Handlers<typeof computerContract> = {
  async status({ read, workspace, host, at }) {
    const free = workspace.dataFolder.freeSpace()
    return {
      dataFolder: workspace.folder,
      free: free === null ? null : megabytesOf(free),
      low: free !== null && free < lowSpace,
      zone: { name: Intl.DateTimeFormat().resolvedOptions().timeZone, differs: isOtherZone(at) },
      files: { state: stateOfFiles(workspace, host), sheet: workspace.dataKeys.sheet },
      crash: wallTime(host.crashes?.last() ?? null),
      ...read(({ db }) => ({ lastWork: lastWork(db), keyBackedUp: isKeyBackedUp(db), done: finishedSteps(db) })),
    }
  },

  finishStep({ db, at, record }, { step }) {
    finishStep(db, step, at)
    record('computer', step, null, { done: at })
  },

  async forgetCrash({ host }) {
    host.crashes?.forget()
  },

  disk: ({ workspace }) => diskEncryptionOf(workspace.folder),

  makeSheet,

  testSheet: async (scope, { ticket, groups, holder }) => testSheet(scope, ticket, groups, holder),

  unlock: async (scope, { code }) => unlockWithSheet(scope, code),

  resetAdmin: async (scope, { id, code }) => resetAdmin(scope, id, code),

  async typed({ host }) {
    return host.typed ? [...host.typed].map(([key, text]) => ({ key, text })) : null
  },

  async keepTyped({ host }, { key, text }) {
    const { typed } = host
    if (!typed) return
    // The newest is last.
    typed.delete(key)
    if (text !== '') typed.set(key, text)
    const [oldest] = typed.keys()
    if (typed.size > mostTyped && oldest !== undefined) typed.delete(oldest)
  },
}

function wallTime(report: CrashReport | null): CrashReport | null {
  return report && { ...report, at: momentOf({ now: () => new Date(report.at) }).at }
}

function stateOfFiles({ dataKeys }: TaskScope['workspace'], { keyProtection }: HostServices): FileProtection['state'] {
  const { state } = dataKeys
  if (state !== 'OPEN') return state
  return keyProtection ? 'SYSTEM' : 'FILE'
}
