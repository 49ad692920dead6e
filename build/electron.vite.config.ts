import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import { packedReaders } from './packed-readers.ts'
import { rendererConfig } from './renderer-config.ts'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  main: {
    // The Node build of fflate declares its own `require`, which clashes with the one that electron-vite writes into such a chunk.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    plugins: [packedReaders()],
    build: {
      outDir: join(root, 'out/main'),
      sourcemap: false,
      // Leaves exactly our "dependencies" out of the bundle (they are native or load data files); everything else is bundled.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: join(root, 'electron/shell/main.ts'),
          // Its own entry, so that the packed backend can be started and tested without Electron.
          backend: join(root, 'electron/backend/create-backend.ts'),
          // Its own file, because a thread is started from a file.
          'scan-thread': join(root, 'electron/backend/picture/scan-thread.ts'),
          'import-thread': join(root, 'electron/backend/features/import/import-thread.ts'),
          'take-in-thread': join(root, 'electron/backend/features/import/take-in-thread.ts'),
          'chain-thread': join(root, 'electron/backend/features/history/chain-thread.ts'),
          'folder-thread': join(root, 'electron/backend/features/folder/folder-thread.ts'),
          'sections-thread': join(root, 'electron/backend/features/rights/sections-thread.ts'),
          'official-thread': join(root, 'electron/backend/features/report/file/official-thread.ts'),
          'report-thread': join(root, 'electron/backend/features/teaching/report-thread.ts'),
          'drawing-thread': join(root, 'electron/backend/drawing-thread.ts'),
          'snapshot-thread': join(root, 'electron/backend/database/snapshot-thread.ts'),
          'page-check-thread': join(root, 'electron/backend/database/page-check-thread.ts'),
          'row-check-thread': join(root, 'electron/backend/database/seal/row-check-thread.ts'),
          'backup-thread': join(root, 'electron/backend/features/backup/backup-thread.ts'),
          'export-thread': join(root, 'electron/backend/features/trainee/export-thread.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // Removes white space, comments and dead code. Names are kept, so that the log of an incident stays readable.
          minify: { compress: true, mangle: false, codegen: true },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: join(root, 'out/preload'),
      sourcemap: false,
      // A sandboxed preload can only require electron, so it is one CommonJS file with everything in it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(root, 'electron/shell/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig,
})
