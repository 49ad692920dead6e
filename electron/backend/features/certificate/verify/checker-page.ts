import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { KeyFile } from '../../../../../shared/features/certificate/key-file.ts'
import { wasmFile } from '../../../picture/wasm-file.ts'

/** Where the build puts the page: beside the bundled backend, and relative to this file when running from sources. */
const places = ['../checker/periksa.html', '../../../../../out/checker/periksa.html'].map(path =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** The page that checks without a server, with keys and today's list inside. */
export async function checkerPage(keys: KeyFile): Promise<string> {
  const path = places.find(place => existsSync(place))
  if (!path) throw new Error('the page that checks certificates was not built')
  const page = await readFile(path, 'utf8')
  const reader = await wasmFile('zxing-wasm/reader/zxing_reader.wasm')
  const parts = {
    // '<' inside a script could end it.
    '"@balai-keys@"': JSON.stringify(keys).replaceAll('<', '\\u003c'),
    '@balai-reader@': Buffer.from(reader).toString('base64'),
  }
  // A function, because '$' in a name would be interpreted.
  return Object.entries(parts).reduce((text, [mark, part]) => {
    if (text.split(mark).length !== 2) throw new Error(`the page that checks certificates has no place for ${mark}`)
    return text.replace(mark, () => part)
  }, page)
}
