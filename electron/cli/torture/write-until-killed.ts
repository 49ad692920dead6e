import { createInterface } from 'node:readline'
import { createBackend } from '../../backend/create-backend.ts'
import { silentHost } from '../with-backend.ts'

// A program of its own. When told to it opens the data, says which of its rooms are there, and writes one after the other, saying the name of
// each only once its command was answered. It goes on until it is ended as a power cut would.
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
