// Run by windows-package.test.ts in a process of its own: starts the backend out of the packed files and asks it for
// its state. Parameters: folder of the unpacked app.asar, an empty data folder. Prints the answer as JSON.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { standingClock } from '../../electron/backend/clock.ts'
import type { createBackend } from '../../electron/backend/create-backend.ts'

const [app = '', dataFolder = ''] = process.argv.slice(2)
const packed: { createBackend: typeof createBackend } = await import(
  pathToFileURL(join(app, 'out/main/backend.js')).href
)
const backend = packed.createBackend({
  dataFolder,
  clock: standingClock('2024-12-30'),
  host: {
    capabilities: { print: 'system', save: 'dialog' },
    print: async () => ({ printed: false }),
    save: async () => ({ saved: false }),
  },
})
const client = createRouterClient(backend.router)
const status = await client.session.status({})
await backend.close()
process.stdout.write(JSON.stringify(status))
