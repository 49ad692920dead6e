import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { stopOnSignal } from '../browser-host/stop-on-signal.ts'
import { filesFromFolder, type RendererFiles } from '../host/renderer-files.ts'
import { invite } from '../hub/members.ts'
import { startHub } from '../hub/start-hub.ts'
import { type Command, readOptions, readWhole, UsageError } from './command.ts'

const usualPort = 7443

/** The hub of a Dinas or province. The first line of output is its address; runs until it is stopped. */
export const hub: Command = {
  usage: 'hub [--postgres URL] [--data DIR] [--port N] [--host ALAMAT] [--name NAMA] [--invite CATATAN]',
  async run(args) {
    const options = readOptions(args, {
      postgres: 'text',
      data: 'text',
      port: 'text',
      host: 'text',
      name: 'text',
      invite: 'text',
    })
    // From the environment, so that the password is not visible in the process list.
    const postgres = options.postgres ?? (process.env.PUSAT_POSTGRES || undefined)
    if (postgres !== undefined && !/^postgres(ql)?:\/\/[^/]/.test(postgres))
      throw new UsageError(
        `${options.postgres === undefined ? 'PUSAT_POSTGRES' : '--postgres'}: tulis seperti postgres://pengguna:sandi@komputer:5432/pusat.`,
      )
    const port = options.port === undefined ? usualPort : readWhole('--port', options.port, 0, 65_535)
    const dataFolder = resolve(options.data ?? join(homedir(), '.balai-pusat'))
    let files: RendererFiles | null = null
    const running = await startHub({
      dataFolder,
      postgres,
      port,
      host: options.host,
      name: options.name,
      files: () => files,
    })
    stopOnSignal(() => running.close())
    process.stdout.write(`${running.url}\nSidik: ${running.fingerprint}\n`)
    if (options.invite !== undefined)
      process.stdout.write(`Kode undangan: ${await invite(running.db, 'baris perintah', options.invite)}\n`)
    if (running.firstPassword !== null)
      process.stdout.write(`Akun pertama: admin, sandi sekali pakai ${running.firstPassword}\n`)
    const { buildHubPage, hubPageFolder } = await import('../../build/hub-page.ts')
    try {
      await buildHubPage()
      files = await filesFromFolder(hubPageFolder)
    } catch (error) {
      // Centres and the public page do not need the built page.
      process.stderr.write(
        `Halaman Pusat tidak dapat disiapkan: ${error instanceof Error ? error.message : String(error)}\n`,
      )
    }
    return undefined
  },
}
