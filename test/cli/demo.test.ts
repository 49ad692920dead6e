import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listPaperKeys } from '../../shared/facts/paper-key.ts'
import { openFixture } from '../backend/fixture.ts'
import { readPdf } from '../papers/read-pdf.ts'
import { balai, balaiProcess, type Ended, filesIn, json, spellOut } from './balai.ts'

type Demo = {
  cohort: { code: string; start: string; end: string; days: string[]; totalHours: number }
  trainees: number
  passed: number
  failed: number
  withdrawn: number
  certificates: { number: string; name: string; file: string }[]
  papers: string[]
}

let root: string
let folder: string
let ended: Ended
let demo: Demo
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'balai-demo-'))
  folder = join(root, 'pertama')
  mkdirSync(folder)
  writeFileSync(join(folder, 'milik saya.txt'), 'jangan diubah')
  const other = join(root, 'kedua')
  // One runs in this process, which has drawn other papers: the bytes must not depend on that.
  const [first, second] = await Promise.all([
    balaiProcess('demo', '--out', folder, '--json'),
    balai('demo', '--out', other),
  ])
  ended = first
  demo = json<Demo>(first)
  if (second.exitCode !== 0) throw new Error(second.stderr)
}, 180_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('prints its results in the documented form', () => {
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
  expect(Object.keys(demo)).toEqual(['cohort', 'trainees', 'passed', 'failed', 'withdrawn', 'certificates', 'papers'])
  expect(demo).toMatchObject({ trainees: 16, passed: 13, failed: 2, withdrawn: 1 })
  expect(demo.cohort).toMatchObject({ code: 'TR-2024-03', start: '2024-12-16', end: '2025-01-08', totalHours: 120 })
  expect(demo.cohort.days).toHaveLength(15)
  expect(demo.certificates.map(row => row.number)).toEqual(
    Array.from({ length: 13 }, (_, index) => `500.15/${String(index + 1).padStart(4, '0')}/BLK/I/2025`),
  )
})

test('writes every paper it lists and nothing else, with / in paths relative to the folder', () => {
  const written = Object.keys(filesIn(join(folder, 'papers'))).map(path => `papers/${path}`)
  expect(demo.papers.toSorted()).toEqual(written.toSorted())
  const keys = ['attendance-day', 'attendance-15', 'attendance-recap', 'schedule', 'participants', 'final-scores']
  for (const key of [...keys, 'graduation-minutes', 'certificate', 'statement']) {
    expect(demo.papers).toContain(`papers/${key}-TR-2024-03.pdf`)
  }
  expect(demo.certificates.every(row => demo.papers.includes(row.file) && row.file.startsWith('papers/'))).toBe(true)
  expect(new Set(demo.certificates.map(row => row.file)).size).toBe(13)
  expect(demo.papers.every(path => readFileSync(join(folder, path)).toString('latin1', 0, 5) === '%PDF-')).toBe(true)
})

test('each file is the paper of the person in its name', async () => {
  const [first] = demo.certificates
  if (!first) throw new Error('no certificates')
  const { pages } = await readPdf(new Uint8Array(readFileSync(join(folder, first.file))))
  expect(pages).toHaveLength(2)
  expect(pages[0]?.text).toContain(first.name.toUpperCase())
  expect(pages[0]?.text).toContain(first.number)
  const whole = await readPdf(new Uint8Array(readFileSync(join(folder, 'papers/certificate-TR-2024-03.pdf'))))
  expect(whole.pages).toHaveLength(26)
})

test('the receipt of transport money pays days of presence, also to people who withdrew', async () => {
  const bytes = readFileSync(join(folder, 'papers/receipt-transport-TR-2024-03.pdf'))
  const text = (await readPdf(new Uint8Array(bytes))).pages.map(page => page.text.replace(/\s+/g, ' ')).join(' ')
  // One receipt for each budget year, because the class runs over New Year.
  const [before, after] = text.split('Masa : 2 Januari 2025')
  for (const [name, days, money, later, laterMoney] of [
    ['SITI RAHAYU', 10, '500\\.000', 5, '250\\.000'],
    ['DEWI LESTARI', 7, '350\\.000', 5, '250\\.000'],
    ['ANI SURYANI', 6, '300\\.000', 5, '250\\.000'],
    ['LINA MARLINA', 9, '450\\.000', 5, '250\\.000'],
    ['YUNI KARTIKA', 4, '200\\.000', 0, '0'],
  ]) {
    expect(before).toMatch(new RegExp(`${name} \\S+ [A-Za-z ]+ ${days} 50\\.000 ${money} `))
    expect(after).toMatch(new RegExp(`${name} \\S+ [A-Za-z ]+ ${later} 50\\.000 ${laterMoney} `))
  }
  expect(text).not.toContain('Sementara')
  expect(text).toContain('DIMAS PRASETYO, S.Ak.')
})

test('leaves other files in the folder alone', () => {
  expect(readFileSync(join(folder, 'milik saya.txt'), 'utf8')).toBe('jangan diubah')
})

test('two folders get the same bytes', () => {
  expect(filesIn(join(root, 'kedua', 'papers'))).toEqual(filesIn(join(folder, 'papers')))
})

test('a second run into the same folder is refused and changes nothing', async () => {
  const before = filesIn(folder)
  const again = await balai('demo', '--out', folder, '--json')
  expect(again.exitCode).toBe(1)
  expect(spellOut(again)).toBe(true)
  expect(json<{ error: { code: string } }>(again).error.code).toBe('data_exists')
  expect(filesIn(folder)).toEqual(before)
})

test('its centre is an ordinary one that passes every check', async () => {
  const checked = await balai('check', '--data', join(folder, 'data'), '--json')
  expect(checked.exitCode).toBe(0)
  const { ok, checks } = json<{ ok: boolean; checks: { key: string; ok: boolean; detail: string }[] }>(checked)
  expect(ok).toBe(true)
  const keys = checks.map(check => check.key)
  for (const key of ['integrity', 'foreign_keys', 'schema_version', 'audit', 'snapshots']) expect(keys).toContain(key)
  expect(checks.every(check => check.ok && check.detail !== '')).toBe(true)
  // No watermark, because this is not a practice centre.
  const { pages } = await readPdf(new Uint8Array(readFileSync(join(folder, 'papers/participants-TR-2024-03.pdf'))))
  expect(pages.flatMap(page => page.items).filter(item => item.text === 'LATIHAN')).toEqual([])
})

describe('--until', () => {
  let stopped: Demo
  let where: string
  beforeAll(async () => {
    where = join(root, 'tengah')
    stopped = json<Demo>(await balai('demo', '--out', where, '--until', '2024-12-20', '--json'))
  })

  test('stops at the end of that day: no scores, no decision, no certificates', () => {
    expect(stopped).toMatchObject({ trainees: 16, passed: 0, failed: 0, withdrawn: 0, certificates: [] })
    expect(stopped.cohort).toEqual(demo.cohort)
  })

  test('writes the papers so far, with empty forms for undecided parts', () => {
    expect(stopped.papers).toEqual(
      [
        'assignment-committee',
        'assignment-instructors',
        'attendance-15',
        'attendance-day',
        'attendance-recap',
        'attendance-session',
        'attendance-week',
        'biodata',
        'closing-invitation',
        'closing-minutes',
        'consent',
        'cover-note',
        'instructor-attendance',
        'final-scores',
        'graduation-minutes',
        'opening-invitation',
        'decree-instructors',
        'decree-participants',
        'decree-training',
        'opening-minutes',
        'panel-attendance',
        'panel-invitation',
        'participants',
        'pledge',
        'replacement-minutes',
        'report-cover',
        'report-text',
        'schedule',
        'schedule-week',
        'selection-minutes',
        'teaching-hours',
        ...listPaperKeys,
      ]
        .toSorted()
        .map(key => `papers/${key}-TR-2024-03.pdf`),
    )
    expect(stopped.papers.every(path => existsSync(join(where, path)))).toBe(true)
  })

  test('leaves a running class: five days held, ten to come', async () => {
    const copy = join(root, 'salinan')
    cpSync(join(where, 'data'), join(copy, 'data'), { recursive: true })
    const fixture = openFixture({ folder: copy, today: '2024-12-20' })
    const { days, status } = await fixture.client.cohort.get({ code: 'TR-2024-03' })
    expect(status).toBe('running')
    expect(days.map(day => day.closed !== null)).toEqual(days.map(day => day.n <= 5))
    expect(days.some(day => day.held && day.n > 5)).toBe(false)
    await fixture.backend.close()
  })
})

test('--today sets its clock, and the class stops there', async () => {
  const where = join(root, 'hari-itu')
  const ended = await balai('demo', '--out', where, '--today', '2024-12-24')
  expect(ended.exitCode).toBe(0)
  expect(ended.stdout).toMatch(/TR-2024-03: .*16 peserta/)
  const { pages } = await readPdf(new Uint8Array(readFileSync(join(where, 'papers/schedule-TR-2024-03.pdf'))))
  expect(pages[0]?.text).toMatch(/Dicetak 24\sDesember\s2024/u)
})

test.each([
  [[], 2, 'usage'],
  [['--out', ''], 2, 'usage'],
  [['--out', 'x', '--until', 'besok'], 2, 'usage'],
  [['--out', 'x', 'lagi'], 2, 'usage'],
])('%j is refused', async (args, exitCode, code) => {
  const ended = await balai('demo', ...args, '--json')
  expect(ended.exitCode).toBe(exitCode)
  expect(json<{ error: { code: string } }>(ended).error.code).toBe(code)
  expect(spellOut(ended)).toBe(true)
})

test('a folder that cannot be created is named', async () => {
  const file = join(root, 'sebuah-berkas')
  writeFileSync(file, '')
  const ended = await balai('demo', '--out', join(file, 'demo'), '--json')
  expect(ended.exitCode).toBe(1)
  expect(json<{ error: { code: string } }>(ended).error.code).toBe('folder_unwritable')
  expect(spellOut(ended)).toBe(true)
})
