import program from '../../../../package.json' with { type: 'json' }
import type { DomainErrorCode } from '../../../../shared/domain-error.ts'
import type { SessionStatus, sessionContract } from '../../../../shared/features/session/contract.ts'
import { addYears, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { assertAlone } from '../../desk.ts'
import { DomainError } from '../../domain-error.ts'
import { findLeftovers } from '../../files/leftover-store.ts'
import { longWork } from '../../running-work.ts'
import type { Handlers } from '../../scope.ts'
import { elsewhere } from '../access/elsewhere.ts'
import { countAccounts } from '../access/operator-store.ts'
import { countRows, lastWork } from '../centre/audit-store.ts'
import { findCentre } from '../centre/centre-store.ts'
import { enterPractice, resetPractice } from './enter-practice.ts'
import { keyInUse } from './key-in-use-store.ts'

const closedStates: Partial<Record<DomainErrorCode, SessionStatus['state']>> = {
  database_locked: 'locked',
  database_damaged: 'damaged',
  database_gone: 'gone',
  data_behind: 'behind',
  data_unanchored: 'behind',
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
  async status(scope) {
    const { read, today, at, host, workspace, desk } = scope
    workspace.retry()
    const { openingError } = workspace
    const snapshots = workspace.dataFolder.snapshots()
    const common = {
      dataFolder: workspace.folder,
      snapshots,
      // Each was verified when it was made; beside a damaged database they are verified again.
      provenSnapshot:
        openingError && 'snapshot' in openingError ? openingError.snapshot : (snapshots[0]?.takenAt ?? null),
      missedSnapshot: workspace.dataFolder.missedSnapshot,
      changedOutside: [...workspace.changedOutside],
      today,
      now: at.slice(0, 16),
      version: program.version,
      startedAt: workspace.startedAt,
      capabilities: host.capabilities,
      desk: desk.name,
      shared: desk.device !== null ? ('desk' as const) : host.desks?.state ? ('main' as const) : null,
      desks: desk.device === null ? (host.desks?.lines().size ?? 0) : 0,
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
        elsewhere: [],
        lockedAt: null,
        mustChange: false,
        hasAccounts: false,
      }
    }
    const others = elsewhere(scope)
    return read(({ db, operator }) => {
      const seat = desk.process === null ? desk.seatIn(workspace.folder) : null
      const centre = findCentre(db)
      const key = keyInUse(db)
      return {
        ...common,
        state: centre ? ('ready' as const) : ('setup' as const),
        trouble: null,
        clockJumpedFrom: clockJump(lastWork(db), at),
        signingKeyGone: key !== undefined && workspace.keys.get(key) === null,
        centre: centre ? { name: centre.name, city: centre.city, practice: centre.practice } : null,
        operator: operator?.id ? { id: operator.id, name: operator.name, roles: [...operator.roles] } : null,
        elsewhere: operator ? others : [],
        lockedAt: seat?.lockedAt ?? null,
        mustChange: seat?.mustChange ?? false,
        hasAccounts: countAccounts(db) > 0,
      }
    })
  },

  async restore(scope, { snapshot }) {
    const { workspace, writeRestored, settleRestored } = scope
    assertAlone(scope)
    await workspace.endThreads()
    const madeAt = workspace.dataFolder.snapshots().find(({ name }) => name === snapshot)?.takenAt ?? null
    const rows = workspace.openingError ? null : countRows(workspace.read)
    const keptAs = await workspace.restore(snapshot)
    // The restored audit does not know about the restore, so it is recorded now.
    if (!workspace.openingError && findCentre(workspace.read)) {
      const lost = rows === null ? null : Math.max(0, rows - countRows(workspace.read))
      writeRestored(scope => {
        scope.record('snapshot', snapshot, null, { keptAs, madeAt, lost })
        settleRestored(scope)
      })
    }
    return { keptAs }
  },

  async goOn({ workspace, desk }) {
    // Nobody can have signed in; only the desk is known.
    workspace.goOn({
      operator: desk.process ?? 'Belum masuk',
      desk: desk.name,
      operation: 'session.goOn',
      area: 'restore',
    })
  },

  async takeSnapshot({ workspace }) {
    return workspace.takeSnapshot()
  },

  progress: (_scope, { ticket }) => longWork.progress(ticket),

  stop: (_scope, { ticket }) => longWork.cancel(ticket),

  async leftovers({ read, workspace, today }) {
    return read(({ db }) => findLeftovers(db, workspace.folder, today))
  },

  async openPractice(scope, { scene }) {
    assertAlone(scope)
    await enterPractice(scope, scene)
    scope.host.desks?.announceAgain()
  },

  async resetPractice(scope, { scene }) {
    assertAlone(scope)
    await resetPractice(scope, scene)
  },

  async leavePractice(scope) {
    const { workspace } = scope
    assertAlone(scope)
    await workspace.endThreads()
    await workspace.setPractice(false)
    scope.host.desks?.announceAgain()
  },

  async print({ host }, { title, pdf }) {
    if (host.capabilities.print !== 'system') throw new DomainError({ code: 'host_cannot', action: 'print' })
    return host.print({ title, pdf: new Uint8Array(await pdf.arrayBuffer()) })
  },

  async open({ host }, { name, file }) {
    if (!host.open) throw new DomainError({ code: 'host_cannot', action: 'open' })
    return host.open({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
  },

  async save({ host }, { name, file }) {
    if (host.capabilities.save !== 'dialog') throw new DomainError({ code: 'host_cannot', action: 'save' })
    return host.save({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
  },
}

/** A computer that lost its time jumps back, or years ahead; dates written with it would be wrong for ever. */
function clockJump(last: string | null, at: string): string | null {
  if (last === null) return null
  const ahead = addYears(last.slice(0, 10) as PlainDate, 3) < at
  return last > at || ahead ? last : null
}
