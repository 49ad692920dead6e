import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import { guidePlugin } from './guide/guide-plugin.ts'

const root = join(import.meta.dirname, '..')

/** Port of the Vite server of `npm run dev`, next to the browser host's 7311. */
const devPort = 7312

/** How the page is built and served in development, for both hosts. */
export const rendererConfig = {
  root: join(root, 'renderer'),
  base: '/',
  plugins: [react(), guidePlugin(root)],
  // Both hosts proxy the page under their own origin; only the hot-reload socket connects here directly.
  server: { host: '127.0.0.1', port: devPort, strictPort: true, hmr: { host: '127.0.0.1', clientPort: devPort } },
  build: {
    outDir: join(root, 'out/renderer'),
    emptyOutDir: true,
    sourcemap: false,
    // electron-vite turns it off by default; it saves 2 MB.
    minify: true,
    // The content security policy refuses data: fonts and scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: join(root, 'renderer/index.html') },
  },
} satisfies UserConfig
