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

  async typed(scope) {
    const { typed } = scope.host
    if (!typed) return null
    const whose = ownTexts(scope)
    return [...typed].flatMap(([name, text]) =>
      name.startsWith(whose) ? [{ key: name.slice(whose.length), text }] : [],
    )
  },

  async keepTyped(scope, { key, text }) {
    const { typed } = scope.host
    if (!typed) return
    const name = ownTexts(scope) + key
    // The newest is last.
    typed.delete(name)
    if (text !== '') typed.set(name, text)
    const [oldest] = typed.keys()
    if (typed.size > mostTyped && oldest !== undefined) typed.delete(oldest)
  },
}

/** What the names of this person's texts begin with. Another name means another person: a snapshot was restored. */
function ownTexts({ read, workspace }: TaskScope): string {
  const { id, name } = read(({ operator }) => operator) ?? { id: null, name: '' }
  return `${JSON.stringify([workspace.inPractice, id, name])} `
}

function wallTime(report: CrashReport | null): CrashReport | null {
  return report && { ...report, at: momentOf({ now: () => new Date(report.at) }).at }
}

function stateOfFiles({ dataKeys }: TaskScope['workspace'], { keyProtection }: HostServices): FileProtection['state'] {
  const { state } = dataKeys
  if (state !== 'OPEN') return state
  return keyProtection ? 'SYSTEM' : 'FILE'
}
