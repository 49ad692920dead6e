import program from '../../../../package.json' with { type: 'json' }
import type { DomainErrorCode } from '../../../../shared/domain-error.ts'
import type { SessionStatus, sessionContract } from '../../../../shared/features/session/contract.ts'
import { addYears, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { DomainError, foundIn } from '../../domain-error.ts'
import { findLeftovers } from '../../files/leftover-store.ts'
import type { Handlers } from '../../scope.ts'
import { lastWork } from '../centre/audit-store.ts'
import { findCentre } from '../centre/centre-store.ts'
import { keyInUse, listOperators, operatorAtDesk, operatorNamed, seatOperator } from './operator-store.ts'

const closedStates: Partial<Record<DomainErrorCode, SessionStatus['state']>> = {
  database_locked: 'locked',
  database_damaged: 'damaged',
  database_gone: 'gone',
  database_newer: 'newer',
  database_outdated: 'outdated',
  database_foreign: 'foreign',
  database_is_folder: 'foreign',
  network_folder: 'network',
  cloud_folder: 'cloud',
  removable_folder: 'removable',
  program_folder: 'program',
  disk_full: 'full',
}

export const sessionHandlers: Handlers<typeof sessionContract> = {
  async status({ read, today, at, host, workspace }) {
    workspace.retry()
    const { openingError } = workspace
    const snapshots = workspace.snapshots()
    const common = {
      dataFolder: workspace.folder,
      snapshots,
      // Each was opened and checked when it was made; beside a damaged database they are checked again.
      provenSnapshot:
        openingError?.code === 'database_damaged' ? openingError.snapshot : (snapshots[0]?.takenAt ?? null),
      missedSnapshot: workspace.missedSnapshot,
      today,
      now: at.slice(0, 16),
      version: program.version,
      capabilities: host.capabilities,
    }
    if (openingError) {
      return {
        ...common,
        state: closedStates[openingError.code] ?? 'unwritable',
        trouble: openingError,
        clockJumpedFrom: null,
        signingKeyGone: false,
        centre: null,
        operator: null,
        operators: [],
      }
    }
    return read(({ db }) => {
      const centre = findCentre(db)
      const key = keyInUse(db)
      return {
        ...common,
        state: centre ? ('ready' as const) : ('setup' as const),
        trouble: null,
        clockJumpedFrom: clockJump(lastWork(db), at),
        signingKeyGone: key !== undefined && workspace.keys.get(key) === null,
        centre: centre ? { name: centre.name, city: centre.city, practice: centre.practice } : null,
        operator: operatorAtDesk(db) ?? null,
        operators: listOperators(db),
      }
    })
  },

  chooseOperator({ db, record, operator }, choice) {
    const id = 'id' in choice ? choice.id : operatorNamed(db, choice.name)
    foundIn(listOperators(db), row => row.id === id, 'operator')
    seatOperator(db, id)
    record('operator', id, { id: operator.id }, { id })
    return { id }
  },

  async restore({ workspace, read, write, settleRestored }, { snapshot }) {
    await workspace.endThreads()
    const keptAs = await workspace.restore(snapshot)
    // The restored audit cannot know that it was restored, so it is written down now.
    if (!workspace.openingError && read(({ db }) => findCentre(db))) {
      write(scope => {
        scope.record('snapshot', snapshot, null, { keptAs })
        settleRestored(scope)
      })
    }
    return { keptAs }
  },

  async takeSnapshot({ workspace }) {
    return workspace.takeSnapshot()
  },

  async leftovers({ read, workspace, today }) {
    return read(({ db }) => findLeftovers(db, workspace.folder, today))
  },

  async openPractice({ workspace, fillPractice }) {
    await workspace.endThreads()
    await workspace.enterPractice()
    await fillPractice()
  },

  async leavePractice({ workspace }) {
    await workspace.endThreads()
    await workspace.leavePractice()
  },

  async print({ host }, { title, pdf }) {
    if (host.capabilities.print !== 'system') throw new DomainError({ code: 'host_cannot', action: 'print' })
    return host.print({ title, pdf: new Uint8Array(await pdf.arrayBuffer()) })
  },

  async save({ host }, { name, file }) {
    if (host.capabilities.save !== 'dialog') throw new DomainError({ code: 'host_cannot', action: 'save' })
    return host.save({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
  },
}

/** A computer that lost its time jumps back, or years ahead; what is dated by it would be wrong for ever. */
function clockJump(last: string | null, at: string): string | null {
  if (last === null) return null
  const ahead = addYears(last.slice(0, 10) as PlainDate, 3) < at
  return last > at || ahead ? last : null
}
