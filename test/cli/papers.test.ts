import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAlwaysA4, paperKeys, paperTitle } from '../../shared/facts/paper-key.ts'
import { readPdf } from '../papers/read-pdf.ts'
import { balai, filesIn, json, spellOut } from './balai.ts'

type Row = { key: string; title: string; file: string; pages: number; widthMm: number; heightMm: number }

const folder = mkdtempSync(join(tmpdir(), 'balai-papers-'))
const data = join(folder, 'demo', 'data')
const papers = (...args: string[]) => balai('papers', '--data', data, '--cohort', 'TR-2024-03', ...args)
beforeAll(async () => {
  // Half way: nothing is scored, decided or issued yet.
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

  test('is there once, under its title, in a file of its own', () => {
    expect(rows.map(row => row.key).toSorted()).toEqual([...paperKeys].sort())
    expect(Object.keys(filesIn(out)).toSorted()).toEqual(rows.map(row => row.file).toSorted())
    for (const { key, title } of rows) expect(title).toBe(paperTitle(key as (typeof paperKeys)[number]))
  })

  test('has the pages and the sheet that are said of it', async () => {
    for (const { key, file, pages, widthMm, heightMm } of rows) {
      const read = await readPdf(readFileSync(join(out, file)))
      expect(read.pages).toHaveLength(pages)
      expect([read.pages[0]?.width, read.pages[0]?.height]).toEqual([
        expect.closeTo(widthMm, 1),
        expect.closeTo(heightMm, 1),
      ])
      const sides = sheets[isAlwaysA4(key as (typeof paperKeys)[number]) ? 'A4' : size]
      expect([widthMm, heightMm].toSorted((a, b) => a - b)).toEqual([...sides])
    }
  })
})

test('one paper alone, in words for people, leaves the data as it was', async () => {
  const out = join(folder, 'one')
  const before = filesIn(data)
  const ended = await papers('--paper', 'participants', '--out', out)
  expect(ended.exitCode).toBe(0)
  expect(ended.stdout).toContain('Daftar Nominatif Peserta, 1 halaman, 297 × 210 mm')
  expect(Object.keys(filesIn(out))).toEqual(['participants-TR-2024-03.pdf'])
  expect(filesIn(data)['balai.db']).toBe(before['balai.db'])
})

test.each([
  [['--paper', 'receipt'], 2, '--paper receipt tidak dikenal.'],
  [['--size', 'A5'], 2, '--size A5: pilih A4 atau F4.'],
  [['--pages', '1'], 2, 'Pilihan --pages tidak dikenal.'],
])('%j is refused in one line', async (args, exitCode, words) => {
  const ended = await papers('--out', join(folder, 'refused'), ...args)
  expect(ended.exitCode).toBe(exitCode)
  expect(ended.stderr.split('\n')[0]).toContain(words)
  expect(spellOut(ended)).toBe(true)
  expect(ended.stdout).toBe('')
})

test('a class or a folder that is not there is refused, and nothing is made', async () => {
  const out = join(folder, 'none')
  const unknown = await balai('papers', '--data', data, '--cohort', 'TR-2024-99', '--out', out, '--json')
  expect(unknown.exitCode).toBe(1)
  expect(json<{ error: { code: string } }>(unknown).error.code).toBe('not_found')
  const empty = await balai('papers', '--data', join(folder, 'empty'), '--cohort', 'TR-2024-03', '--out', out)
  expect(empty.exitCode).toBe(1)
  expect(spellOut(empty)).toBe(true)
  expect(() => filesIn(out)).toThrow()
  expect((await balai('papers', '--data', data, '--cohort', 'TR-2024-03')).exitCode).toBe(2)
})
