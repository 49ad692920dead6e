import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startOwnPostgres } from '../../../electron/hub/database/own-postgres.ts'
import { startHub } from '../../../electron/hub/start-hub.ts'
import { setUpAnew } from '../../backend/cohort-steps.ts'
import { quickHash } from '../../backend/fixture.ts'
import { aYearOfWork } from '../../backend/hub-steps.ts'
import { openCentre } from '../../hub/trial.ts'

// The npm package has no pg_dump; use the server and tools of the machine if PostgreSQL is installed.
const tools = ['postgres', 'initdb', 'pg_dump', 'pg_restore']
const whole = globSync('/usr/lib/postgresql/*/bin').findLast(bin => tools.every(name => existsSync(join(bin, name))))

test.skipIf(!whole)(
  'a hub on an external PostgreSQL server is dumped and restored, and then continues from there',
  async () => {
    const folder = mkdtempSync(join(process.env.BALAI_DISK_TMPDIR ?? tmpdir(), 'balai-dump-'))
    chmodSync(folder, 0o755)
    const server = await startOwnPostgres(folder, whole)
    const start = () =>
      startHub({
        dataFolder: folder,
        postgres: server.url,
        port: 0,
        host: '127.0.0.1',
        log: () => undefined,
        hashCost: quickHash,
      })
    const tool = (name: string, ...options: string[]) => {
      const done = spawnSync(join(whole ?? '', name), options, { encoding: 'utf8' })
      expect([done.status, done.stderr]).toEqual([0, ''])
    }
    const state = `SELECT count(*)::int AS facts, md5(string_agg(hash, '' ORDER BY seq)) AS seal, (SELECT count(*)::int FROM pusat.enrolment) AS people,
    (SELECT count(*)::int FROM pg_policies WHERE schemaname = 'pusat') AS policies FROM pusat.fact`
    const hub = await start()
    const centre = openCentre()
    try {
      await setUpAnew(centre)
      await aYearOfWork(centre)
      await centre.client.hub.join({ address: hub.url, fingerprint: hub.fingerprint, code: hub.localCode })
      await centre.client.hub.send({})
      const before = (await hub.db.own(client => client.query(state))).rows
      const dump = join(folder, 'pusat.dump')
      tool('pg_dump', '--format=custom', `--file=${dump}`, server.url)
      await centre.client.instructor.save({
        id: null,
        instructor: { name: 'Baru', nip: '', institution: '', phone: '', active: true },
      })
      await centre.client.activity.save({
        id: null,
        activity: {
          budgetYear: 2025,
          number: 7,
          fundingSource: 'APBD',
          title: 'Sesudah cadangan',
          trade: 'TB',
          budgetActivity: '',
          budgetSubActivity: '',
          accountCode: '5.1',
          budget: 5,
          plannedClasses: 1,
          plannedPeople: 16,
        },
      })
      expect((await centre.client.hub.send({})).sent).toBe(1)
      await hub.db.own(client => client.query('DROP SCHEMA pusat CASCADE'))
      tool('pg_restore', '--no-owner', `--dbname=${server.url}`, dump)
      expect((await hub.db.own(client => client.query(state))).rows).toEqual(before)
      // What came after the dump is sent again, because the hub tells the centre what it already has.
      await hub.db.own(client => client.query('SELECT 1'))
      expect(await centre.client.hub.send({})).toMatchObject({ sent: 1, waiting: 0, trouble: null })
    } finally {
      await centre.remove()
      await hub.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
