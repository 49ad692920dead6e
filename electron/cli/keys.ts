import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { momentOf } from '../backend/clock.ts'
import { keyFile } from '../backend/features/certificate/keys/key-file-store.ts'
import { checkerPage } from '../backend/features/certificate/verify/checker-page.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { readDatabase } from './read-database.ts'
import { clockOf } from './with-backend.ts'

/** Writes what others need to check papers: public keys with the list of that day, and the page that contains both. */
export const keys: Command = {
  usage: 'keys [--data DIR] [--out FILE] [--html FILE] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', out: 'text', html: 'text' })
    const { out, html } = options
    if (out === undefined && html === undefined) throw new UsageError('--out atau --html belum ditulis.')
    const { today } = momentOf(clockOf(options))
    const file = readDatabase(chooseDataFolder(options.data), db => keyFile(db, today))
    if (out !== undefined) await writeFile(resolve(out), `${JSON.stringify(file, null, 2)}\n`)
    if (html !== undefined) {
      const { buildChecker } = await import('../../build/checker.ts')
      await buildChecker()
      await writeFile(resolve(html), await checkerPage(file))
    }
    const written = [out, html].filter(path => path !== undefined)
    const { listedOn, revoked, superseded } = file
    const words = `${file.keys.length} kunci, ${revoked.length} nomor dicabut, ${superseded.length} diganti, per ${listedOn}: ${written.join(', ')}.`
    return {
      json: {
        files: written,
        keys: file.keys.length,
        revoked: revoked.length,
        superseded: superseded.length,
        listedOn,
      },
      words,
    }
  },
}
