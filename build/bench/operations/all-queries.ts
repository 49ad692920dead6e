// Every query of the contract with all its inputs, three times over, in a process of its own: `all-queries.ts FOLDER` prints what memory is held
// then, in MB, and the most that was.
import { standingClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/silent-host.ts'
import { peakMegabytes } from '../peak-memory.ts'
import { tenYears } from '../ten-years/cached-centre.ts'
import { todayOf } from '../ten-years/class-places.ts'
import { queryInputs } from './query-inputs.ts'

const [dataFolder = ''] = process.argv.slice(2)
const today = todayOf(tenYears.classes)
const { client, workspace } = createBackend({ dataFolder, host: silentHost, clock: standingClock(today) })
const inputs: Record<string, Record<string, readonly unknown[]>> = queryInputs(workspace.read, today)
const operations = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
for (let turn = 0; turn < 3; turn += 1)
  for (const [feature, queries] of Object.entries(inputs))
    for (const [name, list] of Object.entries(queries))
      for (const input of list) await operations[feature]?.[name]?.(input)
// What was asked for last is let go of, as it is once its page has it.
await new Promise(resolve => setTimeout(resolve, 1000))
process.stdout.write(`${JSON.stringify({ held: process.memoryUsage.rss() / 1e6, most: peakMegabytes('self') })}\n`)
process.exit(0)
