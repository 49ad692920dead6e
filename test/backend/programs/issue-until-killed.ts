import { flushCompileCache } from 'node:module'
import { createInterface } from 'node:readline'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'

// Run as a separate process. It loads, waits for a line of input, opens the data, prints the certificate book, and issues the papers of
// the classes, two at a time. Each number is printed only after its issue was acknowledged.
const [dataFolder = '', ...codes] = process.argv.slice(2)
const issuedOn = '2024-12-20' as const
const say = (line: string) => process.stdout.write(`${line}\n`)
// Write the compile cache now, because a killed process cannot do it at its end.
flushCompileCache()
await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next()

const { client, workspace } = createBackend({ dataFolder, host: silentHost, clock: fixedClock(issuedOn) })
if (workspace.openingError) throw new Error(JSON.stringify(workspace.openingError))
const { rows } = await client.book.list({ search: '', kind: null, limit: 1000, offset: 0 })
say(JSON.stringify(rows.toReversed()))
for (const code of codes) {
  const draft = { code, kind: 'certificate' as const, issuedOn }
  const { officerId, candidates } = await client.certificate.prepare({ ...draft, officerId: null })
  if (officerId === null) throw new Error('nobody signs')
  const open = candidates.filter(row => row.issued === null).map(row => row.enrolmentId)
  while (open.length > 0) {
    const { issued } = await client.certificate.issue({ ...draft, officerId, enrolmentIds: open.splice(0, 2) })
    for (const { number } of issued) say(number)
  }
}
say('done')
