import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { setUpSampleCentre } from '../../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'

// Run as a separate process: writes one room after the other, and prints the name of each only after its command was acknowledged.
const [dataFolder = ''] = process.argv.slice(2)
const { client } = createBackend({ dataFolder, host: silentHost, clock: fixedClock('2024-12-10') })
await setUpSampleCentre({ client, setToday: () => {} })
for (let n = 1; ; n += 1) {
  const name = `Ruang ${n}`
  await client.program.saveRoom({ id: null, room: { name, capacity: 16, note: 'x'.repeat(100), active: true } })
  process.stdout.write(`${name}\n`)
}
