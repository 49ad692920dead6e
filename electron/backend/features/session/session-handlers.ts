import type { sessionContract } from '../../../../shared/features/session/contract.ts'
import { assertAlone } from '../../desk.ts'
import { DomainError } from '../../domain-error.ts'
import { findLeftovers } from '../../files/leftover-store.ts'
import { longWork } from '../../running-work.ts'
import type { Handlers } from '../../scope.ts'
import { countRows } from '../centre/audit-store.ts'
import { findCentre } from '../centre/centre-store.ts'
import { enterPractice, resetPractice } from './enter-practice.ts'
import { readStatus } from './read-status.ts'

export const sessionHandlers: Handlers<typeof sessionContract> = {
  status: readStatus,

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
