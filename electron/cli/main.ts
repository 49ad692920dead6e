import { enableCompileCache } from 'node:module'

// Half of what a command takes is reading our own sources, which Node can remember between two of them. So nothing of ours is
// imported before this line.
enableCompileCache()
const { runCommandLine } = await import('./command-line.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
