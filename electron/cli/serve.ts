import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runningClock, systemClock } from '../backend/clock.ts'
import { chooseDataFolder } from '../backend/data-folder.ts'
import { DomainError } from '../backend/domain-error.ts'
import { outliveBrokenDownloads } from '../browser-host/broken-download.ts'
import { serve } from '../browser-host/serve.ts'
import { stopOnSignal } from '../browser-host/stop-on-signal.ts'
import { type Command, readOptions, readWhole } from './command.ts'

const rendererFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/** The program in a browser. The first line is the address with its token; runs until it is stopped. */
export const serveCommand: Command = {
  usage: 'serve [--port N] [--data DIR] [--no-open] [--today D]',
  async run(args) {
    const options = readOptions(args, { port: 'text', data: 'text', 'no-open': 'flag' })
    const dataFolder = chooseDataFolder(options.data)
    const port = options.port === undefined ? undefined : readWhole('--port', options.port, 0, 65_535)
    if (!existsSync(join(rendererFolder, 'index.html'))) await buildRenderer()
    const host = await serve({
      backendOptions: { dataFolder, clock: options.today ? runningClock(options.today) : systemClock },
      port,
      open: !options['no-open'],
      rendererFolder,
    })
    // A damaged database has a page with a way back; for everything else there is nothing to do in the browser.
    if (host.openingError && host.openingError.code !== 'database_damaged') {
      await host.close()
      throw new DomainError(host.openingError)
    }
    outliveBrokenDownloads()
    stopOnSignal(() => host.close())
    process.stdout.write(`${host.url}\n`)
    return undefined
  },
}

async function buildRenderer(): Promise<void> {
  const { buildAll } = await import('../../build/build.ts')
  await buildAll()
}
