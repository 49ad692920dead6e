import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { fontFiles, packedFontName } from '../electron/backend/pdf/text/font-files.ts'

const resolver = createRequire(import.meta.url)

/** Compresses the fonts of the papers into out/fonts: 6 MB become 2.5 MB. */
export function packFonts(root: string): void {
  const folder = join(root, 'out/fonts')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of Object.values(fontFiles)) {
    const bytes = readFileSync(resolver.resolve(`@expo-google-fonts/${file}`))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(join(folder, packedFontName(file)), brotliCompressSync(bytes, { params }))
  }
}
