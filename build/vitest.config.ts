import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')

/** Tests that draw and read papers. */
const drawn = [
  'test/backend/pdf/**/*.test.ts',
  'test/backend/paper-kit/**/*.test.ts',
  'test/backend/features/*/documents/**/*.test.ts',
]

type Options = {
  exclude?: string[]
  testTimeout?: number
  fileParallelism?: boolean
  isolate?: boolean
  maxWorkers?: number
}

/** One project a part of `npm test`; its name is the argument that runs it alone. */
function project(name: string, include: string[], options: Options = {}) {
  return {
    test: {
      name,
      root,
      include,
      environment: 'node' as const,
      testTimeout: 20_000,
      hookTimeout: 120_000,
      // A page on a busy machine answers later than the one second that a poll waits by itself.
      expect: { poll: { timeout: 10_000 } },
      // Both cores of a small machine; by itself one would stand idle.
      maxWorkers: 2,
      ...options,
    },
  }
}

export default defineConfig({
  test: {
    root,
    projects: [
      project('rules', ['test/shared/**/*.test.ts']),
      project('house', ['test/house/**/*.test.ts']),
      project('renderer', ['test/renderer/**/*.test.{ts,tsx}']),
      // Its files share the loaded backend: nothing is mocked, and every test has a folder of its own.
      project('backend', ['test/backend/**/*.test.ts', 'test/cli/**/*.test.ts'], {
        exclude: drawn,
        testTimeout: 60_000,
        isolate: false,
      }),
      project('papers', ['test/papers/**/*.test.ts', ...drawn], { testTimeout: 60_000 }),
      project('hosts', ['test/host/**/*.test.ts', 'test/browser-host/**/*.test.ts', 'test/shell/**/*.test.ts']),
      project('package', ['test/package/**/*.test.ts'], { testTimeout: 180_000 }),
      // One file after the other in one process, so that what is loaded, and the browser, are loaded once.
      project('screens', ['test/e2e/**/*.test.ts'], { testTimeout: 180_000, fileParallelism: false, isolate: false }),
    ],
  },
})
