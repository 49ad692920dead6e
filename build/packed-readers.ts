import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'vite'
import { packedReader, readers } from '../electron/backend/picture/wasm-file.ts'

/** Puts the WebAssembly of the picture readers beside the bundle, compressed to a third. */
export function packedReaders(): Plugin {
  const { resolve } = createRequire(import.meta.url)
  return {
    name: 'packed-readers',
    generateBundle() {
      for (const name of readers) {
        const bytes = readFileSync(resolve(name))
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength }
        this.emitFile({ type: 'asset', fileName: packedReader(name), source: brotliCompressSync(bytes, { params }) })
      }
    },
  }
}
