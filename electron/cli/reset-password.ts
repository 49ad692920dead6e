import { createBackend } from '../backend/create-backend.ts'
import { DomainError, foundIn } from '../backend/domain-error.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { silentHost } from './silent-host.ts'

/** The way back in where every Admin has forgotten the password: for whoever may read the data folder, and written down. */
export const resetPassword: Command = {
  usage: 'reset-password --name NAME [--data DIR] [--json]',
  async run(args) {
    const options = readOptions(args, { name: 'text', data: 'text' })
    if (!options.name) throw new UsageError('--name belum ditulis.')
    const backend = createBackend({ dataFolder: chooseDataFolder(options.data), host: silentHost, create: false })
    try {
      if (backend.workspace.openingError) throw new DomainError(backend.workspace.openingError)
      const people = await backend.client.access.people({})
      const { id, name } = foundIn(people, person => person.name === options.name, 'operator')
      const { secret, until } = await backend.client.access.giveOnce({ id })
      const words = `Sandi sekali pakai untuk ${name}: ${secret}\nBerlaku sampai ${until.slice(11, 16)}; diganti saat pertama masuk.`
      return { json: { name, secret, until }, words }
    } finally {
      await backend.close()
    }
  },
}
