import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildOnce } from './build-once.ts'

const root = join(import.meta.dirname, '..')

/**
 * Brings out/ (main, preload, page, certificate checker) up to date with the sources. Prints one line that it takes a while; after that
 * only warnings and errors.
 */
export async function buildAll(): Promise<void> {
  await buildOnce(root, async () => {
    process.stderr.write('Balai: program disusun dari sumbernya, sekitar setengah menit …\n')
    // Standard output belongs to the caller: `serve` prints its address there.
    const bundler = spawn(process.execPath, [join(import.meta.dirname, 'bundle.ts')], { stdio: ['ignore', 2, 2] })
    const [code] = await once(bundler, 'exit')
    if (code !== 0) throw new Error('the program could not be built')
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
