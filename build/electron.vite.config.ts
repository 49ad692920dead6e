import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import { rendererConfig } from './renderer-config.ts'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  main: {
    build: {
      outDir: join(root, 'out/main'),
      sourcemap: false,
      // Leaves out exactly our "dependencies" (native or loading data files beside them); all else is bundled.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: join(root, 'electron/shell/main.ts'),
          // An entry of its own, so that the packed backend can be started and tested without Electron.
          backend: join(root, 'electron/backend/create-backend.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // Without spaces and comments, but with every name: a stack in the log of a centre must still be read.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: join(root, 'out/preload'),
      sourcemap: false,
      // A sandboxed preload can require nothing but electron: one CommonJS file with everything in it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(root, 'electron/shell/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig,
})
