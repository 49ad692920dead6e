import { foundIn } from '../backend/domain-error.ts'
import { type Command, readOptions, UsageError } from './command.ts'
import { withBackend } from './with-backend.ts'

/** Restores access when every Admin has forgotten the password. Works for anyone who can read the data folder, and is recorded in the history. */
export const resetPassword: Command = {
  usage: 'reset-password --name NAME [--data DIR] [--json]',
  async run(args) {
    const options = readOptions(args, { name: 'text', data: 'text' })
    if (!options.name) throw new UsageError('--name belum ditulis.')
    return withBackend({ data: options.data, alone: false }, async ({ client: { access } }) => {
      const people = await access.people({})
      const { id, name } = foundIn(people, person => person.name === options.name, 'operator')
      const { secret, until } = await access.giveTemporarySecret({ id })
      const words = `Sandi sekali pakai untuk ${name}: ${secret}\nBerlaku sampai ${until.slice(11, 16)}; diganti saat pertama masuk.`
      return { json: { name, secret, until }, words }
    })
  },
}
