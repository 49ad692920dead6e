// `npm start [-- --browser] [--data FOLDER] [--port N] [--no-open]`: builds, then opens the program in Electron, or in the browser where
// Electron cannot run.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../electron/backend/clock.ts'
import { chooseDataFolder } from '../electron/backend/workspace/choose-data-folder.ts'
import { outliveBrokenDownloads } from '../electron/browser-host/broken-download.ts'
import { serve } from '../electron/browser-host/serve.ts'
import { stopOnSignal } from '../electron/browser-host/stop-on-signal.ts'
import { buildAll } from './build.ts'
import { findElectron } from './electron-binary.ts'
import { sayInWords } from './say-in-words.ts'

const root = join(import.meta.dirname, '..')
/** Notes go to standard error; standard output holds only the address. */
const say = (words: string) => process.stderr.write(`${words}\n`)

type Options = {
  readonly browser: boolean
  readonly open: boolean
  readonly dataFolder: string
  readonly port: number | undefined
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      data: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean', default: true },
    },
    allowNegative: true,
  })
  const { browser, open, data } = values
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw Object.assign(new Error('--port meminta angka 0 sampai 65535.'), { code: 'ERR_PARSE_ARGS_PORT' })
  }
  return { browser, open, port, dataFolder: chooseDataFolder(data) }
}

/** Runs Electron until it closes. False when Electron cannot be started here. */
async function openInElectron({ dataFolder }: Options): Promise<boolean> {
  const electron = await findElectron(say)
  if (electron.kind === 'missing') {
    say(electron.words)
    return false
  }
  const { code, signal } = await runToEnd(electron.path, [root, '--data', dataFolder])
  // Where the system forbids Chromium's sandbox, Electron dies at once. Never switch the sandbox off; use the browser.
  if (signal === 'SIGTRAP' || signal === 'SIGABRT' || signal === 'SIGILL') {
    say('Balai: Electron tidak dapat berjalan di komputer ini; Balai dibuka di peramban.')
    return false
  }
  process.exitCode = code ?? 1
  return true
}

function runToEnd(path: string, parameters: string[]): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, parameters, { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
}

async function openInBrowser({ dataFolder, port, open }: Options): Promise<void> {
  const host = await serve({
    backendOptions: { dataFolder, clock: systemClock },
    port,
    open,
    rendererFolder: join(root, 'out/renderer'),
    onEntered: next => process.stdout.write(`${next}\n`),
  })
  outliveBrokenDownloads()
  stopOnSignal(() => host.close())
  process.stdout.write(`${host.url}\n`)
}

try {
  const options = readOptions()
  await buildAll()
  const opened = !options.browser && (await openInElectron(options))
  if (!opened) await openInBrowser(options)
} catch (error) {
  sayInWords(error)
}
