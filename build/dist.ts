// `npm run dist`: builds and makes the Windows installer in dist/.
import { join } from 'node:path'
import { buildAll } from './build.ts'
import { packageWindows } from './package-windows.ts'

try {
  await buildAll()
  await packageWindows({ target: 'nsis', output: join(import.meta.dirname, '../dist') })
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`Pemasang tidak dapat dibuat (Electron dan alat NSIS diunduh dari GitHub): ${reason}\n`)
  process.exitCode = 1
}
