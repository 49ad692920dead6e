import { createInterface } from 'node:readline'
import { createBackend } from '../../backend/create-backend.ts'
import { silentHost } from '../with-backend.ts'

// A separate program. On a message it opens the data, reports which of its rooms are there, and writes one after the other, printing each name only
// after its command was confirmed. It goes on until it is killed.
const [dataFolder = '', mark = ''] = process.argv.slice(2)
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

for await (const life of createInterface({ input: process.stdin })) {
  const { client, workspace } = createBackend({ dataFolder, host: silentHost, create: false, alone: true })
  if (workspace.openingError) say({ refused: workspace.openingError.code })
  else {
    const rooms = await client.program.rooms({})
    say({ rooms: rooms.map(room => room.name).filter(name => name.startsWith(mark)) })
    for (let n = 1; ; n += 1) {
      const name = `${mark} ${life} ${n}`
      await client.program.saveRoom({ id: null, room: { name, capacity: 16, note: 'x'.repeat(100), active: false } })
      say(name)
    }
  }
}
