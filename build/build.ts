import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'electron-vite'
import { buildOnce } from './build-once.ts'
import { buildChecker } from './checker.ts'
import { packFonts } from './pack-fonts.ts'
import { packRegions } from './pack-regions.ts'

const root = join(import.meta.dirname, '..')

/**
 * Brings out/ (main, preload, page, certificate checker) up to date with the sources. Prints one line that it takes a while; after that
 * only warnings and errors.
 */
export async function buildAll(): Promise<void> {
  await buildOnce(root, async () => {
    process.stderr.write('Balai: program disusun dari sumbernya, sekitar setengah menit …\n')
    await build({ root, configFile: join(import.meta.dirname, 'electron.vite.config.ts'), logLevel: 'warn' })
    await buildChecker()
    packFonts(root)
    packRegions(root)
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
