import type { HubDatabase } from './database/hub-database.ts'

/** Counters of this process in the text format of Prometheus. */
export class Metrics {
  readonly #counts = new Map<string, number>()
  readonly #since = performance.now()

  add(name: string, by = 1, labels: Readonly<Record<string, string>> = {}): void {
    const parts = Object.entries(labels).map(([label, value]) => `${label}="${value.replaceAll(/["\\\n]/g, '')}"`)
    const key = parts.length === 0 ? name : `${name}{${parts.join(',')}}`
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by)
  }

  /** Includes the present state of the centres. */
  async text(db: HubDatabase): Promise<string> {
    const { rows } = await db.query<{ centres: number; late: number; oldest: number }>(
      `SELECT count(*)::int AS centres, count(*) FILTER (WHERE heard_at IS NULL OR heard_at < now() - interval '2 days')::int AS late,
           coalesce(max(extract(epoch FROM now() - heard_at)), 0)::float AS oldest FROM pusat.member WHERE revoked_at IS NULL`,
    )
    const [state] = rows
    const { total, idle, waiting } = db.connections
    const gauges = {
      balai_hub_up_seconds: (performance.now() - this.#since) / 1000,
      balai_hub_centres: state?.centres ?? 0,
      balai_hub_centres_late: state?.late ?? 0,
      balai_hub_longest_silence_seconds: state?.oldest ?? 0,
      'balai_hub_connections{state="busy"}': total - idle,
      'balai_hub_connections{state="idle"}': idle,
      'balai_hub_connections{state="waiting"}': waiting,
    }
    const lines = [
      ...Object.entries(gauges).map(([name, value]) => ({ name, value, type: 'gauge' })),
      ...[...this.#counts].map(([name, value]) => ({ name, value, type: 'counter' })),
    ]
    const named = Map.groupBy(lines, ({ name }) => name.replace(/\{.*/, ''))
    return [...named]
      .flatMap(([name, rows]) => [`# TYPE ${name} ${rows[0]?.type}`, ...rows.map(row => `${row.name} ${row.value}`)])
      .join('\n')
      .concat('\n')
  }
}
