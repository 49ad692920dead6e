import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const resolver = createRequire(import.meta.url)

/** The program of a WebAssembly package; electron-builder.yml names each of these files. */
export async function wasmFile(name: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(resolver.resolve(name))).buffer
}
