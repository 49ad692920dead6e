import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'

// Run as a separate process: opens the data, prints a line, and keeps it open until its input ends.
const [dataFolder = ''] = process.argv.slice(2)
const backend = createBackend({ dataFolder, host: silentHost })
process.stdout.write(`${backend.workspace.openingError?.code ?? 'open'}\n`)
process.stdin.on('end', () => void backend.close()).resume()
