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

/** A stick that fills up is another node:fs: it must not be shared with what is loaded. */
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
 * After the others: a browser beside busy processes is a slow page. Each worker has a browser of its own; a page often waits for its own
 * timers, so a third keeps both cores busy.
 */
const browsers = { maxWorkers: 3, sequence: { groupOrder: 1 } }

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
      // Both cores of a small machine; by itself one would stand idle. The same everywhere, or projects could not run in one go.
      maxWorkers: 2,
      // Files share what is loaded: nothing is mocked, and what is written goes into a folder of the test's own.
      isolate: false,
      ...options,
      // Desk hosts and desks of a test announce themselves on this computer only, never in the office network.
      env: { BALAI_NETWORK: '127.0.0.1', ...options.env },
    },
  }
}

/**
 * Every commit waits until the disk has it, which was most of what a test of the backend did. Where memory can be written like a
 * disk, the tests' data stands there. Chromium unpacks itself on the disk: programs in memory often may not be started.
 */
function inMemory(): Record<string, string> {
  const folder = memoryFolder()
  return folder === null ? {} : { TMPDIR: folder, BALAI_DISK_TMPDIR: tmpdir() }
}

const env = inMemory()
const built = ['test/build-program.ts']

export default defineConfig({
  test: {
    root,
    sequence: { sequencer: LongFirst },
    // A page that leaves while a file comes: the program outlives it, and so do its tests.
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
          // These put another module in the place of electron, or of node:fs.
          isolate: true,
        },
      ),
      project('package', ['test/package/**/*.test.ts'], { testTimeout: 180_000, globalSetup: built }),
      project('screens', ['test/widgets/**/*.test.ts', 'test/e2e/**/*.test.ts'], {
        testTimeout: 180_000,
        globalSetup: [...built, 'test/e2e/unpack-browser.ts'],
        env,
        ...browsers,
      }),
      // The shell's own code, built, around a real Chromium. Node loads it by itself, so what is loaded stays apart.
      project('shell', ['test/shell-e2e/**/*.test.ts'], {
        testTimeout: 60_000,
        globalSetup: [...built, 'test/e2e/unpack-browser.ts'],
        env,
        isolate: true,
        ...browsers,
      }),
      // What takes minutes by its nature; never part of a plain `npm test`.
      project('heavy', ['test/heavy/**/*.test.ts'], {
        testTimeout: 900_000,
        globalSetup: [...built, 'test/e2e/unpack-browser.ts'],
        env,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
})
