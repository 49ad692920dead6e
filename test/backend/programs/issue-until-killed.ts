import { standingClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { quietHost } from '../house.ts'

// A program of its own: issues the papers of a class, two at a time, and says each number only after its issue was answered.
const [dataFolder = '', code = ''] = process.argv.slice(2)
const issuedOn = '2024-12-20' as const
const { client } = createBackend({ dataFolder, host: quietHost, clock: standingClock(issuedOn) })
process.stdout.write('ready\n')
const draft = { code, kind: 'certificate' as const, issuedOn }
for (;;) {
  const { officerId, candidates } = await client.certificate.prepare({ ...draft, officerId: null })
  const open = candidates.filter(row => row.issued === null).slice(0, 2)
  if (officerId === null || open.length === 0) break
  const { issued } = await client.certificate.issue({
    ...draft,
    officerId,
    enrolmentIds: open.map(row => row.enrolmentId),
  })
  for (const { number } of issued) process.stdout.write(`${number}\n`)
}
process.stdout.write('done\n')
