import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { crashNotes, writeCrashReport } from '../../electron/shell/crash-report.ts'

let profile: string
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'balai-crash-'))
})
afterEach(() => rmSync(profile, { recursive: true, force: true }))

/** The report about an error, without the lines about program and PC. */
function written(error: unknown): string[] {
  writeCrashReport(profile, '1.0.0', error)
  return crashNotes({ profile, version: '1.0.0' }).last()?.text.split('\n').slice(3) ?? []
}

test('contains no personal data: no quoted text, no numbers, no folders', () => {
  const error = Object.assign(
    new TypeError('Unexpected token B, "Budi Santoso" 3275 0112 0190 0001 in C:\\Users\\Budi\\balai.db'),
    { code: 'ERR_X' },
  )
  error.stack = `TypeError: Budi Santoso
    at readPeople (C:\\Users\\Budi Santoso\\AppData\\Local\\Programs\\Balai\\resources\\app.asar\\out\\main\\main.js:10:20)
    at /home/budi/a.js:3:1`
  expect(written(error)).toEqual([
    'TypeError [ERR_X]: Unexpected token B, … …in …',
    '  di readPeople (main.js:10:20)',
    '  di - (a.js:3:1)',
  ])
  expect(written({ nik: '3275011201900001' })).toEqual(['Bukan Error: object'])
})

test('stays until somebody has read it', () => {
  const notes = crashNotes({ profile, version: '1.0.0' })
  expect(notes.last()).toBeNull()
  expect(writeCrashReport(profile, '1.0.0', new Error('disk I/O error'))).toBe(true)
  expect(notes.last()?.text).toContain('disk I/O error')
  notes.forget()
  expect(notes.last()).toBeNull()
})

test('a crash dump of a process is reported once', () => {
  const dumps = join(profile, 'Crashpad')
  const notes = crashNotes({ profile, version: '1.0.0', dumps })
  expect(notes.last()).toBeNull()
  mkdirSync(join(dumps, 'reports'), { recursive: true })
  writeFileSync(join(dumps, 'reports/a.dmp'), '')
  expect(notes.last()?.text).toContain('Chromium')
  notes.forget()
  expect(notes.last()).toBeNull()
  const later = new Date(Date.now() + 60_000)
  utimesSync(join(dumps, 'reports/a.dmp'), later, later)
  expect(notes.last()?.at).toBe(later.toISOString())
})

test('a damaged report is ignored, and a failed write does no harm', () => {
  writeFileSync(join(profile, 'laporan-galat.json'), '{"at":')
  expect(crashNotes({ profile, version: '1.0.0' }).last()).toBeNull()
  expect(writeCrashReport(join(profile, '\0'), '1.0.0', new Error('x'))).toBe(false)
})
