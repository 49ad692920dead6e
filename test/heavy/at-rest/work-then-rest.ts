// Run by at-rest.test.ts in its own process: the work of a day with 200,000 people, then idle. Parameter: the data folder. Prints JSON:
// memory in MB after opening, after the work, and idle, and what still runs then.
import { setTimeout as wait } from 'node:timers/promises'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { byName, everybody } from '../../../shared/features/trainee/trainee-filter.ts'

const [dataFolder = ''] = process.argv.slice(2)
const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20)
const start = performance.now()
const backend = createBackend({ dataFolder, host: silentHost, clock: fixedClock('2025-01-02') })
const { client } = backend
const { state } = await client.session.status({})
const openedIn = Math.round(performance.now() - start)
const opened = megabytes()

const list = (offset: number, search = '') =>
  client.trainee.list({ search, filter: everybody, order: byName, limit: 100, offset })
const { total } = await list(0)
for (let offset = 0; offset < total; offset += Math.ceil(total / 40)) await list(offset)
for (const words of ['siti', 'budi santoso', 'nur', 'ahmad', '3671', 'aisyah putri']) await list(0, words)
const { rows } = await list(0)
for (const { id } of rows.slice(0, 50)) await client.trainee.get({ id })
// Starts a thread, which should end when it is no longer needed.
const sheet = new File(['%PDF-1.7 no scan'], 'pindai.pdf')
await client.scan.read({ file: sheet, ticket: 'aaaa-0001' }).catch(() => undefined)
const worked = megabytes()

await wait(35_000)
const running = process.getActiveResourcesInfo().filter(name => /Worker|MessagePort|FSReq|Timeout/.test(name))
process.stdout.write(JSON.stringify({ state, total, openedIn, opened, worked, rest: megabytes(), running }))
await backend.close()
