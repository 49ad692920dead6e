// A slow thread, for tests that read while the program writes.
import { setTimeout } from 'node:timers/promises'
import { serveReading } from '../../../electron/backend/database/serve-reading.ts'

void serveReading(async (db, { steps, write = false }: { steps: number; write?: boolean }, { report }) => {
  for (let step = 1; step <= steps; step += 1) {
    await setTimeout(20)
    report(step, steps)
  }
  const sql = write ? "INSERT INTO operator (name) VALUES ('x')" : 'SELECT count(*) FROM room'
  return { answer: { rooms: (write ? db.all(sql).length : db.value<number>(sql)) as number } }
})
