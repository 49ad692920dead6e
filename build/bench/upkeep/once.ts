// One act of the built program on a data folder, in its own process, so that time and memory are those of the act alone: `once.ts WHAT
// FOLDER DAY` prints JSON.
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { longestSlice } from '../../../test/backend/longest-slice.ts'
import { peakMegabytes } from '../peak-memory.ts'
import { builtBackend } from './built-backend.ts'

const [what = '', dataFolder = '', day = ''] = process.argv.slice(2)
const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`)
const backend = await builtBackend(dataFolder, day)
const { client, opening } = backend

if (what === 'open') {
  const rows = (await client.trainee.list({ search: '', limit: 50, offset: 0 })).rows.length
  const first = performance.now() - opening
  const closing = performance.now()
  await backend.close()
  say({ rows, first, close: performance.now() - closing })
} else if (what === 'snapshot') {
  await threadsEnd()
  const begun = performance.now()
  const { bytes } = await client.session.takeSnapshot({})
  const took = performance.now() - begun
  // Measured apart from the time, because watching the thread keeps it busy.
  const slice = await longestSlice(() => client.session.takeSnapshot({}))
  say({ took, bytes, slice })
} else if (what === 'export') {
  const ticket = 'aaaa-0000'
  let progress: number | null = null
  let took = 0
  let bytes = 0
  const slice = await longestSlice(async () => {
    const begun = performance.now()
    const asking = setInterval(async () => {
      const exported = await client.trainee.exportProgress({ ticket })
      if (exported && exported.total > 0) progress ??= performance.now() - begun
    }, 10)
    const file = await client.trainee.exportList({ search: '', ticket })
    clearInterval(asking)
    bytes = (file as File).size
    took = performance.now() - begun
  })
  say({ took, bytes, slice, progress, megabytes: peakMegabytes('self') })
}
process.exit(0)

/** Waits until the checks that follow each opening are over, so that nothing runs beside the plain copy. */
async function threadsEnd(): Promise<void> {
  await wait(1500)
  while (backend.workspace.threads.count > 0) await wait(50)
}
