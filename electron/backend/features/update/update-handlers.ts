import program from '../../../../package.json' with { type: 'json' }
import type { PreparedUpdate, updateContract } from '../../../../shared/features/update/contract.ts'
import { compareVersions, securityWithin } from '../../../../shared/features/update/release.ts'
import { addDays, daysBetween, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { assertAlone, peopleAtDesks } from '../../desk.ts'
import { DomainError } from '../../domain-error.ts'
import type { InstallOrder, UpdateServices } from '../../host-services.ts'
import type { Handlers, TaskScope } from '../../scope.ts'
import { listDesks } from '../desk/desk-store.ts'
import { checkRelease, checkWhole } from './check-release.ts'
import { newestRelease, prepareUpdate } from './prepare-update.ts'
import {
  emptyUpdateFolder,
  installerFile,
  readUpdateState,
  type UpdateState,
  writeUpdateState,
} from './update-folder.ts'

export const updateHandlers: Handlers<typeof updateContract> = {
  async status(scope) {
    const { host, workspace, read, desks } = scope
    const common = {
      present: program.version,
      possible: host.updates !== undefined,
      desks: {
        paired: workspace.inPractice ? 0 : read(({ db }) => listDesks(db)).length,
        people: peopleAtDesks(desks, workspace.folder),
      },
    }
    const state = workspace.inPractice ? null : readUpdateState(workspace.folder)
    if (state === null) return { ...common, prepared: null, last: null }
    const { startedAt, from } = state
    const { version, news } = state.release
    // After an update: this program is either the new version or still the old one.
    const isNew = compareVersions(program.version, version) >= 0
    // The PC was switched off before the program could install at its end.
    if (!isNew && state.when === 'closing') await host.updates?.install(order(scope, state))
    const at = startedAt ?? (isNew ? state.checkedAt : null)
    return {
      ...common,
      prepared: isNew ? null : preparedOf(state),
      last: at === null ? null : { outcome: isNew ? 'installed' : 'failed', version, from, at, news },
    }
  },

  async search(scope) {
    const updates = updatesOf(scope)
    const places = await updates.places()
    const installer = await newestRelease(
      places.flatMap(place => place.installers),
      scope.releaseKeys,
    )
    const looked = places.map(place => place.label)
    if (installer === null) return { prepared: null, looked }
    const source = places.find(place => place.installers.includes(installer))?.label ?? ''
    return { prepared: preparedOf(await prepareUpdate(scope, installer, source)), looked }
  },

  async choose(scope) {
    const chosen = await updatesOf(scope).choose()
    return chosen === null ? null : preparedOf(await prepareUpdate(scope, chosen.installer, chosen.label))
  },

  async install(scope, { when }) {
    const updates = updatesOf(scope)
    const { workspace, today, write, releaseKeys } = scope
    const state = readUpdateState(workspace.folder)
    if (state === null || state.from !== program.version) throw new DomainError({ code: 'update_unprepared' })
    const { version } = state.release
    if (when === 'now') assertAlone(scope)
    if (when === 'later') {
      const waited = daysBetween(dayOf(state.checkedAt), today)
      if (isUrgent(state) && waited >= securityWithin) throw new DomainError({ code: 'update_urgent', days: waited })
      updates.cancel()
      writeUpdateState(workspace.folder, { ...state, when, remindOn: addDays(today, 1), startedAt: null })
      return
    }
    // Verified again, because days may have passed.
    const installer = installerFile(workspace.folder, state)
    await checkWhole(installer, await checkRelease(installer, releaseKeys, program.version))
    const decided: UpdateState = { ...state, when: when === 'now' ? 'open' : when, remindOn: null, startedAt: null }
    writeUpdateState(workspace.folder, decided)
    write(({ record }) => record('update', version, { version: program.version }, { version, when }))
    await updates.install(order(scope, decided))
  },

  async discard(scope) {
    updatesOf(scope).cancel()
    await emptyUpdateFolder(scope.workspace.folder)
  },
}

/** The order for the host: run this, and note it just before. */
function order({ workspace: { folder }, at }: TaskScope, state: UpdateState): InstallOrder {
  return {
    installer: installerFile(folder, state),
    when: state.when === 'closing' ? 'closing' : 'now',
    starting: () => writeUpdateState(folder, { ...state, when: 'open', startedAt: at }),
  }
}

/** @throws DomainError update_not_here, update_in_practice */
function updatesOf({ host, workspace }: TaskScope): UpdateServices {
  if (!host.updates) throw new DomainError({ code: 'update_not_here' })
  if (workspace.inPractice) throw new DomainError({ code: 'update_in_practice' })
  return host.updates
}

function preparedOf(state: UpdateState): PreparedUpdate {
  const { release, source, checkedAt, snapshotAt, when, remindOn } = state
  const { version, published, bytes, news } = release
  const until = isUrgent(state) ? addDays(dayOf(checkedAt), securityWithin) : null
  return { version, published, bytes, source, checkedAt, snapshotAt, news, until, when, remindOn }
}

function isUrgent({ release }: UpdateState): boolean {
  return release.news.some(one => one.kind === 'security')
}

function dayOf(moment: string): PlainDate {
  return moment.slice(0, 10) as PlainDate
}
