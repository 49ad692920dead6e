import { join } from 'node:path'
import { runningClock, systemClock } from '../backend/clock.ts'
import { chooseDataFolder } from '../backend/data-folder.ts'
import { snapshotFolderName } from '../backend/database/identity.ts'
import { Refused } from '../backend/refused.ts'
import { Workspace } from '../backend/workspace.ts'
import { type Command, readOptions } from './command.ts'

/** Puts a snapshot in place of the database; without a name the newest good one. The present file is renamed aside. */
export const restore: Command = {
  usage: 'restore [--data DIR] [--snapshot NAME] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', snapshot: 'text' })
    const folder = chooseDataFolder(options.data)
    const clock = options.today ? runningClock(options.today) : systemClock
    const workspace = new Workspace(folder, clock, false)
    const snapshot = options.snapshot ?? workspace.newestGoodSnapshot()?.name
    if (snapshot === undefined)
      throw new Refused({ code: 'no_good_snapshot', folder: join(folder, snapshotFolderName) })
    const keptAs = workspace.restore(snapshot)
    workspace.close()
    if (workspace.refusal) throw new Refused(workspace.refusal)
    return {
      json: { snapshot, keptAs },
      words: `Dipulihkan dari ${snapshot}.${keptAs ? ` Berkas lama disimpan sebagai ${keptAs}.` : ''}`,
    }
  },
}
