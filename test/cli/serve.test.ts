import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultCentre } from '../../shared/features/centre/centre.ts'
import { enter } from '../browser-host/enter.ts'
import { balai, json, spellOut } from './balai.ts'

const program = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

let folder: string
let child: ChildProcessByStdio<null, Readable, null> | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-serve-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  child = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the browser host and returns its first line. */
async function serve(...args: string[]): Promise<string> {
  const started = spawn(process.execPath, [program, 'serve', '--no-open', '--data', join(folder, 'data'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  for await (const line of createInterface({ input: started.stdout })) return line
  throw new Error('serve said nothing')
}

function stop(signal: NodeJS.Signals): Promise<number | null> {
  const running = child
  if (!running) throw new Error('nothing runs')
  const exited = new Promise<number | null>(resolve => running.once('exit', code => resolve(code)))
  running.kill(signal)
  running.kill(signal)
  return exited
}

test('its first line is the address with the token, and --today is its day', async () => {
  const url = await serve('--today', '2024-12-16')
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{20,}$/)
  const client = await enter(url)
  const status = await client.session.status({})
  expect(status).toMatchObject({ state: 'setup', today: '2024-12-16', dataFolder: join(folder, 'data') })
  expect(status.now).toMatch(/^2024-12-16T08:0\d$/)
  const page = await fetch(new URL('/', url), { redirect: 'manual' })
  expect(page.status).toBeGreaterThanOrEqual(400)
})

test('a signal to end, even twice, closes it in order with its snapshot', async () => {
  const client = await enter(await serve('--today', '2024-12-16'))
  const officer = { prefix: '' as const, title: 'Kepala UPT', name: 'Ahmad', rank: '', nip: '' }
  await client.centre.setUp({
    centre: defaultCentre,
    logo: null,
    officer: { ...officer, validFrom: '2024-01-02', validUntil: null },
    operator: 'Wulan',
  })
  expect(await stop('SIGINT')).toBe(0)
  expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(['balai.db', 'cadangan', 'jangkar.txt', 'kunci'])
  expect(readdirSync(join(folder, 'data', 'cadangan'))).toHaveLength(1)
})

test('a port in use is reported with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => other.once('listening', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ended = await balai('serve', '--no-open', '--data', join(folder, 'data'), '--port', String(port), '--json')
  other.close()
  expect(ended.exitCode).toBe(1)
  expect(json<{ error: { code: string } }>(ended).error.code).toBe('port_in_use')
  expect(ended.stderr).toContain(`Port ${port} sedang dipakai`)
  expect(spellOut(ended)).toBe(true)
})

test('an unusable data folder is reported with a message', async () => {
  const file = join(folder, 'berkas')
  writeFileSync(file, '')
  const ended = await balai('serve', '--no-open', '--data', join(file, 'data'))
  expect(ended).toMatchObject({ exitCode: 1, stdout: '' })
  expect(ended.stderr).toContain(join(file, 'data'))
  expect(spellOut(ended)).toBe(true)
})

test('a second program on the same data gets an error, and the first one goes on serving', async () => {
  const client = await enter(await serve())
  const ended = await balai('serve', '--no-open', '--data', join(folder, 'data'), '--json')
  expect(ended.exitCode).toBe(1)
  expect(json<{ error: { code: string } }>(ended).error.code).toBe('database_locked')
  expect((await client.session.status({})).state).toBe('setup')
})
