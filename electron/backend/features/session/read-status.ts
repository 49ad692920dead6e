import program from '../../../../package.json' with { type: 'json' }
import type { DomainErrorCode } from '../../../../shared/domain-error.ts'
import type { SessionStatus } from '../../../../shared/features/session/contract.ts'
import { addYears, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { TaskScope } from '../../scope.ts'
import { elsewhere } from '../access/elsewhere.ts'
import { countAccounts } from '../access/operator-store.ts'
import { lastWork } from '../centre/audit-store.ts'
import { findCentre } from '../centre/centre-store.ts'
import { keyInUse } from './key-in-use-store.ts'

/** What a page must know before it shows anything: whether the data can be used, and who works here. */
export async function readStatus(scope: TaskScope): Promise<SessionStatus> {
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
    const session = desk.process === null ? desk.sessionIn(workspace.folder) : null
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
      lockedAt: session?.lockedAt ?? null,
      mustChange: session?.mustChange ?? false,
      hasAccounts: countAccounts(db) > 0,
    }
  })
}

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

/** A computer that lost its time jumps back, or years ahead; dates written with it would be wrong for ever. */
function clockJump(last: string | null, at: string): string | null {
  if (last === null) return null
  const ahead = addYears(last.slice(0, 10) as PlainDate, 3) < at
  return last > at || ahead ? last : null
}
