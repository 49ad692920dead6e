import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export type RendererFile = {
  readonly bytes: Uint8Array
  readonly type: string
  /** True for files with a hash of their content in the name: they may be cached for ever. */
  readonly immutable: boolean
}

/** The source of the page in a host. `pathname` is the path of a URL, still percent-encoded, without its query. */
export type RendererFiles = { read(pathname: string, query: string): Promise<RendererFile | undefined> }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
}

/**
 * The built page. The folder is listed once and only those names are served: a requested path is looked up in the list and never reaches the file
 * system.
 */
export async function filesFromFolder(folder: string): Promise<RendererFiles> {
  const known = new Map<string, string>()
  const list = async (inside: string, prefix: string): Promise<void> => {
    for (const entry of await readdir(inside, { withFileTypes: true })) {
      const path = join(inside, entry.name)
      if (entry.isDirectory()) await list(path, `${prefix}${entry.name}/`)
      else if (entry.isFile() && types[extname(entry.name)]) known.set(`${prefix}${encodeURI(entry.name)}`, path)
    }
  }
  await list(folder, '/')
  return {
    async read(pathname) {
      const name = pathname === '/' ? '/index.html' : pathname
      const path = known.get(name)
      const type = types[extname(name)]
      if (!path || !type) return undefined
      return { bytes: await readFile(path), type, immutable: name.startsWith('/assets/') }
    },
  }
}

/** The page from the Vite server of `npm run dev`, through the host, so that both hosts keep their own origin and checks. */
export function filesFromDevServer(address: string): RendererFiles {
  return {
    async read(pathname, query) {
      // Vite uses this header to tell an import from a navigation.
      const accept = pathname === '/' ? 'text/html' : '*/*'
      const answer = await fetch(new URL(pathname + query, address), { headers: { accept } })
      if (!answer.ok) return undefined
      const type = answer.headers.get('content-type') ?? 'application/octet-stream'
      return { bytes: await answer.bytes(), type, immutable: false }
    },
  }
}
