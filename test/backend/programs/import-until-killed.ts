import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { plainRequest } from '../../../shared/features/import/plain-request.ts'
import { manyPeople } from '../many-people.ts'

// Run as a separate process: imports a list of 900 people, and prints a line when its thread begins to write.
const [dataFolder = ''] = process.argv.slice(2)
flushCompileCache()
const file = await manyPeople(900)
await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next()
const { client, workspace } = createBackend({ dataFolder, host: silentHost, clock: fixedClock('2024-12-10') })
const { data } = workspace
const lend = data.lendWriting.bind(data)
data.lendWriting = () => {
  process.stdout.write('writing\n')
  return lend()
}
await client.import.run({ ...plainRequest(file, 'aaaa-0000'), answers: [] })
process.stdout.write('done\n')
