// Writes out/ from the sources. In a process of its own: bundlers keep more than a gigabyte until their process ends.
import { join } from 'node:path'
import { build } from 'electron-vite'
import { buildChecker } from './checker.ts'
import { packFonts } from './pack-fonts.ts'
import { packRegions } from './pack-regions.ts'

const root = join(import.meta.dirname, '..')

await build({ root, configFile: join(import.meta.dirname, 'electron.vite.config.ts'), logLevel: 'warn' })
await buildChecker()
packFonts(root)
packRegions(root)
