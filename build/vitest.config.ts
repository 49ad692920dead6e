import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { isBrokenDownload } from '../electron/browser-host/broken-download.ts'
import { LongFirst } from './long-first.ts'
import { memoryFolder } from './memory-folder.ts'

const root = join(import.meta.dirname, '..')

/** Tests that draw and read papers. */
const drawn = [
  'test/backend/pdf/**/*.test.ts',
  'test/backend/paper-kit/**/*.test.ts',
  'test/backend/features/*/documents/**/*.test.ts',
]

/** Replaces node:fs to simulate a full stick, so it must not share modules with other files. */
const mocking = 'test/backend/features/backup/sticks.test.ts'

type Options = {
  exclude?: string[]
  globalSetup?: string[]
  testTimeout?: number
  isolate?: boolean
  env?: Record<string, string>
  sequence?: { groupOrder: number }
  maxWorkers?: number
}

/**
 * Runs after the other groups, because a browser beside busy processes is slow. Each worker has its own browser. Pages often wait for
 * timers, so three workers keep two cores busy.
 */
const browsers = { maxWorkers: 3, sequence: { groupOrder: 1 } }

/** One vitest project per part of `npm test`; its name is the argument that runs it alone. */
function project(name: string, include: string[], options: Options = {}) {
  return {
    test: {
      name,
      root,
      include,
      environment: 'node' as const,
      testTimeout: 20_000,
      hookTimeout: 120_000,
      // On a busy machine a page answers later than the default of one second.
      expect: { poll: { timeout: 10_000 } },
      // Two cores; the default would leave one idle. Must be the same in all projects, or vitest could not run them together.
      maxWorkers: 2,
      // Files share loaded modules: nothing is mocked, and each test writes into its own folder.
      isolate: false,
      ...options,
      // Desk hosts and desks of tests announce themselves on this computer only, never in the office network.
      env: { BALAI_NETWORK: '127.0.0.1', ...options.env },
    },
  }
}

/**
 * Test data is kept in memory where possible, because every commit waits for the disk. Chromium unpacks itself on disk: programs in memory
 * often may not be started.
 */
function inMemory(): Record<string, string> {
  const folder = memoryFolder()
  return folder === null ? {} : { TMPDIR: folder, BALAI_DISK_TMPDIR: tmpdir() }
}

// Threads and programs that tests start read the sources as TypeScript; with this cache Node strips and compiles each file only once.
process.env.NODE_COMPILE_CACHE ??= join(root, '.cache', 'compiled')

const env = inMemory()
const built = ['test/build-program.ts']
const screens = { testTimeout: 180_000, globalSetup: [...built, 'test/e2e/unpack-browser.ts'], env }

export default defineConfig({
  test: {
    root,
    sequence: { sequencer: LongFirst },
    // A page may close while a file still downloads; the program survives that, and so should its tests.
    onUnhandledError: error => (isBrokenDownload(error) ? false : undefined),
    projects: [
      project('rules', ['test/shared/**/*.test.ts']),
      project('house', ['test/house/**/*.test.ts']),
      project('renderer', ['test/renderer/**/*.test.{ts,tsx}']),
      project('backend', ['test/backend/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/office/**/*.test.ts'], {
        exclude: [...drawn, mocking],
        testTimeout: 60_000,
        env,
      }),
      project('papers', ['test/papers/**/*.test.ts', ...drawn], { testTimeout: 60_000, env }),
      project(
        'hosts',
        [
          'test/host/**/*.test.ts',
          'test/browser-host/**/*.test.ts',
          'test/desk-host/**/*.test.ts',
          'test/hub/**/*.test.ts',
          'test/shell/**/*.test.ts',
          mocking,
        ],
        {
          // These replace the module electron or node:fs.
          isolate: true,
        },
      ),
      project('screens', ['test/widgets/**/*.test.ts', 'test/e2e/**/*.test.ts'], { ...screens, ...browsers }),
      // The following take minutes; never part of a plain `npm test`.
      project('package', ['test/package/**/*.test.ts'], { testTimeout: 180_000, globalSetup: built }),
      project('walks', ['test/walks/**/*.test.ts'], { ...screens, ...browsers }),
      // The built desktop shell around a real Chromium. Node loads it directly, so its modules stay apart.
      project('shell', ['test/shell-e2e/**/*.test.ts'], {
        ...screens,
        testTimeout: 60_000,
        isolate: true,
        ...browsers,
      }),
      project('heavy', ['test/heavy/**/*.test.ts'], {
        ...screens,
        testTimeout: 900_000,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
})
