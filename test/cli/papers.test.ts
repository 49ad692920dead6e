import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAlwaysA4, paperKeys, paperTitle } from '../../shared/facts/paper-key.ts'
import { readPageSizes } from '../papers/read-pdf.ts'
import { balai, filesIn, json } from './balai.ts'

type Row = { key: string; title: string; file: string; pages: number; widthMm: number; heightMm: number }

const folder = mkdtempSync(join(tmpdir(), 'balai-papers-'))
const data = join(folder, 'demo', 'data')
const papers = (...args: string[]) => balai('papers', '--data', data, '--cohort', 'TR-2024-03', ...args)
beforeAll(async () => {
  // Half way through the class: nothing is scored, decided or issued yet.
  expect((await balai('demo', '--out', join(folder, 'demo'), '--until', '2024-12-20')).exitCode).toBe(0)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sheets = { A4: [210, 297], F4: [215, 330] } as const

describe.each(['A4', 'F4'] as const)('every paper on %s', size => {
  let rows: Row[]
  const out = join(folder, size)
  beforeAll(async () => {
    const ended = await papers('--size', size, '--out', out, '--json')
    expect(ended.exitCode).toBe(0)
    expect(ended.stderr).toBe('')
    rows = json<Row[]>(ended)
  }, 60_000)

  test('is there once, under its title, in its own file', () => {
    expect(rows.map(row => row.key).toSorted()).toEqual([...paperKeys].sort())
    expect(Object.keys(filesIn(out)).toSorted()).toEqual(rows.map(row => row.file).toSorted())
    for (const { key, title } of rows) expect(title).toBe(paperTitle(key as (typeof paperKeys)[number]))
  })

  test('has the reported pages and size', async () => {
    for (const { key, file, pages, widthMm, heightMm } of rows) {
      const read = await readPageSizes(readFileSync(join(out, file)))
      expect(read).toHaveLength(pages)
      expect([read[0]?.width, read[0]?.height]).toEqual([expect.closeTo(widthMm, 1), expect.closeTo(heightMm, 1)])
      const sides = sheets[isAlwaysA4(key as (typeof paperKeys)[number]) ? 'A4' : size]
      expect([widthMm, heightMm].toSorted((a, b) => a - b)).toEqual([...sides])
    }
  })
})

test('a single paper, with messages for people, is recorded as handed out and changes nothing else', async () => {
  const out = join(folder, 'one')
  const before = rowsIn(data)
  const ended = await papers('--paper', 'participants', '--out', out)
  expect(ended.exitCode).toBe(0)
  expect(ended.stdout).toContain('Daftar Nominatif Peserta, 1 halaman, 297 × 210 mm')
  expect(Object.keys(filesIn(out))).toEqual(['participants-TR-2024-03.pdf'])
  const after = rowsIn(data)
  expect(after.rest).toEqual(before.rest)
  expect(after.history.slice(before.history.length)).toEqual([{ operator: 'Baris perintah', people: 16 }])
})

/** The history with the number of people shown by each act, and the number of rows in every other table. */
function rowsIn(folder: string) {
  const raw = new BetterSqlite(join(folder, 'balai.db'), { readonly: true })
  const names = raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  // Full-text indexes can only be read through their own tables.
  const kept = names.filter(name => !/^(audit|seen_person|row_seal|seal)|_search$/.test(name))
  const rest = Object.fromEntries(
    kept.map(name => [name, JSON.stringify(raw.prepare(`SELECT * FROM "${name}"`).raw().all())]),
  )
  const history = raw
    .prepare(
      'SELECT operator, (SELECT count(*) FROM seen_person WHERE audit_id = audit.id) AS people FROM audit ORDER BY id',
    )
    .all()
  raw.close()
  return { rest, history }
}
