// `npm run dist`: builds the Windows installer into dist/. `-- --stand-in` builds the same installer around the Windows build of Node
// instead of Electron, to test it where Electron cannot be downloaded. That program opens no window.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import program from '../package.json' with { type: 'json' }
import { buildAll } from './build.ts'
import { hasMakensis, makeInstaller } from './make-installer.ts'
import { packageWindows } from './package-windows.ts'
import { layOutStandIn } from './stand-in-electron.ts'

const root = join(import.meta.dirname, '..')
const output = join(root, 'dist')

async function makeStandIn(): Promise<void> {
  if (!hasMakensis()) throw new Error('makensis tidak ada; di Debian: apt-get install nsis')
  const electronDist = join(root, '.cache/stand-in')
  rmSync(electronDist, { recursive: true, force: true })
  layOutStandIn(electronDist, join(root, '.cache'))
  await packageWindows({ target: 'dir', output, electronDist })
  const out = join(output, `Balai-${program.version}-pemasang-tiruan.exe`)
  makeInstaller({ app: join(output, 'win-unpacked'), out, version: program.version })
  process.stdout.write(`${out}\n`)
}

try {
  const { values } = parseArgs({ options: { 'stand-in': { type: 'boolean' } } })
  await buildAll()
  if (values['stand-in']) await makeStandIn()
  else await packageWindows({ target: 'nsis', output })
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    `Pemasang tidak dapat dibuat (Electron dan alat NSIS diunduh dari GitHub; --stand-in tidak memerlukannya): ${reason}\n`,
  )
  process.exitCode = 1
}
