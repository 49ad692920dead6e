import program from '../../../../package.json' with { type: 'json' }
import type { DomainErrorCode } from '../../../../shared/domain-error.ts'
import type { SessionStatus, sessionContract } from '../../../../shared/features/session/contract.ts'
import { type OperatorId, operatorId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { findCentre } from '../centre/centre-store.ts'

const closedStates: Partial<Record<DomainErrorCode, SessionStatus['state']>> = {
  database_locked: 'locked',
  database_damaged: 'damaged',
  database_newer: 'newer',
  database_outdated: 'outdated',
  database_foreign: 'foreign',
  network_folder: 'network',
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
      today,
      now: at.slice(0, 16),
      version: program.version,
      capabilities: host.capabilities,
    }
    if (openingError) {
      return {
        ...common,
        state: closedStates[openingError.code] ?? 'unwritable',
        schemaVersion: openingError.code === 'database_newer' ? openingError.version : null,
        centre: null,
        operator: null,
        operators: [],
      }
    }
    return read(({ db }) => {
      const centre = findCentre(db)
      const operators = listOperators(db)
      const present = db.get<{ id: OperatorId | null }>('SELECT operator_id AS id FROM centre')?.id ?? null
      return {
        ...common,
        state: centre ? ('ready' as const) : ('setup' as const),
        schemaVersion: null,
        centre: centre ? { name: centre.name, city: centre.city, practice: centre.practice } : null,
        operator: operators.find(row => row.id === present) ?? null,
        operators,
      }
    })
  },

  chooseOperator({ db, record, operator }, choice) {
    const id = 'id' in choice ? choice.id : operatorNamed(db, choice.name)
    found(
      listOperators(db).find(row => row.id === id),
      'operator',
    )
    db.run('UPDATE centre SET operator_id = ?', [id])
    record('operator', id, { id: operator.id }, { id })
    return { id }
  },

  async restore({ workspace, read, write }, { snapshot }) {
    const keptAs = workspace.restore(snapshot)
    // The restored history does not know that it was restored; from here on it does.
    if (!workspace.openingError && read(({ db }) => findCentre(db))) {
      write(({ record }) => record('snapshot', snapshot, null, { keptAs }))
    }
    return { keptAs }
  },

  async takeSnapshot({ workspace }) {
    return workspace.takeSnapshot()
  },

  async openPractice({ workspace, fillPractice }) {
    workspace.enterPractice()
    await fillPractice()
  },

  async leavePractice({ workspace }) {
    workspace.leavePractice()
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

function operatorNamed(db: WriteDatabase, name: string): OperatorId {
  const present = listOperators(db).find(row => row.name === name)
  return present?.id ?? operatorId.parse(db.run('INSERT INTO operator (name) VALUES (?)', [name]).id)
}

function listOperators(db: ReadDatabase): { id: OperatorId; name: string }[] {
  return db.all('SELECT id, name FROM operator ORDER BY name')
}
