import { join } from 'node:path'
import { runningClock, systemClock } from '../backend/clock.ts'
import { createBackend } from '../backend/create-backend.ts'
import { chooseDataFolder } from '../backend/data-folder.ts'
import { snapshotFolderName } from '../backend/database/identity.ts'
import { DomainError } from '../backend/domain-error.ts'
import { type Command, readOptions } from './command.ts'
import { silentHost } from './silent-host.ts'

/** Puts a snapshot in place of the database; without a name the newest good one. The present file is renamed aside. */
export const restore: Command = {
  usage: 'restore [--data DIR] [--snapshot NAME] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', snapshot: 'text' })
    const folder = chooseDataFolder(options.data)
    const clock = options.today ? runningClock(options.today) : systemClock
    const backend = createBackend({ dataFolder: folder, host: silentHost, clock, create: false, alone: true })
    try {
      const { workspace } = backend
      const snapshot = options.snapshot ?? workspace.newestGoodSnapshot()?.name
      if (snapshot === undefined)
        throw new DomainError({ code: 'no_good_snapshot', folder: join(folder, snapshotFolderName) })
      if (!workspace.snapshots().some(row => row.name === snapshot))
        throw new DomainError({ code: 'snapshot_unknown', name: snapshot })
      const { keptAs } = await backend.client.session.restore({ snapshot })
      if (workspace.openingError) throw new DomainError(workspace.openingError)
      return {
        json: { snapshot, keptAs },
        words: `Dipulihkan dari ${snapshot}.${keptAs ? ` Berkas lama disimpan sebagai ${keptAs}.` : ''}`,
      }
    } finally {
      await backend.close()
    }
  },
}
