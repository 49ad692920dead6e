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
  // Both hosts pass the page on under their own origin; only the socket for hot reload goes here directly.
  server: { host: '127.0.0.1', port: devPort, strictPort: true, hmr: { host: '127.0.0.1', clientPort: devPort } },
  build: {
    outDir: join(root, 'out/renderer'),
    emptyOutDir: true,
    sourcemap: false,
    // electron-vite leaves it off; here it takes 2 MB off the package.
    minify: true,
    // A data: font or script would not pass the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: join(root, 'renderer/index.html') },
  },
} satisfies UserConfig
