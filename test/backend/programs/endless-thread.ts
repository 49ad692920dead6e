import { serveThread } from '../../../electron/backend/files/limited-thread.ts'

// A thread that never ends or uses up all memory, as requested.
void serveThread<'time' | 'memory', never, never>(async what => {
  const kept: string[][] = []
  for (;;) if (what === 'memory') kept.push(Array.from({ length: 100_000 }, (_, index) => `${index} ${kept.length}`))
})
