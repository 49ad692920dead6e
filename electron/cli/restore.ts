import { join, resolve } from 'node:path'
import { formatLostWork } from '../../shared/features/backup/lost-work.ts'
import type { Backend } from '../backend/create-backend.ts'
import { snapshotFolderName } from '../backend/database/identity.ts'
import { DomainError } from '../backend/domain-error.ts'
import { type Answer, type Command, readOptions, UsageError } from './command.ts'
import { readCode } from './read-code.ts'
import { withBackend } from './with-backend.ts'

/**
 * Replaces the database by a snapshot (without a name the newest good one), or restores a backup from another place with the code of the recovery
 * sheet. The present file is renamed.
 */
export const restore: Command = {
  usage:
    'restore [--data DIR] [--snapshot NAME | --from FILE] [--today D] [--json]   (kode untuk --from lewat masukan baku)',
  async run(args) {
    const options = readOptions(args, { data: 'text', snapshot: 'text', from: 'text' })
    if (options.from !== undefined && options.snapshot !== undefined)
      throw new UsageError('Tulis salah satu dari --snapshot dan --from.')
    return withBackend({ ...options, mayBeDamaged: true }, async backend => {
      const { workspace } = backend
      if (options.from !== undefined) return fromBundle(backend, options.from)
      const snapshot = options.snapshot ?? workspace.dataFolder.newestGoodSnapshot()?.name
      if (snapshot === undefined)
        throw new DomainError({ code: 'no_good_snapshot', folder: join(workspace.folder, snapshotFolderName) })
      if (!workspace.dataFolder.snapshots().some(row => row.name === snapshot))
        throw new DomainError({ code: 'snapshot_unknown', name: snapshot })
      const { keptAs } = await backend.client.session.restore({ snapshot })
      if (workspace.openingError) throw new DomainError(workspace.openingError)
      return {
        json: { snapshot, keptAs },
        words: `Dipulihkan dari ${snapshot}.${keptAs ? ` Berkas lama disimpan sebagai ${keptAs}.` : ''}`,
      }
    })
  },
}

async function fromBundle({ client }: Backend, from: string): Promise<Answer> {
  const restored = await client.backup.restore({ from: resolve(from), code: await readCode() })
  const { madeAt, centre, rows, files, lost, keptAs } = restored
  const words = [
    `Dipulihkan: ${centre}, cadangan ${madeAt.replace('T', ' ')}, ${rows} baris dan ${files} berkas.`,
    lost && formatLostWork(lost),
    keptAs && `Berkas lama disimpan sebagai ${keptAs}.`,
  ]
  return { json: restored, words: words.filter(Boolean).join('\n') }
}
