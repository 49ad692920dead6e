import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

/** WebAssembly files that read and write pictures, by their names in the packages. */
export const readers = [
  'zxing-wasm/reader/zxing_reader.wasm',
  '@hyzyla/pdfium/pdfium.wasm',
  '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
] as const
type Reader = (typeof readers)[number]

const resolver = createRequire(import.meta.url)
const unpack = promisify(brotliDecompress)

/** Where the built program keeps a reader, beside its bundle. */
export function packedReader(name: Reader): string {
  return `readers/${name.split('/').at(-1)}.br`
}

/** The bytes of a reader: from beside the bundle, or from its package when running from sources. */
export async function wasmFile(name: Reader): Promise<ArrayBuffer> {
  const packed = new URL(packedReader(name), import.meta.url)
  const bytes = existsSync(packed) ? await unpack(readFileSync(packed)) : readFileSync(resolver.resolve(name))
  return new Uint8Array(bytes).buffer
}
