import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { balai, type Ended } from './balai.ts'

// The command line on the data folder of the demo, stopped on day 5 of fifteen.

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-replan-'))
  expect((await balai('demo', '--out', folder, '--until', '2024-12-20')).exitCode).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A new copy of the data, so that no test sees the changes of another one. */
function copy(): string {
  const data = mkdtempSync(join(folder, 'copy-'))
  cpSync(join(folder, 'data'), data, { recursive: true })
  return data
}

type Json = {
  affected: {
    cohort: string
    oldEnd: string
    newEnd: string
    moved: { n: number; from: string; to: string }[]
    problems: { code: string; message: string }[]
  }[]
  applied: boolean
  error?: { code: string; message: string }
}

async function replan(data: string, ...args: string[]): Promise<Json & Pick<Ended, 'exitCode'>> {
  const { stdout, exitCode } = await balai('replan', '--data', data, '--today', '2024-12-20', '--json', ...args)
  return { ...(JSON.parse(stdout) as Json), exitCode }
}

const moved = {
  cohort: 'TR-2024-03',
  oldEnd: '2025-01-08',
  newEnd: '2025-01-09',
  moved: [
    { n: 10, from: '2024-12-31', to: '2025-01-02' },
    { n: 11, from: '2025-01-02', to: '2025-01-03' },
    { n: 12, from: '2025-01-03', to: '2025-01-06' },
    { n: 13, from: '2025-01-06', to: '2025-01-07' },
    { n: 14, from: '2025-01-07', to: '2025-01-08' },
    { n: 15, from: '2025-01-08', to: '2025-01-09' },
  ],
  problems: [],
}

test('shows what would move, and changes nothing without --apply', async () => {
  const data = copy()
  const once = await replan(data, '--close', '2024-12-31')
  expect(once).toEqual({ affected: [moved], applied: false, exitCode: 0 })
  expect(await replan(data, '--close', '2024-12-31')).toEqual(once)
  expect(await replan(data, '--close', '2024-12-31', '--apply')).toEqual({ ...once, applied: true })
  expect((await replan(data, '--close', '2024-12-31')).affected).toEqual([])
})

test('a dry run leaves the database unchanged byte for byte', async () => {
  const data = copy()
  const bytes = () => readFileSync(join(data, 'balai.db'))
  // The first opening may migrate; after that a dry run must not write.
  await replan(data, '--close', '2024-12-31')
  const before = bytes()
  await replan(data, '--close', '2024-12-31')
  expect(bytes().equals(before)).toBe(true)
})

test('a held day, or one on which nobody meets, moves no class', async () => {
  const data = copy()
  for (const date of ['2024-12-18', '2024-12-21', '2024-12-25', '2025-02-03']) {
    expect(await replan(data, '--close', date, '--apply')).toEqual({ affected: [], applied: true, exitCode: 0 })
  }
})

test('a credential that would end too early blocks everything, with its dates', async () => {
  const data = copy()
  expect((await replan(data, '--close', '2024-12-31', '--apply')).applied).toBe(true)
  // Day 15 is now 10 January 2025, the last day of the credential.
  expect((await replan(data, '--close', '2025-01-03', '--apply')).affected[0]).toMatchObject({
    newEnd: '2025-01-10',
    problems: [],
  })
  const answer = await replan(data, '--close', '2025-01-06', '--apply')
  expect(answer).toMatchObject({
    exitCode: 1,
    applied: false,
    affected: [{ newEnd: '2025-01-13', problems: [{ code: 'instructor_not_permitted' }] }],
    error: { code: 'shift_blocked' },
  })
  expect(answer.affected[0]?.problems[0]?.message).toBe(
    'Sertifikat Rina Marliana, S.Pd. berakhir 10\u00a0Jan, tidak sah pada hari ke-15',
  )
  expect((await replan(data, '--close', '2025-01-06')).affected[0]?.oldEnd).toBe('2025-01-10')
})

test('prints text without --json, and refuses like the other commands', async () => {
  const { stdout } = await balai('replan', '--data', copy(), '--today', '2024-12-20', '--close', '2024-12-31')
  expect(stdout.replaceAll('\u00a0', ' ')).toContain('hari ke-15  Rab 8 Jan 2025 → Kam 9 Jan 2025')
  expect(stdout).toContain('Belum ada yang diubah. Tambahkan --apply untuk menerapkan.')
  expect((await balai('replan', '--data', folder, '--close', '2024-02-30')).exitCode).toBe(2)
  expect((await balai('replan', '--data', folder)).exitCode).toBe(2)
  for (const wrong of [
    ['--close', '2024-12-31', '--close', '2025-01-02'],
    ['--close', '2024-12-31', '--oops'],
    ['--close', '2024-12-31', 'lagi'],
    ['--close', '2024-12-31', '--apply=false'],
    ['--close', '2024-12-31', '--today', '31/12/2024'],
    ['--close', '31-12-2024'],
    ['--close'],
  ]) {
    const { exitCode, stdout: json } = await balai('replan', '--data', folder, '--json', ...wrong)
    expect([wrong.join(' '), exitCode]).toEqual([wrong.join(' '), 2])
    expect(JSON.parse(json)).toMatchObject({ error: { code: 'usage' } })
  }
  const missing = await balai('replan', '--data', join(folder, 'nothing'), '--close', '2024-12-31', '--json')
  expect(missing.exitCode).toBe(1)
  expect(JSON.parse(missing.stdout)).toMatchObject({ error: { code: 'database_missing' } })
})
