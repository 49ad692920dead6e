// `npm run dev [-- --browser] [--data FOLDER] [--sample]`: the page from Vite with hot reload, in Electron or in the browser.
// With --sample on a data folder of its own, filled with the classes of the practice centre.
import { rmSync } from 'node:fs'
// With --widgets instead the page that shows every widget in its states, without a backend.
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
import { silentHost } from '../electron/cli/silent-host.ts'
import { findElectron } from './electron-binary.ts'
import { rendererConfig } from './renderer-config.ts'
import { developWidgets } from './widgets.ts'

const root = join(import.meta.dirname, '..')
const say = (words: string) => process.stderr.write(`${words}\n`)
const { values: options } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    data: { type: 'string' },
    sample: { type: 'boolean', default: false },
    widgets: { type: 'boolean', default: false },
  },
})
const sampleFolder = join(root, '.cache/sample')
const data = options.data ?? (options.sample ? sampleFolder : undefined)
if (options.sample) await fillSample(chooseDataFolder(data))

const electron = options.browser || options.widgets ? undefined : await findElectron(say)
if (options.widgets) {
  const page = await developWidgets()
  stopOnSignal(() => page.close())
  process.stdout.write(`${page.url}\n`)
} else if (electron?.kind === 'found') {
  // electron-vite starts Electron with these parameters and the address of the Vite server.
  process.env.ELECTRON_CLI_ARGS = JSON.stringify(data ? ['--data', data] : [])
  await createElectron({ root, configFile: join(import.meta.dirname, 'electron.vite.config.ts') }, {})
} else {
  if (electron) say(electron.words)
  const vite = await createServer({ ...rendererConfig, configFile: false })
  await vite.listen()
  const { host, port } = rendererConfig.server
  const page = await serve({
    backendOptions: { dataFolder: chooseDataFolder(data), clock: systemClock },
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
  // The schema was edited since. Only our own folder is made again, never one that was named.
  if (backend.workspace.openingError?.code === 'database_outdated' && dataFolder === sampleFolder) {
    rmSync(sampleFolder, { recursive: true })
    await fillSample(dataFolder)
  }
}
