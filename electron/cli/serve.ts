import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError } from '../backend/domain-error.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'
import { outliveBrokenDownloads } from '../browser-host/broken-download.ts'
import { serve } from '../browser-host/serve.ts'
import { stopOnSignal } from '../browser-host/stop-on-signal.ts'
import { type Command, readOptions, readWhole } from './command.ts'
import { clockOf } from './with-backend.ts'

const rendererFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/**
 * The program in a browser. The last line of output is the address with its token; it works once, and then the one for the next browser is printed.
 * With --desks the address for other computers is printed before it. Runs until it is stopped.
 */
export const serveCommand: Command = {
  usage: 'serve [--desks] [--port N] [--data DIR] [--no-open] [--today D]',
  async run(args) {
    const options = readOptions(args, { port: 'text', data: 'text', 'no-open': 'flag', desks: 'flag' })
    const dataFolder = chooseDataFolder(options.data)
    const port = options.port === undefined ? undefined : readWhole('--port', options.port, 0, 65_535)
    if (!existsSync(join(rendererFolder, 'index.html'))) await buildRenderer()
    const host = await serve({
      backendOptions: { dataFolder, clock: clockOf(options) },
      // With --desks the given port is the one for other computers.
      port: options.desks ? 0 : port,
      ...(options.desks && { deskPort: port ?? 0 }),
      open: !options['no-open'],
      rendererFolder,
      onEntered: next => process.stdout.write(`${next}\n`),
    })
    // Only a damaged database has a page with a way to repair it; for every other error nothing can be done in the browser.
    if (host.openingError && host.openingError.code !== 'database_damaged') {
      await host.close()
      throw new DomainError(host.openingError)
    }
    outliveBrokenDownloads()
    stopOnSignal(() => host.close())
    process.stdout.write(`${host.deskAddress ? `${host.deskAddress}\n` : ''}${host.url}\n`)
    return undefined
  },
}

async function buildRenderer(): Promise<void> {
  const { buildAll } = await import('../../build/build.ts')
  await buildAll()
}
