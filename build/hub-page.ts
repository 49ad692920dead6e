// Builds the pages of the hub. They are not in out/, because all of out/ goes into the desktop package.
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
export const hubPageFolder = join(root, '.cache/pusat')

/** Builds the pages unless they are newer than all their sources. */
export async function buildHubPage(): Promise<void> {
  const index = join(hubPageFolder, 'index.html')
  const sources = globSync(['renderer/**/*', 'shared/**/*', 'package-lock.json'], { cwd: root }).map(
    path => statSync(join(root, path)).mtimeMs,
  )
  if (existsSync(index) && statSync(index).mtimeMs > Math.max(...sources)) return
  await build({
    configFile: false,
    root: join(root, 'renderer/hub'),
    base: '/',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: hubPageFolder,
      emptyOutDir: true,
      sourcemap: false,
      minify: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: { index: join(root, 'renderer/hub/index.html'), periksa: join(root, 'renderer/hub/check-camera.ts') },
        // The public page is not built by Vite and names its script by this fixed name.
        output: { entryFileNames: ({ name }) => (name === 'periksa' ? 'periksa.js' : 'assets/[name]-[hash].js') },
      },
    },
  })
}
