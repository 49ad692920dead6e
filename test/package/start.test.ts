import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBrowserSession } from '../browser-host/enter.ts'

const script = join(import.meta.dirname, '../../build/run.mjs')
let dataFolder: string
let child: ChildProcess | undefined

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'balai-start-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(dataFolder, { recursive: true, force: true })
})

/** Runs a script through build/run.mjs and collects its output until it ends. */
function run(...parameters: string[]) {
  const started = spawn(process.execPath, [script, ...parameters])
  child = started
  const written = { out: '', error: '' }
  started.stdout.on('data', (data: Buffer) => {
    written.out += data
  })
  started.stderr.on('data', (data: Buffer) => {
    written.error += data
  })
  const ended = new Promise<number | null>(resolve => started.on('close', resolve))
  const firstLine = new Promise<string>(resolve => {
    started.stdout.on('data', () => {
      const [line, rest] = written.out.split('\n')
      if (line !== undefined && rest !== undefined) resolve(line)
    })
  })
  return { started, written, ended, firstLine }
}

test('npm start -- --browser prints the address, serves, and ends in order on a signal', async () => {
  const { started, written, ended, firstLine } = run('start', '--browser', '--no-open', '--data', dataFolder)
  const url = await firstLine
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  const page = await fetch(new URL('/', url), { headers: await openBrowserSession(url) })
  expect(await page.text()).toContain('<div id="root"></div>')

  started.kill('SIGTERM')
  const code = await ended
  // Windows has no signals; there the program is killed.
  if (process.platform !== 'win32') expect(code).toBe(0)
  // Using the address up prints a new one for the next browser.
  expect(written.out.trimEnd().split('\n')).toEqual([url, expect.stringMatching(/\?token=[\w-]{43}$/)])
}, 120_000)

test('a wrong option is said in words, and standard output stays clean', async () => {
  const { written, ended } = run('start', '--port', 'tujuh', '--data', dataFolder)
  expect(await ended).toBe(1)
  expect(written).toEqual({ out: '', error: '--port meminta angka 0 sampai 65535.\n' })
}, 30_000)

test('an unknown script is named', async () => {
  const { written, ended } = run('mulai')
  expect(await ended).toBe(2)
  expect(written.error).toMatch(/^Unknown script: mulai\. Known: start, /)
}, 30_000)
