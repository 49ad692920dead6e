import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileDigest } from '../../../electron/backend/database/seal/file-digest.ts'
import { sealAll } from '../../../electron/backend/database/seal/row-seals.ts'
import { SealKey } from '../../../electron/backend/database/seal/seal-key.ts'
import { SealedData } from '../../../electron/backend/database/seal/sealed-data.ts'
import { DataKeyStore } from '../../../electron/backend/keys/data-key-store.ts'
import { KeyStore } from '../../../electron/backend/keys/key-store.ts'
import { certificateId } from '../../../shared/ids.ts'
import { addInstructor, addTrainees, decidedCohort, issueAll, samplePerson, setUp } from '../../backend/cohort-steps.ts'
import { type Fixture, openFixture } from '../../backend/fixture.ts'
import { balai, json } from '../../cli/balai.ts'

/** A change that somebody makes to the closed database with an SQLite tool. */
type Tamper = {
  name: string
  harm: (raw: BetterSqlite.Database) => void
  /** Needs the key of the row seals; without it the change is seen at once. */
  needsKey?: true
}

let fixture: Fixture
let database: string
let kept: string
let older: string
let keptAnchor: string
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const traineeIds = await addTrainees(fixture, 2)
  const { client } = fixture
  const [trainee] = traineeIds
  if (trainee) await client.trainee.save({ id: trainee, trainee: { ...samplePerson(0), phone: '6281200000001' } })
  await client.trainee.save({ id: traineeIds[1] ?? null, trainee: { ...samplePerson(1), phone: '6281200000002' } })
  const { rules } = await client.centre.get({})
  await client.centre.updateRules({ ...rules, absenceAlarm: 4 })
  await client.access.save({
    id: null,
    person: { name: 'Dewi Lestari', nip: '', roles: ['desk'], instructorId: null, validUntil: null },
  })
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  const code = await decidedCohort(fixture, { start: '2024-12-02', instructorId, traineeIds }, { heldOn: '2024-12-20' })
  await issueAll(fixture, code, '2024-12-20')
  database = join(fixture.folder, 'balai.db')
  await fixture.backend.close()
  older = `${fixture.folder}-lama.db`
  copyFileSync(database, older)
  keptAnchor = `${fixture.folder}-jangkar.txt`
  copyFileSync(join(fixture.folder, 'jangkar.txt'), keptAnchor)
  await fixture.reopen()
  await fixture.client.book.revoke({
    id: certificateId.parse(1),
    revokedOn: '2024-12-20',
    reason: 'Ijazah ternyata palsu',
  })
  await fixture.backend.close()
  rmSync(join(fixture.folder, 'cadangan'), { recursive: true })
  kept = `${fixture.folder}-utuh.db`
  copyFileSync(database, kept)
}, 240_000)
afterAll(async () => {
  await fixture.remove()
  for (const file of [older, kept, keptAnchor]) rmSync(file, { force: true })
})

/** Runs a change without the triggers of the database and restores them afterwards, so that only the row is wrong. */
function withoutTriggers(raw: BetterSqlite.Database, change: () => void): void {
  const guards = raw
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  for (const { name } of guards) raw.exec(`DROP TRIGGER "${name}"`)
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  change()
  for (const { sql } of guards) raw.exec(sql)
}

const change =
  (...statements: string[]) =>
  (raw: BetterSqlite.Database) =>
    withoutTriggers(raw, () => {
      for (const statement of statements)
        if (raw.prepare(statement).run().changes === 0) throw new Error(`nothing to do: ${statement}`)
    })

type Checked = { checks: { key: string; ok: boolean; detail: string }[] }

type AuditRow = Record<'at' | 'operator' | 'desk' | 'operation' | 'area', string> & {
  act: number | null
  id: number
  entity: string | null
  entity_id: string | null
  before: string | null
  after: string | null
  previous_hash: string
  hash: string
}

const sealed = (facts: unknown[]) => createHash('sha256').update(JSON.stringify(facts)).digest('hex')

/** Computes the hash of an audit row as audit.ts does; an insider can read the sources too. */
const chained = (row: AuditRow) =>
  sealed([
    row.previous_hash,
    row.at,
    row.operator,
    row.desk,
    row.operation,
    row.area,
    row.act,
    row.entity,
    row.entity_id,
    row.before,
    row.after,
  ])

function chainAgain(raw: BetterSqlite.Database): void {
  let previous = ''
  for (const row of raw.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY id').all()) {
    const hash = chained({ ...row, previous_hash: previous })
    raw.prepare('UPDATE audit SET previous_hash = ?, hash = ? WHERE id = ?').run(previous, hash, row.id)
    previous = hash
  }
}

function appendAct(raw: BetterSqlite.Database, act: Partial<AuditRow>): void {
  const last = raw.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY id DESC LIMIT 1').get()
  if (!last) throw new Error('no history')
  const row = { ...last, id: last.id + 1, act: null, before: null, ...act, previous_hash: last.hash }
  raw
    .prepare(
      `INSERT INTO audit (id, at, operator, desk, operation, area, entity, entity_id, before, after, previous_hash, hash)
       VALUES (@id, @at, @operator, @desk, @operation, @area, @entity, @entity_id, @before, @after, @previous_hash, @hash)`,
    )
    .run({ ...row, hash: chained(row) })
}

function inventErasure(raw: BetterSqlite.Database): void {
  withoutTriggers(raw, () => {
    const row = raw.prepare<[], AuditRow>("SELECT * FROM audit WHERE entity = 'cohort' LIMIT 1").get()
    if (!row) throw new Error('no such act')
    const lie = { ...row, after: '{"instructor":"Orang Lain"}' }
    const mark = sealed([
      row.hash,
      row.at,
      row.operator,
      row.desk,
      row.operation,
      row.area,
      row.act,
      row.entity,
      row.entity_id,
      row.before,
      lie.after,
    ])
    raw.prepare('UPDATE audit SET after = ? WHERE id = ?').run(lie.after, row.id)
    raw.prepare('INSERT INTO audit_erasure (audit_id, digest) VALUES (?, ?)').run(row.id, mark)
    appendAct(raw, {
      operation: 'rights.anonymise',
      entity: 'audit_erasure',
      entity_id: '1 peserta',
      after: JSON.stringify({ rows: { [row.id]: mark } }),
    })
  })
}

/** Puts another paper under the same number, both bytes and row. */
function replacePaper(raw: BetterSqlite.Database): void {
  const bytes = Buffer.from('%PDF-1.7 palsu')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  change(`UPDATE certificate SET sha256 = '${sha256}', size = ${bytes.length} WHERE id = 1`)(raw)
  const folder = join(fixture.folder, 'papers', sha256.slice(0, 2))
  if (existsSync(folder)) writeFileSync(join(folder, sha256), bytes)
}

const tampers: readonly Tamper[] = [
  {
    name: 'the last row of the history deleted',
    harm: change('DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)'),
  },
  {
    name: 'what was done since noon deleted, with what it changed',
    needsKey: true,
    harm: change('DELETE FROM audit WHERE id > (SELECT max(id) - 1 FROM audit)', 'DELETE FROM certificate_revocation'),
  },
  {
    name: 'another person put into the history, and the chain sealed again',
    harm: raw =>
      withoutTriggers(raw, () => {
        raw.exec("UPDATE audit SET operator = 'Orang Lain' WHERE id = 3")
        chainAgain(raw)
      }),
  },
  {
    name: 'an act added to the history',
    needsKey: true,
    harm: raw => withoutTriggers(raw, () => appendAct(raw, { operation: 'trainee.save', after: '{}' })),
  },
  { name: 'a row rewritten under an invented erasure', harm: inventErasure },
  {
    name: 'an erasure marked without an act',
    harm: change(`INSERT INTO audit_erasure VALUES (3, '${'0'.repeat(64)}')`),
  },
  { name: 'a mark', harm: change("UPDATE attendance SET mark = 'A' WHERE enrolment_id = 1") },
  { name: 'a score', harm: change('UPDATE score SET theory = 9900 WHERE enrolment_id = 1') },
  { name: 'the result of a unit', harm: change("UPDATE unit_result SET result = 'BK' WHERE enrolment_id = 1") },
  { name: 'a NIK', harm: change("UPDATE trainee SET nik = '3671010101010001' WHERE id = 1") },
  { name: 'the day of birth of somebody', harm: change("UPDATE trainee SET birth_date = '1990-01-01' WHERE id = 2") },
  {
    name: 'a decision of the panel',
    harm: change("UPDATE panel_decision SET decision = 'failed' WHERE enrolment_id = 2"),
  },
  { name: 'a revocation taken away', harm: change('DELETE FROM certificate_revocation') },
  {
    name: 'a revocation invented',
    harm: change(
      "INSERT INTO certificate_revocation VALUES (2, '2024-12-21', 'Karangan', '2024-12-21T08:00:00', 'Orang Lain')",
    ),
  },
  {
    name: 'the name on an issued paper',
    harm: change("UPDATE certificate SET facts = json_set(facts, '$.name', 'Orang Lain') WHERE id = 1"),
  },
  { name: 'the bytes of an issued paper, and their hash', harm: replacePaper },
  { name: 'an issued paper taken out of the book', harm: change('DELETE FROM certificate WHERE id = 2') },
  { name: 'a guard dropped', harm: raw => raw.exec('DROP TRIGGER certificate_frozen') },
  {
    name: 'a guard that guards nothing',
    harm: raw =>
      raw.exec(
        `DROP TRIGGER audit_stays; CREATE TRIGGER audit_stays BEFORE DELETE ON audit WHEN 0 BEGIN SELECT 1; END`,
      ),
  },
  {
    name: 'a foreign trigger',
    harm: raw => raw.exec('CREATE TRIGGER halus AFTER INSERT ON score BEGIN UPDATE score SET theory = 10000; END'),
  },
  {
    name: 'a view that says something else',
    harm: raw => raw.exec('DROP VIEW unlicensed_day; CREATE VIEW unlicensed_day AS SELECT 1 AS day_id WHERE 0'),
  },
  {
    name: 'more rights for an account',
    harm: change("INSERT INTO operator_role SELECT id, 'inspector' FROM operator WHERE name = 'Dewi Lestari'"),
  },
  { name: 'the rules that people are graded by', harm: change('UPDATE rules SET pass_mark = 1') },
  {
    name: 'a row put back with its seal out of an older file',
    harm: raw =>
      withoutTriggers(raw, () => {
        raw.exec(`ATTACH '${older}' AS lama`)
        raw.exec(
          `DELETE FROM certificate_revocation; DELETE FROM row_seal; INSERT INTO row_seal SELECT * FROM lama.row_seal`,
        )
        raw.exec('DETACH lama')
      }),
  },
  {
    name: 'rows sealed again without the key',
    harm: raw => {
      change('UPDATE score SET theory = 9900 WHERE enrolment_id = 1')(raw)
      sealAll(raw, null)
    },
  },
  { name: 'all seals deleted', needsKey: true, harm: raw => raw.exec('DELETE FROM row_seal; DELETE FROM seal_root') },
]

/** Seals all rows again, like somebody who also has the key and the sources. */
async function sealAgain(raw: BetterSqlite.Database): Promise<void> {
  const keys = new DataKeyStore(fixture.folder, new KeyStore(fixture.folder, undefined), () => true)
  const sealing = new SealedData(raw, fixture.folder, () => SealKey.of(keys.key.secret))
  sealing.accept()
  raw.pragma('wal_checkpoint(TRUNCATE)')
  sealing.close(fileDigest(raw.name))
}

test('rows sealed again with the key still contradict the history and the signatures', async () => {
  copyFileSync(kept, database)
  const { checks } = json<Checked>(await balai('check', '--data', fixture.folder, '--json'))
  expect(checks.filter(check => !check.ok)).toEqual([])
  const code = /kode (\w{8})/.exec(checks.find(check => check.key === 'days')?.detail ?? '')?.[1] ?? ''
  expect(code).toMatch(/^[0-9A-F]{8}$/)
  const anchored = readFileSync(join(fixture.folder, 'jangkar.txt'))
  const seen = new Map<string, string[]>()
  for (const { name, harm } of tampers) {
    copyFileSync(kept, database)
    const raw = new BetterSqlite(database)
    harm(raw)
    await sealAgain(raw)
    raw.close()
    const checked = json<Checked>(await balai('check', '--data', fixture.folder, '--code', code, '--json'))
    seen.set(
      name,
      checked.checks.filter(check => !check.ok).map(check => check.key),
    )
  }
  writeFileSync(join(fixture.folder, 'jangkar.txt'), anchored)
  const unseen = [...seen].filter(([, by]) => by.length === 0).map(([name]) => name)
  expect(unseen).toEqual(tampers.filter(tamper => tamper.needsKey).map(({ name }) => name))
}, 240_000)

test('every change is found and named, even without comparing the bytes of the file', async () => {
  copyFileSync(kept, database)
  const healthy = json<Checked>(await balai('check', '--data', fixture.folder, '--json'))
  expect(healthy.checks.filter(check => !check.ok)).toEqual([])
  // A copy of the anchor from before the last act, which somebody keeps at home.
  const byHand = await balai('check', '--data', fixture.folder, '--anchor', keptAnchor, '--json')
  expect(json<Checked>(byHand).checks.find(check => check.key === 'kept_anchor')).toMatchObject({ ok: true })
  copyFileSync(older, database)
  const gone = await balai('check', '--data', fixture.folder, '--anchor', join(fixture.folder, 'jangkar.txt'), '--json')
  expect(json<Checked>(gone).checks.find(check => check.key === 'kept_anchor')).toMatchObject({ ok: false })
  expect(tampers.length).toBeGreaterThanOrEqual(23)
  const unseen: string[] = []
  for (const { name, harm } of tampers) {
    copyFileSync(kept, database)
    const raw = new BetterSqlite(database)
    harm(raw)
    raw.pragma('wal_checkpoint(TRUNCATE)')
    raw.close()
    const { checks } = json<Checked>(await balai('check', '--data', fixture.folder, '--json'))
    // Ignore the check of the file's bytes, because it does not say what was changed.
    const findings = checks.filter(check => !check.ok && !check.detail.startsWith('berkas balai.db berubah'))
    if (findings.length === 0) unseen.push(name)
  }
  expect(unseen).toEqual([])
}, 240_000)
