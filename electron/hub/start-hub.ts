import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { KeyStore } from '../backend/keys/key-store.ts'
import type { HashCost } from '../backend/keys/secret-hash.ts'
import { hostCertificate } from '../desk-host/certificate.ts'
import { announceLocally } from '../host/local-hub.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { HubDatabase } from './database/hub-database.ts'
import { startOwnPostgres } from './database/own-postgres.ts'
import { HubError } from './hub-error.ts'
import { hubPages } from './hub-pages.ts'
import { type HubServer, startHubServer } from './hub-server.ts'
import { type Log, lineLog } from './log.ts'
import { Metrics } from './metrics.ts'
import { countAnew } from './receive/count-classes.ts'
import { StaffSessions } from './staff/staff-sessions.ts'

type HubOptions = {
  /** Folder of the certificate, and of PostgreSQL when the hub runs its own. */
  dataFolder: string
  /** URL of an existing PostgreSQL; undefined: the hub runs one. */
  postgres?: string | undefined
  port: number
  host?: string | undefined
  /** Name of the hub on the pages and for the centres. */
  name?: string | undefined
  log?: Log
  /** The built page for staff; null while it is being built. */
  files?: () => RendererFiles | null
  /** Cost of one password hash; set by tests only. */
  hashCost?: HashCost
}

type Hub = {
  readonly url: string
  readonly fingerprint: string
  readonly db: HubDatabase
  readonly localCode: string
  /** The password of the first account, available only at its first start; null if there are accounts. */
  readonly firstPassword: string | null
  /** Folder of the PostgreSQL programs (pg_dump); null if the hub does not run PostgreSQL itself. */
  readonly binaries: string | null
  close(): Promise<void>
}

/** @throws HubError with a message for the administrator */
export async function startHub({
  dataFolder,
  postgres,
  port,
  host,
  name = 'Balai Pusat',
  files,
  hashCost,
  log = lineLog(line => process.stderr.write(line)),
}: HubOptions): Promise<Hub> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
  const certificate = hostCertificate(new KeyStore(join(dataFolder, 'pusat'), undefined), new Date())
  const own = postgres === undefined ? await startOwnPostgres(dataFolder) : null
  const db = new HubDatabase(postgres ?? own?.url ?? '')
  let server: HubServer
  const localCode = randomBytes(20).toString('hex').toUpperCase()
  const metrics = new Metrics()
  const sessions = new StaffSessions(db, hashCost)
  let firstPassword: string | null
  try {
    await db.prepare()
    await db.own(countAnew)
    firstPassword = await sessions.firstAccount()
    const more = hubPages({ db, sessions, name, fingerprint: certificate.fingerprint, files: files ?? (() => null) })
    server = await startHubServer({ db, name, certificate, port, host, log, metrics, localCode, more }).catch(error => {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
        throw new HubError('port_in_use', `Pintu ${port} sudah dipakai program lain. Pilih --port lain.`)
      throw error
    })
  } catch (error) {
    await db.close()
    await own?.stop()
    throw error
  }
  const { fingerprint } = certificate
  const quiet = announceLocally(server.port, { fingerprint, code: localCode })
  log('started', { port: server.port, fingerprint })
  return {
    url: `https://localhost:${server.port}`,
    fingerprint,
    db,
    localCode,
    firstPassword,
    binaries: own?.binaries ?? null,
    async close() {
      quiet()
      await server.close()
      await db.close()
      await own?.stop()
      log('stopped')
    },
  }
}
