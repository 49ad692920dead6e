import { enableCompileCache } from 'node:module'

// Half the time of a command is reading our sources, which Node can cache between commands. So nothing of ours is imported before this line.
enableCompileCache()
const { runCommandLine } = await import('./command-line.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
