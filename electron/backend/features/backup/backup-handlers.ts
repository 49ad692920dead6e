import { basename } from 'node:path'
import type { backupContract } from '../../../../shared/features/backup/contract.ts'
import { changeBackupNotes, readBackupNotes } from '../../bundle/backup-notes.ts'
import { kindOfPlace, markPlace } from '../../bundle/place-mark.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { findBundles } from './find-bundles.ts'
import { backUpEverywhere, backupStatus, keepBackups, proveNewest } from './keep-backups.ts'
import { assertOutside, makeBackup } from './make-backup.ts'
import { findPutBack, listPutBack } from './put-back-store.ts'
import { lostByRestoring, restoreBackup } from './restore-backup.ts'

export const backupHandlers: Handlers<typeof backupContract> = {
  status: async scope => backupStatus(scope),

  async addPlace({ workspace, write }, { path, name }) {
    assertOutside(workspace.folder, path)
    const id = markPlace(path)
    const taken = readBackupNotes(workspace.folder).places.find(place => place.id === id)
    if (taken) throw new DomainError({ code: 'backup_place_taken', name: taken.name })
    const place = { id, kind: kindOfPlace(path), name: name || basename(path) || path, path }
    changeBackupNotes(workspace.folder, notes =>
      notes.places.push({ ...place, lastAt: null, bundles: 0, trouble: null, triedAt: null }),
    )
    write(({ record }) => record('backup_place', id, null, place))
    return { id }
  },

  async removePlace({ workspace, write }, { id }) {
    const place = readBackupNotes(workspace.folder).places.find(one => one.id === id)
    if (!place) throw new DomainError({ code: 'backup_place_unknown' })
    changeBackupNotes(workspace.folder, notes => {
      notes.places = notes.places.filter(one => one.id !== id)
    })
    write(({ record }) => record('backup_place', id, { name: place.name, path: place.path }, null))
  },

  async sheetDestroyed({ workspace, write }, { number }) {
    const present = workspace.dataKeys.sheet?.number ?? 0
    // The sheet in use must not be recorded as destroyed.
    if (number >= present) throw new DomainError({ code: 'sheet_in_use' })
    changeBackupNotes(workspace.folder, notes => {
      notes.destroyed = number
    })
    write(({ record }) => record('computer', 'lembar pemulihan', null, { destroyed: number }))
  },

  run: async scope => backUpEverywhere(scope),

  test: async scope => proveNewest(scope),

  keep: async scope => keepBackups(scope),

  make: async (scope, { to }) => makeBackup(scope, to, { firstSheet: scope.desk.process !== null }),

  find: async ({ workspace }, { folder }) => findBundles(workspace.folder, folder),

  lost: async (scope, { from }) => lostByRestoring(scope, from),

  restore: async (scope, { from, code }) => restoreBackup(scope, from, code),

  putBack: ({ db, operator }) => listPutBack(db, operator?.name ?? ''),

  knowPutBack({ db, operator, record }, { id }) {
    const act = found(findPutBack(db, operator.name, id), 'act')
    record('snapshot', String(act.id), null, { known: act.operator })
  },
}
