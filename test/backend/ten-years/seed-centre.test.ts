import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPoor, perClass, personOf, placesOfClasses, todayOf } from '../../../build/bench/ten-years/class-places.ts'
import { closeWithoutSnapshot, openNewCentre, seedCentre } from '../../../build/bench/ten-years/seed-centre.ts'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { type Backend, createBackend } from '../../../electron/backend/create-backend.ts'
import { brokenAuditRow } from '../../../electron/backend/database/audit.ts'
import { databaseFileName } from '../../../electron/backend/database/identity.ts'
import { examine } from '../../../electron/cli/check.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'

/** The second class comes from a registration, the fourth does not; both have another room, trade and instructor than the first. */
const size = { people: 1200, classes: 4 }

let root: string
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'balai-ten-years-'))
  await seedCentre(join(root, 'seeded'), size)
  const { backend, places, play } = await openNewCentre(join(root, 'played'), size)
  for (const place of places) await play(place)
  await closeWithoutSnapshot(backend)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the seeded centre', () => {
  it('holds the same rows as a centre whose classes all went through the contract', () => {
    const [seeded, played] = [rowsOf('seeded'), rowsOf('played')]
    expect(Object.keys(seeded)).toEqual(Object.keys(played))
    expect(Object.keys(seeded).length).toBeGreaterThan(40)
    const differences = Object.entries(played).flatMap(([table, rows]) => [
      ...rows.filter(row => !seeded[table]?.includes(row)).map(row => `${table} lacks ${row}`),
      ...(seeded[table] ?? []).filter(row => !rows.includes(row)).map(row => `${table} has ${row}`),
    ])
    expect(differences.slice(0, 10)).toEqual([])
  })

  it('answers queries in the same way', async () => {
    const [seeded, played] = [openAt('seeded'), openAt('played')]
    const answersOf = async ({ client }: Backend) => ({
      overview: await client.home.overview({}),
      cohorts: await client.cohort.list({}),
      registrations: await client.registration.list({}),
      results: await client.alumni.results({ year: null, fundingSource: null }),
      followUps: await client.alumni.followUps({ view: 'answered', trade: null, month: null }),
      aids: await client.aid.list({ year: 2016 }),
      teaching: await client.teaching.report({ from: '2016-01-01', until: '2016-12-31', code: null }),
      people: await client.trainee.list({ search: '', limit: 100, offset: 0 }),
    })
    try {
      expect(await answersOf(seeded)).toEqual(await answersOf(played))
    } finally {
      await closeWithoutSnapshot(seeded)
      await closeWithoutSnapshot(played)
    }
  })

  it('breaks no rule of the schema', () => {
    const raw = new BetterSqlite(join(root, 'seeded', databaseFileName))
    const count = (sql: string) => raw.prepare(sql).pluck().get()
    expect(raw.pragma('foreign_key_check')).toEqual([])
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(count('SELECT count(*) FROM double_booking')).toBe(0)
    expect(count('SELECT count(*) FROM unlicensed_teaching')).toBe(0)
    expect(count('SELECT count(*) FROM (SELECT * FROM trainee_standing EXCEPT SELECT * FROM trainee_listing)')).toBe(0)
    expect(count('SELECT count(*) FROM (SELECT * FROM trainee_listing EXCEPT SELECT * FROM trainee_standing)')).toBe(0)
    expect(count('SELECT count(*) FROM attendance')).toBe(size.classes * perClass * 15)
    raw.close()
  })

  it('is sealed as if the program had written every row', async () => {
    const checks = await examine(join(root, 'seeded'), todayOf(size.classes))
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
  })

  it('has a valid chain of history, and all triggers', async () => {
    const backend = openAt('seeded')
    expect(brokenAuditRow(backend.workspace.read)).toBeNull()
    await closeWithoutSnapshot(backend)
    const triggers = (folder: string) => {
      const raw = new BetterSqlite(join(root, folder, databaseFileName))
      const rows = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all()
      raw.close()
      return rows
    }
    expect(triggers('seeded')).toEqual(triggers('played'))
  })
})

it('puts nobody into two classes at once, and some people into a second class years later', () => {
  const places = placesOfClasses(2001)
  const seats = new Map<number, number[]>()
  for (const { index } of places)
    for (let seat = 0; seat < perClass; seat += 1) {
      const person = personOf(200_000, index, seat)
      seats.set(person, [...(seats.get(person) ?? []), index])
      expect(isPoor(person)).toBe(seat % 2 === 0)
    }
  const again = [...seats.values()].filter(classes => classes.length > 1)
  expect(again.length).toBeGreaterThan(1000)
  expect(Math.min(...again.map(([first = 0, second = 0]) => second - first))).toBeGreaterThan(1000)
})

function openAt(folder: string): Backend {
  return createBackend({
    dataFolder: join(root, folder),
    host: silentHost,
    alone: true,
    clock: fixedClock(todayOf(size.classes)),
  })
}

/** Columns that may differ: hashes, keys and random values, or hashes of bytes that are left out. */
const differing = new Set([
  'hash',
  'previous_hash',
  'sha256',
  'size',
  'public_key',
  'block',
  'centre_id',
  'term',
  'pgno',
  'qrText',
  'qr_text',
])
const skipped = /^(signing_key|row_seal|seal_root|sqlite_|audit$|history_day$|trainee_search|certificate_search)/

function plain({ facts, ...row }: Record<string, unknown>): unknown {
  const kept = (one: object) => Object.fromEntries(Object.entries(one).filter(([key]) => !differing.has(key)))
  return typeof facts === 'string' ? { ...kept(row), facts: kept(JSON.parse(facts)) } : kept(row)
}

/** The rows of each table, sorted, so that the order of writing does not matter. */
function rowsOf(folder: string): Record<string, string[]> {
  const raw = new BetterSqlite(join(root, folder, databaseFileName), { readonly: true })
  const names = raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  const tables = names
    .filter(name => !skipped.test(name))
    .map(name => {
      const rows = raw.prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`).all()
      return [name, rows.map(row => JSON.stringify(plain(row))).sort()] as const
    })
  raw.close()
  return Object.fromEntries(tables.filter(([, rows]) => rows.length > 0))
}
