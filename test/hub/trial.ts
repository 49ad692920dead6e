import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { hubLine } from '../../electron/host/hub-line.ts'
import type { RendererFiles } from '../../electron/host/renderer-files.ts'
import { startHub } from '../../electron/hub/start-hub.ts'
import { type Fixture, openFixture, quickHash } from '../backend/fixture.ts'

export type Trial = Awaited<ReturnType<typeof startTrial>>

/** A hub on its own real PostgreSQL, on free ports; PostgreSQL runs as an unprivileged user. */
export async function startTrial(files: () => RendererFiles | null = () => null) {
  const folder = mkdtempSync(join(process.env.BALAI_DISK_TMPDIR ?? tmpdir(), 'balai-pusat-'))
  // PostgreSQL must reach its part of the folder as another user than root.
  chmodSync(folder, 0o755)
  const lines: string[] = []
  const log = (event: string, details: object = {}) => lines.push(JSON.stringify({ event, ...details }))
  const start = (postgres?: string) =>
    startHub({
      dataFolder: folder,
      postgres,
      port: 0,
      host: '127.0.0.1',
      name: 'Pusat Contoh',
      log,
      files,
      hashCost: quickHash,
    })
  const hub = await start()
  return {
    folder,
    hub,
    lines,
    async close() {
      await hub.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A centre that can connect to hubs. */
export function openCentre(options: Partial<Parameters<typeof openFixture>[0]> = {}): Fixture {
  return openFixture({ host: { ...silentHost, hubLine }, ...options })
}

export async function joinTrial(centre: Fixture, { hub }: Trial): Promise<void> {
  await centre.client.hub.join({ address: hub.url, fingerprint: hub.fingerprint, code: hub.localCode })
}

/** The latest fact that a centre sent for each key of a topic. */
export function latestFactsOf(centre: Fixture, topic: string): Map<string, Record<string, unknown>> {
  const { read } = centre.backend.workspace
  const rows = read.all<{ key: string; body: string }>(
    `SELECT key, body FROM outbox WHERE topic = ? AND epoch = (SELECT epoch FROM hub_link) ORDER BY seq`,
    [topic],
  )
  const last = new Map(rows.map(row => [row.key, JSON.parse(row.body ?? 'null') as Record<string, unknown> | null]))
  return new Map([...last].flatMap(([key, body]) => (body === null ? [] : [[key, body] as const])))
}

/** The rows of a topic in the hub, by key, with the field names of the facts. */
export async function keptBy({ hub }: Trial, table: string, fields: readonly string[], centreId: string) {
  const { rows } = await hub.db.own(client =>
    client.query<Record<string, unknown>>(`SELECT * FROM pusat.${table} WHERE centre_id = $1`, [centreId]),
  )
  return new Map(rows.map(row => [row.key, Object.fromEntries(fields.map(field => [field, row[field.toLowerCase()]]))]))
}

export function centreIdOf(centre: Fixture): string {
  return centre.backend.workspace.read.value('SELECT centre_id FROM hub_link')
}
