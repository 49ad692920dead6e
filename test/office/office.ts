import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { type Clock, standingClock } from '../../electron/backend/clock.ts'
import { type Backend, type BackendClient, createBackend } from '../../electron/backend/create-backend.ts'
import type { ReadDatabase } from '../../electron/backend/database/connection.ts'
import { setUpSampleCentre } from '../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { DomainErrorData } from '../../shared/domain-error.ts'
import { sampleAccount } from '../../shared/features/session/sample-account.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import type { DrawnAct } from './act.ts'

/** The office opens shortly before New Year, in the second last year that the calendar knows. */
const firstDay: PlainDate = '2025-11-24'

type Calls = Record<string, Record<string, (input: unknown) => Promise<unknown>>>

/** By operation: how often it was taken, and refused with which code. An operation that is never taken is not tested. */
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

/** A centre in a folder of its own with a clock that the acts turn; whatever it knows it reads from the database. */
export class Office {
  readonly #root: string
  #today: PlainDate = firstDay
  #clock: Clock = standingClock(firstDay)
  #backend: Backend
  /** Calls that were made, whether they were taken or refused. */
  calls = 0
  /** Acts that were played, each of one call or more. */
  readonly played: DrawnAct[] = []
  /** What laws remember from one look to the next. */
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
    // The only one with an account: what needs a second person needs none then.
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
    this.#clock = standingClock(date)
  }

  rows<Row>(sql: string, parameters: Record<string, string | number | null> = {}): Row[] {
    return this.db.all<Row>(sql, parameters)
  }

  /**
   * Answers what the operation answers, or the domain error that refused it.
   * @throws Offence where the program gave an incident, or a refusal changed something
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
      // Input that the contract turns away would never reach a rule: an act that sends such is not tested.
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

  /** The same for what must not be refused. */
  async must<Answer>(operation: string, input: unknown): Promise<Answer> {
    const outcome = await this.call<Answer>(operation, input)
    if ('answer' in outcome) return outcome.answer
    throw new Offence(`${operation} ${JSON.stringify(input)} was refused: ${JSON.stringify(outcome.refused)}`)
  }

  #lastAct(): string {
    return this.#backend.workspace.openingError ? '' : JSON.stringify(this.rows('SELECT max(id) AS id FROM audit'))
  }

  /** Closes and opens again, as a person does overnight. */
  async reopen(): Promise<void> {
    await this.#backend.close()
    this.#backend = this.#start()
  }

  /** Nobody opens it again: an orderly end would cost as much as a dozen acts. */
  async remove(): Promise<void> {
    await this.#backend.workspace.endThreads()
    this.#backend.closeAtOnce()
    rmSync(this.#root, { recursive: true, force: true })
  }
}

let made: Promise<string> | undefined

/** A set-up centre to copy from: making one takes as long as a hundred acts. */
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
    clock: { now: () => standingClock(now).now() },
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
