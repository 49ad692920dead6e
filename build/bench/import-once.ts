// Runs in its own process, so that only this work counts as its memory. `import-once.ts FILE KNOWN FOLDER` imports KNOWN, then imports
// FILE five times, undoing it in between. Prints the median time and the peak memory as JSON.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fixedClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { plainRequest } from '../../shared/features/import/plain-request.ts'
import { peakMegabytes } from './peak-memory.ts'

const [path = '', knownPath = '', dataFolder = ''] = process.argv.slice(2)
const backend = createBackend({ dataFolder, host: silentHost, clock: fixedClock('2024-12-10') })
const { client } = backend
await setUpSampleCentre({ client, setToday: () => undefined })
const fileAt = (from: string) => new File([new Uint8Array(readFileSync(from))], basename(from))
await client.import.run({ ...plainRequest(fileAt(knownPath), 'aaaa-9999'), answers: [] })
const file = fileAt(path)

let longestWait = 0
let before = performance.now()
const ticking = setInterval(() => {
  const now = performance.now()
  longestWait = Math.max(longestWait, now - before)
  before = now
}, 1)
await client.import.read(plainRequest(file, 'aaaa-0000'))
clearInterval(ticking)

const times: number[] = []
let megabytes = 0
let counts = { created: 0, matched: 0 }
for (let run = 0; run < 5; run += 1) {
  const start = performance.now()
  const receipt = await client.import.run({ ...plainRequest(file, 'bbbb-0000'), answers: [] })
  times.push(performance.now() - start)
  counts = receipt.counts
  // Memory of the first run only, as in real use; later runs add garbage that is not collected yet.
  if (run === 0) megabytes = peakMegabytes('self') ?? process.resourceUsage().maxRSS / 1024
  if (receipt.id !== null && run < 4) await client.import.undo({ id: receipt.id })
}
await backend.close()
const { created, matched } = counts
const milliseconds = times.toSorted((a, b) => a - b)[2]
process.stdout.write(JSON.stringify({ milliseconds, megabytes, created, matched, longestWait }))
