import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { digestOf } from '../../../electron/backend/features/hub/outbox-store.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { hubLine } from '../../../electron/host/hub-line.ts'
import { startHub } from '../../../electron/hub/start-hub.ts'
import { sealedText } from '../../../shared/features/hub/chain.ts'
import { setUpAnew } from '../../backend/cohort-steps.ts'
import { openFixture } from '../../backend/fixture.ts'
import { chanceOf } from '../../scans/chance.ts'

const root = join(import.meta.dirname, '../../..')
/** HUB_KILLS=200 for a long run, which takes a quarter of an hour. */
const kills = Number(process.env.HUB_KILLS ?? 60)
const port = 20_000 + (process.pid % 20_000)

function node(script: string, ...parameters: string[]): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...parameters], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

/** Waits for the first line of output; from then on the process works and may be killed. */
async function atWork(child: ChildProcess): Promise<void> {
  if (child.stdout && !child.stdout.readableDidRead) await once(child.stdout, 'data')
  child.stdout?.resume()
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

test(`sender and receiver are killed at ${kills} random moments: nothing lost, doubled or out of order`, async () => {
  const folder = mkdtempSync(join(process.env.BALAI_DISK_TMPDIR ?? tmpdir(), 'balai-kills-'))
  chmodSync(folder, 0o755)
  const hubFolder = join(folder, 'pusat')
  const start = () => startHub({ dataFolder: hubFolder, port, host: '127.0.0.1', log: () => undefined })
  const offices = [openFixture({ host: { ...silentHost, hubLine } }), openFixture({ host: { ...silentHost, hubLine } })]
  const first = await start()
  for (const office of offices) {
    await setUpAnew(office)
    await office.client.hub.join({ address: first.url, fingerprint: first.fingerprint, code: first.localCode })
    await office.backend.close()
  }
  // Only the process is closed and its PostgreSQL keeps running, as after a SIGKILL; the next process takes it over.
  await first.close()
  const chance = chanceOf(2024)
  let receiver = node('electron/cli/main.ts', 'hub', '--data', hubFolder, '--port', String(port), '--host', '127.0.0.1')
  const senders = offices.map((office, index) =>
    node('test/heavy/hub/centre-process.ts', office.folder, String(index + 1)),
  )
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const what = chance()
      await atWork(receiver)
      const working = senders[what < 0.7 ? 0 : 1]
      if (working) await atWork(working)
      // Let some work be done before the next kill.
      await wait(chance() * 1200)
      if (what < 0.4) {
        await ended(receiver)
        receiver = node(
          'electron/cli/main.ts',
          'hub',
          '--data',
          hubFolder,
          '--port',
          String(port),
          '--host',
          '127.0.0.1',
        )
      } else {
        const index = what < 0.7 ? 0 : 1
        const sender = senders[index]
        const office = offices[index]
        if (!sender || !office) throw new Error('no sender')
        await ended(sender)
        senders[index] = node('test/heavy/hub/centre-process.ts', office.folder, `${kill + 10}`)
      }
    }
  } finally {
    await Promise.all([...senders, receiver].map(ended))
  }

  const hub = await start()
  try {
    for (const office of offices) {
      const backend = createBackend({ dataFolder: office.folder, host: { ...silentHost, hubLine }, alone: true })
      expect(await backend.client.hub.send({})).toMatchObject({ waiting: 0, trouble: null })
      await backend.close()
      const raw = new BetterSqlite(join(office.folder, 'balai.db'), { readonly: true })
      const link = raw.prepare('SELECT centre_id AS id, epoch FROM hub_link').get() as { id: string; epoch: number }
      const sent = raw
        .prepare('SELECT seq, topic, key, v, at, body, digest, hash FROM outbox ORDER BY seq')
        .all() as Record<'seq' | 'topic' | 'key' | 'v' | 'at' | 'body' | 'digest' | 'hash', never>[]
      expect(link.epoch).toBe(1)
      expect(sent.length).toBeGreaterThan(20)
      const client = new pg.Client({ connectionString: hub.db.connectionString })
      await client.connect()
      const { rows } = await client.query(
        'SELECT seq, topic, key, v, at, digest, hash FROM pusat.fact WHERE centre_id = $1 ORDER BY seq',
        [link.id],
      )
      expect(rows).toEqual(sent.map(({ body: _, ...fact }) => fact))
      let previous = ''
      for (const fact of sent) {
        expect(fact.hash).toBe(digestOf(sealedText(previous, fact)))
        previous = fact.hash
      }
      const here = raw.prepare('SELECT id AS activity, number, title, budget FROM activity ORDER BY id').all()
      const there = await client.query(
        'SELECT activity, number, title, budget FROM pusat.activity WHERE centre_id = $1 ORDER BY activity',
        [link.id],
      )
      expect(there.rows).toEqual(here)
      await client.end()
      raw.close()
    }
  } finally {
    await hub.close()
    for (const office of offices) await office.remove().catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  }
})
