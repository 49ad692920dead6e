import { resolve } from 'node:path'
import { sheetName } from '../../shared/features/computer/recovery-code.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { withBackend } from './with-backend.ts'

/** One encrypted backup into a folder, a stick or a network folder. */
export const backup: Command = {
  usage: 'backup --to DIR [--data DIR] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { to: 'text', data: 'text' })
    const { to } = options
    if (!to) throw new UsageError('--to belum ditulis.')
    return withBackend(options, async ({ client }) => {
      const made = await client.backup.make({ to: resolve(to) })
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
    })
  },
}
