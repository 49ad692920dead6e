import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { type Contract, contract } from '../../shared/contract.ts'
import { mainDesk } from '../../shared/features/desk/main-desk.ts'
import type { PracticeScene } from '../../shared/features/session/practice-scenes.ts'
import { releaseKeys as knownReleaseKeys } from '../../shared/features/update/release-keys.ts'
import { type Clock, momentOf, systemClock } from './clock.ts'
import { Desk, peopleAtDesks } from './desk.ts'
import { type DeskHosting, deskHosting } from './desk-hosting.ts'
import type { Dispatcher } from './dispatch/call.ts'
import { type BackendRouter, createRouter } from './dispatch/dispatch.ts'
import { Sightings } from './dispatch/sightings.ts'
import { voidLostNumbers } from './features/certificate/issue/void-lost-numbers.ts'
import { Pairing } from './features/desk/pairing.ts'
import { Presence } from './features/desk/presence.ts'
import { sendEverythingAgain } from './features/hub/send-everything-again.ts'
import { settleCutImport } from './features/import/settle-cut-import.ts'
import { freeSpaceOf } from './files/free-space.ts'
import { handlers } from './handlers.ts'
import type { HostServices } from './host-services.ts'
import { type HashCost, usualCost } from './keys/secret-hash.ts'
import { SecretHasher } from './keys/secret-hasher.ts'
import { LiveNews } from './live-news.ts'
import { Rest } from './rest.ts'
import { fillPracticeCentre } from './sample/practice-centre.ts'
import { samplePerson } from './sample/sample-centre.ts'
import { Workspace } from './workspace/workspace.ts'

/** Name of the desk and of the person in the history for a process with direct access to the data folder. */
const commandLine = 'Baris perintah'

export type BackendOptions = {
  dataFolder: string
  host: HostServices
  clock?: Clock
  /** Random bytes; only the demo and tests pass a fixed source. */
  entropy?: (bytes: number) => Uint8Array
  /** Public keys that may sign a release; overridden in tests. */
  releaseKeys?: readonly string[]
  /** Free bytes on the disk of a folder; null if unknown. Overridden in tests. */
  freeSpace?: (folder: string) => number | null
  /** False refuses a folder without a database; for maintenance commands. */
  create?: boolean
  /** True if this process is the only caller, as on the command line: long work then runs on this thread. */
  alone?: boolean
  /** Name under which the client of this process acts; by default the command line. */
  actor?: string
  /** Whether the client of this process may write before a centre exists. */
  beforeSetUp?: boolean
  /** Cost of a password hash, for tests: the usual one takes half a second. */
  hashCost?: HashCost
  /** Monotonic milliseconds, which the user cannot change; overridden in tests. */
  ticks?: () => number
}

export type BackendClient = ContractRouterClient<Contract>

export type Backend = {
  /** What a host serves. */
  readonly router: BackendRouter
  /** The same operations as plain functions, for hosts in this process. */
  readonly client: BackendClient
  /** A client of the same process that acts for another person. */
  actingAs(name: string): BackendClient
  readonly workspace: Workspace
  /** What a host needs to serve other computers. */
  readonly hosting: DeskHosting
  peopleAtDesks(): string[]
  /** Adds the sample classes to the open data, unless a centre exists. */
  fillSample(scene?: PracticeScene): Promise<void>
  /** Makes a snapshot if something changed, then closes. Call once, at quit. */
  close(): Promise<void>
  /** For the shutdown of Windows, which does not wait: checkpoints the database into one file and leaves the snapshot for the next start. */
  closeAtOnce(): void
  /** Carries out approved requests that are due, then makes and tests backups that are due. Never throws. */
  keepUp(): Promise<void>
  /** Makes the snapshot that the last shutdown skipped. Call it after the page is shown, because it is slow. */
  catchUp(): Promise<void>
}

export { type Clock, systemClock }

/** The only place where the backend is wired. Never throws for the state of the data; session.status reports it. */
export function createBackend({
  dataFolder,
  host,
  clock = systemClock,
  entropy = randomBytes,
  releaseKeys = knownReleaseKeys,
  freeSpace = freeSpaceOf,
  create = true,
  alone = false,
  actor = commandLine,
  beforeSetUp,
  hashCost = usualCost,
  ticks = () => performance.now(),
}: BackendOptions): Backend {
  const workspace = new Workspace(dataFolder, clock, {
    create,
    freeSpace,
    keyProtection: host.keyProtection,
    opened: settleCutImport,
  })
  const desk = new Desk(commandLine, host, actor)
  const dispatcher: Dispatcher = {
    workspace,
    alone,
    clock,
    entropy,
    releaseKeys,
    beforeSetUp,
    secrets: new SecretHasher(() => workspace.keys, hashCost),
    desks: new Set(),
    pairing: new Pairing(ticks),
    presence: new Presence(ticks),
    rest: alone ? null : new Rest(),
    news: new LiveNews(),
    known: new Map(),
    sightings: new Sightings(workspace, ticks, error => writeLog(dataFolder, clock, 'SESUDAH', 'riwayat', error)),
    ticks,
    fillPractice: scene =>
      fillPracticeCentre({
        workspace,
        scene,
        clock,
        withClock: other => clientOf({ ...dispatcher, clock: other }, new Desk(commandLine, host, samplePerson)),
      }),
    settleRestored(scope) {
      voidLostNumbers(scope)
      sendEverythingAgain(scope)
    },
    log: (incident, operation, error) => writeLog(dataFolder, clock, incident, operation, error),
  }
  const router = createRouter(contract, handlers, dispatcher)
  const keeper = clientOf(dispatcher, new Desk(mainDesk, host, 'Balai'))
  // The command line makes bundles only on request.
  const atClose = async () => {
    if (alone || workspace.openingError || workspace.inPractice) return
    try {
      if (workspace.hasChanged) await keeper.backup.run({})
    } catch (error) {
      dispatcher.log('CADANGAN', 'backup.run', error)
    }
  }
  return {
    router,
    client: clientOf(dispatcher, desk),
    actingAs: name => clientOf(dispatcher, new Desk(commandLine, host, name)),
    workspace,
    hosting: deskHosting(dispatcher),
    peopleAtDesks: () => peopleAtDesks(dispatcher.desks, workspace.folder),
    fillSample: (scene = 'classes') => dispatcher.fillPractice(scene),
    async close() {
      dispatcher.rest?.end()
      await dispatcher.sightings.settle()
      await atClose()
      await workspace.close()
    },
    async keepUp() {
      try {
        await keeper.access.carryOutDue({})
      } catch (error) {
        dispatcher.log('PERSETUJUAN', 'access.carryOutDue', error)
      }
      try {
        await keeper.backup.keep({})
      } catch (error) {
        dispatcher.log('CADANGAN', 'backup.keep', error)
      }
    },
    closeAtOnce() {
      dispatcher.sightings.settleAtOnce()
      workspace.closeAtOnce()
    },
    async catchUp() {
      try {
        await workspace.catchUp()
      } catch (error) {
        dispatcher.log('MENYUSUL', 'snapshot', error)
      }
    },
  }
}

function clientOf(dispatcher: Dispatcher, desk: Desk): BackendClient {
  return createRouterClient(createRouter(contract, handlers, dispatcher), { context: { desk } }) as BackendClient
}

/** Logs operation and stack, never the input, which may be personal data. */
function writeLog(dataFolder: string, clock: Clock, incident: string, operation: string, error: unknown): void {
  const stack = error instanceof Error ? error.stack : String(error)
  const line = `${momentOf(clock).at} ${incident} ${operation}\n${stack}\n`
  try {
    appendFileSync(join(dataFolder, 'catatan.log'), line)
  } catch {
    process.stderr.write(line)
  }
}
