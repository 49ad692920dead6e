// `npm run dev [-- --browser] [--data FOLDER] [--sample]`: the page from Vite with hot reload, in Electron or in the browser.
// With --sample on a data folder of its own, filled with the classes of the practice centre.
// With --widgets instead the page that shows every widget in its states, without a backend.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer as createElectron } from 'electron-vite'
import { createServer } from 'vite'
import { systemClock } from '../electron/backend/clock.ts'
import { createBackend } from '../electron/backend/create-backend.ts'
import { samplePerson } from '../electron/backend/sample/sample-centre.ts'
import { chooseDataFolder } from '../electron/backend/workspace/choose-data-folder.ts'
import { serve } from '../electron/browser-host/serve.ts'
import { stopOnSignal } from '../electron/browser-host/stop-on-signal.ts'
import { silentHost } from '../electron/cli/with-backend.ts'
import { findElectron } from './electron-binary.ts'
import { rendererConfig } from './renderer-config.ts'
import { sayInWords } from './say-in-words.ts'
import { developWidgets } from './widgets.ts'

const root = join(import.meta.dirname, '..')
const sampleFolder = join(root, '.cache/sample')
const say = (words: string) => process.stderr.write(`${words}\n`)

try {
  await develop()
} catch (error) {
  sayInWords(error)
}

async function develop(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      data: { type: 'string' },
      sample: { type: 'boolean', default: false },
      widgets: { type: 'boolean', default: false },
    },
  })
  if (options.widgets) {
    const page = await developWidgets()
    stopOnSignal(() => page.close())
    process.stdout.write(`${page.url}\n`)
    return
  }
  const data = options.data ?? (options.sample ? sampleFolder : undefined)
  if (options.sample) await fillSample(chooseDataFolder(data))
  const electron = options.browser ? undefined : await findElectron(say)
  if (electron?.kind === 'found') {
    // electron-vite starts Electron with these parameters and the address of the Vite server.
    process.env.ELECTRON_CLI_ARGS = JSON.stringify(data ? ['--data', data] : [])
    await createElectron({ root, configFile: join(import.meta.dirname, 'electron.vite.config.ts') }, {})
    return
  }
  if (electron) say(electron.words)
  await developInBrowser(chooseDataFolder(data))
}

async function developInBrowser(dataFolder: string): Promise<void> {
  const { host, port } = rendererConfig.server
  const vite = await createServer({ ...rendererConfig, configFile: false })
  try {
    await vite.listen()
  } catch (error) {
    await vite.close()
    say(`Port ${port} tidak dapat dipakai; mungkin npm run dev yang lain masih berjalan. ${error}`)
    process.exitCode = 1
    return
  }
  const page = await serve({
    backendOptions: { dataFolder, clock: systemClock },
    open: true,
    rendererFolder: join(root, 'out/renderer'),
    devServer: `http://${host}:${port}`,
    onEntered: next => process.stdout.write(`${next}\n`),
  })
  stopOnSignal(async () => {
    await vite.close()
    await page.close()
  })
  process.stdout.write(`${page.url}\n`)
}

async function fillSample(dataFolder: string): Promise<void> {
  const backend = createBackend({ dataFolder, host: silentHost, actor: samplePerson })
  await backend.fillSample()
  await backend.close()
  // The schema was edited since. Delete only our own sample folder, never a folder that the developer named.
  if (backend.workspace.openingError?.code === 'database_outdated' && dataFolder === sampleFolder) {
    rmSync(sampleFolder, { recursive: true })
    await fillSample(dataFolder)
  }
}
