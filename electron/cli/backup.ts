import { resolve } from 'node:path'
import { sheetName } from '../../shared/features/computer/recovery-code.ts'
import { runningClock, systemClock } from '../backend/clock.ts'
import { createBackend } from '../backend/create-backend.ts'
import { DomainError } from '../backend/domain-error.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { silentHost } from './silent-host.ts'

/** One encrypted bundle into a folder, a stick or a network folder. */
export const backup: Command = {
  usage: 'backup --to DIR [--data DIR] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { to: 'text', data: 'text' })
    if (!options.to) throw new UsageError('--to belum ditulis.')
    const dataFolder = chooseDataFolder(options.data)
    const clock = options.today ? runningClock(options.today) : systemClock
    const backend = createBackend({ dataFolder, host: silentHost, clock, create: false, alone: true })
    try {
      if (backend.workspace.openingError) throw new DomainError(backend.workspace.openingError)
      const made = await backend.client.backup.make({ to: resolve(options.to) })
      const { bundle, rows, tables, files, sheet, lockedKeys } = made
      const words = [
        `Cadangan ditulis: ${bundle}`,
        `${rows} baris dari ${tables} tabel, ${files.total} berkas (${files.copied} baru, ${files.kept} sudah ada di sana).`,
        files.damaged.length > 0 && `Rusak di folder data dan tidak ikut: ${files.damaged.join(', ')}`,
        lockedKeys.length > 0 &&
          `${lockedKeys.length} kunci dikunci Windows dan tidak ikut. Cadangkan dari dalam program supaya ikut.`,
        sheet.code === null
          ? `Dibuka dengan lembar pemulihan ${sheetName(sheet.number)}.`
          : `Belum ada lembar pemulihan, jadi dibuat ${sheetName(sheet.number)}. Tulis kodenya di kertas sekarang; kode ini tidak disimpan di mana pun:\n  ${sheet.code}`,
      ]
      return { json: made, words: words.filter(Boolean).join('\n') }
    } finally {
      await backend.close()
    }
  },
}
