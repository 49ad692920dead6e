import pg, { type Pool, type PoolClient, type QueryResult, type QueryResultRow } from 'pg'
import { HubError } from '../hub-error.ts'
import { migrate } from './migrations.ts'

/** Who reads, and how far that reaches: 'province', 'city 3671' or 'centre <uuid>'. */
type Reach = { role: 'balai_receiver' | 'balai_reader' | 'balai_public'; reach: string }

// INT8 as JavaScript numbers: the rupiah of a province fit a double, and figures are compared exactly with those of SQLite.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** The connection pool of the hub. Data of a centre is only read or written in a transaction that has switched to a restricted role. */
export class HubDatabase {
  readonly #pool: Pool
  readonly connectionString: string

  constructor(connectionString: string, size = 12) {
    this.connectionString = connectionString
    this.#pool = new pg.Pool({ connectionString, max: size, connectionTimeoutMillis: 10_000 })
    // A server that goes down ends idle connections; they are opened again later. Without a listener this error would end the program.
    this.#pool.on('error', () => undefined)
    this.#pool.on('connect', client => client.on('error', () => undefined))
  }

  /** @throws HubError postgres_unreached, hub_newer */
  async prepare(): Promise<void> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      const { host } = new URL(this.connectionString)
      const reason = error instanceof Error ? error.message : String(error)
      throw new HubError(
        'postgres_unreached',
        `PostgreSQL di ${host} tidak terjangkau: ${reason}. Periksa --postgres dan kata sandinya.`,
      )
    })
    try {
      await migrate(client)
    } finally {
      client.release()
    }
  }

  /** Runs one statement as the owner, in a separate transaction. */
  query<Row extends QueryResultRow = QueryResultRow>(sql: string, values: unknown[] = []): Promise<QueryResult<Row>> {
    return this.own(client => client.query<Row>(sql, values))
  }

  /** Runs one transaction as the owner: staff, invitations, finding out which centre sends. */
  async own<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#transaction('', work)
  }

  async as<T>({ role, reach }: Reach, work: (client: PoolClient) => Promise<T>): Promise<T> {
    if (!/^[\w -]*$/.test(reach)) throw new RangeError(reach)
    return this.#transaction(`; SET LOCAL ROLE ${role}; SET LOCAL balai.reach = '${reach}'`, work)
  }

  async #transaction<T>(setting: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    let broken: Error | undefined
    try {
      await client.query(`BEGIN${setting}`)
      const result = await work(client)
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => {
        broken = lost
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  get connections(): { total: number; idle: number; waiting: number } {
    return { total: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#pool.waitingCount }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }
}
