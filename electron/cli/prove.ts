import { momentOf, systemClock } from '../backend/clock.ts'
import { proveBundle } from '../backend/features/backup/prove-bundle.ts'
import { openBySheet } from '../backend/features/backup/restore-backup.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { readCode } from './read-code.ts'

/** Restores a backup into an empty folder, compares every row, and deletes the folder. Needs no data folder. */
export const prove: Command = {
  usage: 'prove --from FILE [--today D] [--json]   (kode lembar pemulihan lewat masukan baku)',
  async run(args) {
    const options = readOptions(args, { from: 'text' })
    if (!options.from) throw new UsageError('--from belum ditulis.')
    const { file, dataKey } = openBySheet(options.from, await readCode())
    const today = options.today ?? momentOf(systemClock).today
    const proof = await proveBundle({ file, dataKey: dataKey.secret, today })
    const { ok, rows, different, seconds, checks } = proof
    const words = [
      ok
        ? `Terbukti dapat dipulihkan: ${rows} baris dibandingkan, ${different} berbeda, ${seconds} detik.`
        : 'TIDAK terbukti. Pakai cadangan lain, lalu cadangkan lagi.',
      ...checks.map(check => `${check.ok ? 'baik ' : 'RUSAK'}  ${check.key}: ${check.detail}`),
    ]
    return { json: proof, words: words.join('\n'), exitCode: ok ? 0 : 1 }
  },
}
