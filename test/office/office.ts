import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { type Clock, fixedClock } from '../../electron/backend/clock.ts'
import { type Backend, type BackendClient, createBackend } from '../../electron/backend/create-backend.ts'
import type { ReadDatabase } from '../../electron/backend/database/connection.ts'
import { setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import { sampleAccount } from '../../shared/features/session/sample-account.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import type { DrawnAct } from './act.ts'

/** Shortly before New Year, in the last but one year of the built-in calendar. */
const firstDay: PlainDate = '2025-11-24'

type Calls = Record<string, Record<string, (input: unknown) => Promise<unknown>>>

/** Per operation: how often it succeeded, and how often it was refused with which code. An operation that never succeeds is not tested. */
export const tally = new Map<string, { taken: number; refused: Map<string, number> }>()

function count(operation: string, refusal: string | null): void {
  const row = tally.get(operation) ?? { taken: 0, refused: new Map<string, number>() }
  tally.set(operation, row)
  if (refusal === null) row.taken += 1
  else row.refused.set(refusal, (row.refused.get(refusal) ?? 0) + 1)
}

/** A broken law, or an answer that no user should get. */
export class Offence extends Error {
  override readonly name = 'Offence'
}

/** A centre in its own folder with a clock that the acts set. It keeps no state of its own; everything is read from the database. */
export class Office {
  readonly #root: string
  #today: PlainDate = firstDay
  #clock: Clock = fixedClock(firstDay)
  #backend: Backend
  /** Number of calls, successful or refused. */
  calls = 0
  /** The acts played, each of one call or more. */
  readonly played: DrawnAct[] = []
  /** Values that laws remember from one check to the next. */
  readonly memory = new Map<string, Map<number | string, string>>()

  private constructor(root: string) {
    this.#root = root
    this.#backend = this.#start()
  }

  static async open(): Promise<Office> {
    const root = mkdtempSync(join(tmpdir(), 'balai-office-'))
    cpSync(await template(), root, { recursive: true })
    return new Office(root)
  }

  #start(): Backend {
    const clock = { now: () => this.#clock.now() }
    // The only person with an account, so nothing needs a second person.
    const actor = sampleAccount.name
    return createBackend({ dataFolder: join(this.#root, 'data'), host: silentHost, clock, alone: true, actor })
  }

  get client(): BackendClient {
    return this.#backend.client
  }

  get db(): ReadDatabase {
    return this.#backend.workspace.read
  }

  get today(): PlainDate {
    return this.#today
  }

  set today(date: PlainDate) {
    this.#today = date
    this.#clock = fixedClock(date)
  }

  rows<Row>(sql: string, parameters: Record<string, string | number | null> = {}): Row[] {
    return this.db.all<Row>(sql, parameters)
  }

  /**
   * Returns the answer of the operation, or the domain error that refused it.
   * @throws Offence if the program gave an incident, or a refusal changed something
   */
  async call<Answer>(operation: string, input: unknown): Promise<{ answer: Answer } | { refused: DomainErrorData }> {
    const [feature = '', name = ''] = operation.split('.')
    const act = (this.client as unknown as Calls)[feature]?.[name]
    if (!act) throw new Error(`no operation ${operation}`)
    this.calls += 1
    const before = this.#lastAct()
    try {
      const answer = (await act(input)) as Answer
      count(operation, null)
      return { answer }
    } catch (error) {
      // Input that the contract refuses never reaches a rule, so an act that sends such input is a mistake in the test.
      if (!(error instanceof ORPCError) || error.code !== 'DOMAIN_ERROR')
        throw new Offence(
          `${operation} ${JSON.stringify(input)} ended in ${error} ${JSON.stringify(error instanceof ORPCError ? error.data : null)}`,
          {
            cause: error,
          },
        )
      if (this.#lastAct() !== before) throw new Offence(`${operation} was refused and left an act behind`)
      const refused = error.data as DomainErrorData
      count(operation, refused.code)
      return { refused }
    }
  }

  /** The same for calls that must not be refused. */
  async must<Answer>(operation: string, input: unknown): Promise<Answer> {
    const outcome = await this.call<Answer>(operation, input)
    if ('answer' in outcome) return outcome.answer
    throw new Offence(`${operation} ${JSON.stringify(input)} was refused: ${JSON.stringify(outcome.refused)}`)
  }

  #lastAct(): string {
    return this.#backend.workspace.openingError ? '' : JSON.stringify(this.rows('SELECT max(id) AS id FROM audit'))
  }

  /** Closes the program and opens it again, as overnight. */
  async reopen(): Promise<void> {
    await this.#backend.close()
    this.#backend = this.#start()
  }

  /** Ends without an orderly close, which would cost as much as a dozen acts. */
  async remove(): Promise<void> {
    await this.#backend.workspace.endThreads()
    this.#backend.closeAtOnce()
    rmSync(this.#root, { recursive: true, force: true })
  }
}

let made: Promise<string> | undefined

/** A prepared centre to copy from; making one takes as long as a hundred acts. */
function template(): Promise<string> {
  made ??= makeTemplate()
  return made
}

async function makeTemplate(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'balai-office-'))
  mkdirSync(join(root, 'data'))
  let now: PlainDate = firstDay
  const backend = createBackend({
    dataFolder: join(root, 'data'),
    host: silentHost,
    alone: true,
    clock: { now: () => fixedClock(now).now() },
  })
  await setUpSampleCentre({
    client: backend.client,
    setToday(date) {
      now = date
    },
  })
  backend.workspace.takeSnapshot = async () => ({ name: '', takenAt: '', bytes: 0 })
  await backend.close()
  process.on('exit', () => rmSync(root, { recursive: true, force: true }))
  return root
}
