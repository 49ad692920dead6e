import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { ORPCError } from '@orpc/client'
import BetterSqlite from 'better-sqlite3'
import { fixedClock } from '../../electron/backend/clock.ts'
import {
  type Backend,
  type BackendClient,
  type BackendOptions,
  createBackend,
} from '../../electron/backend/create-backend.ts'
import { databaseFileName } from '../../electron/backend/database/identity.ts'
import { openDatabase } from '../../electron/backend/database/open-database.ts'
import type { HostServices } from '../../electron/backend/host-services.ts'
import { samplePerson } from '../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { DomainErrorCode, DomainErrorData } from '../../shared/domain-error.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'

/** A backend on a real database in its own folder, with a clock that the test sets. */
export type Fixture = {
  readonly folder: string
  readonly backend: Backend
  readonly client: BackendClient
  /** From now on `client` acts as that person, from the process that holds the data folder. */
  actAs(name: string): void
  /** Sets the clock to 08.00 of this day, or to the given time. */
  setToday(date: PlainDate, time?: string): void
  /**
   * Sets the centre up: by `make` the first time, later from the files that it left for the same day. Works only before any call to the
   * backend and with default options; returns false if it did nothing.
   */
  beginWith(make: (fixture: Fixture) => Promise<void>): Promise<boolean>
  /** Closes and opens the backend again, as overnight. */
  reopen(): Promise<void>
  /** The database of the closed backend, for statements that no handler makes. Close the backend first. */
  rawDatabase(): BetterSqlite.Database
  /** The rows of the audit, oldest first. */
  audit(): AuditRow[]
  remove(): Promise<void>
}

export type AuditRow = {
  id: number
  at: string
  operator: string
  operation: string
  entity: string | null
  entity_id: string | null
  before: string | null
  after: string | null
}

type Options = Partial<Pick<BackendOptions, 'alone' | 'create' | 'entropy' | 'releaseKeys' | 'freeSpace' | 'ticks'>> & {
  today?: PlainDate
  folder?: string
  host?: HostServices
}

/** A password hash that costs no time; it protects fictional data only. */
export const quickHash = { log: 4, parallel: 1 }

let newDatabase: Uint8Array | undefined

/** A data folder with a new database. Making one takes half the time of a short test, so it is made once and copied. */
function emptyCentre(): string {
  const root = mkdtempSync(join(tmpdir(), 'balai-backend-'))
  const file = join(root, 'data', databaseFileName)
  if (newDatabase === undefined) {
    openDatabase(file, { create: true, beforeMigration: () => {} }).close()
    newDatabase = readFileSync(file)
  } else {
    mkdirSync(join(root, 'data'))
    writeFileSync(file, newDatabase)
  }
  return root
}

type KeptFile = { name: string; bytes: Uint8Array; mode: number }
/** Day → the files of a data folder set up on it. */
const begun = new Map<PlainDate, Promise<KeptFile[]>>()

async function filesLeftBy(make: (fixture: Fixture) => Promise<void>, today: PlainDate): Promise<KeptFile[]> {
  const fixture = openFixture({ today })
  await make(fixture)
  fixture.backend.workspace.takeSnapshot = noSnapshot
  await fixture.backend.close()
  const names = readdirSync(fixture.folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  const files = names
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({
      name: relative(fixture.folder, file),
      bytes: readFileSync(file),
      mode: statSync(file).mode,
    }))
  await fixture.remove()
  return files
}

/** The snapshot at closing takes as long as a short test, and would be deleted with the folder. */
async function noSnapshot() {
  return { name: '', takenAt: '', bytes: 0 }
}

export function openFixture({ today = '2024-12-10', folder, host = silentHost, ...options }: Options = {}): Fixture {
  const root = folder ?? emptyCentre()
  const isPlain = folder === undefined && host === silentHost && Object.keys(options).length === 0
  let clock = fixedClock(today)
  const open = () =>
    createBackend({
      dataFolder: join(root, 'data'),
      host,
      clock: { now: () => clock.now() },
      alone: true,
      actor: samplePerson,
      hashCost: quickHash,
      ...options,
    })
  let opened: Backend | undefined
  const backend = () => {
    opened ??= open()
    return opened
  }
  let actor: string | null = null
  return {
    folder: join(root, 'data'),
    get backend() {
      return backend()
    },
    get client() {
      return actor === null ? backend().client : backend().actingAs(actor)
    },
    async beginWith(make) {
      if (opened || !isPlain) return false
      const files = begun.get(today) ?? filesLeftBy(make, today)
      begun.set(today, files)
      for (const { name, bytes, mode } of await files) {
        mkdirSync(dirname(join(root, 'data', name)), { recursive: true })
        writeFileSync(join(root, 'data', name), bytes, { mode })
      }
      backend()
      return true
    },
    actAs(name) {
      actor = name
    },
    setToday(date, time = '08:00') {
      const standing = fixedClock(date)
      const [hours = 8, minutes = 0] = time.split(':').map(Number)
      clock = { now: () => new Date(standing.now().getTime() + ((hours - 8) * 60 + minutes) * 60_000) }
    },
    async reopen() {
      await backend().close()
      opened = open()
    },
    rawDatabase() {
      const raw = new BetterSqlite(join(root, 'data', 'balai.db'))
      raw.pragma('foreign_keys = ON')
      return raw
    },
    audit() {
      return backend().workspace.read.all<AuditRow>('SELECT * FROM audit ORDER BY id')
    },
    async remove() {
      if (opened) {
        opened.workspace.takeSnapshot = noSnapshot
        await opened.close()
      }
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** The domain error with which a call must end. */
export async function domainErrorOf(action: Promise<unknown>): Promise<DomainErrorData> {
  const error = await action.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof ORPCError && error.code === 'DOMAIN_ERROR') return error.data as DomainErrorData
  throw error
}

/** Expects the domain error with this code, and returns it with its parameters. */
export async function rejectedAs<Code extends DomainErrorCode>(
  action: Promise<unknown>,
  code: Code,
): Promise<Extract<DomainErrorData, { code: Code }>> {
  const domainError = await domainErrorOf(action)
  if (domainError.code !== code) throw new Error(`refused as ${JSON.stringify(domainError)}, not as ${code}`)
  return domainError as Extract<DomainErrorData, { code: Code }>
}

/** The messages about input that the contract refuses before any handler runs. */
export async function inputProblems(action: Promise<unknown>): Promise<string[]> {
  const error = await action.then(
    () => new Error('the input was taken'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') throw error
  const { issues } = error.data as { issues: { message: string }[] }
  return issues.map(issue => issue.message)
}
