import { join } from 'node:path'
import { build, createServer, preview } from 'vite'
import { rendererConfig } from './renderer-config.ts'

const root = join(import.meta.dirname, '..')
const source = join(root, 'test/widgets')
const config = {
  ...rendererConfig,
  configFile: false,
  root: source,
  cacheDir: join(root, '.cache/vite-widgets'),
  logLevel: 'warn',
  build: { outDir: join(root, '.cache/widgets'), emptyOutDir: true, chunkSizeWarningLimit: 4000 },
} as const

export type WidgetsPage = { url: string; close(): Promise<void> }

/** The page of all widgets with hot reload. */
export async function developWidgets(): Promise<WidgetsPage> {
  // Opened directly by the developer, and another program may run in development, so use any free port.
  const server = await createServer({ ...config, server: { host: '127.0.0.1' } })
  await server.listen()
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}

/** The page of all widgets, built and served on a free port, for tests. */
export async function serveWidgets(): Promise<WidgetsPage> {
  await build(config)
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } })
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}
