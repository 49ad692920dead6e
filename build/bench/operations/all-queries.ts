// Calls every query of the contract with all its inputs three times, in a process of its own, with the built program. `all-queries.ts
// FOLDER DAY INPUTS` prints the memory after the calls, the memory after some idle time, and the peak, in MB.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { peakMegabytes } from '../peak-memory.ts'
import { builtBackend } from '../upkeep/built-backend.ts'

/** Milliseconds after which an idle program has released memory. */
const restsAfter = 36_000

const [dataFolder = '', day = '', file = ''] = process.argv.slice(2)
const { client } = await builtBackend(dataFolder, day)
const inputs = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, readonly unknown[]>>
const operations = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
for (let turn = 0; turn < 3; turn += 1)
  for (const [feature, queries] of Object.entries(inputs))
    for (const [name, list] of Object.entries(queries))
      for (const input of list) await operations[feature]?.[name]?.(input)
const megabytes = () => process.memoryUsage.rss() / 1e6
const held = megabytes()
await wait(restsAfter)
process.stdout.write(`${JSON.stringify({ held, rest: megabytes(), most: peakMegabytes('self') })}\n`)
process.exit(0)
