import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addInstructor, addTrainees, decidedCohort, setUp } from '../backend/cohort-steps.ts'
import { openFixture } from '../backend/fixture.ts'
import { balai, json } from './balai.ts'

describe('balai report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-cli-'))
  const data = join(folder, 'data')
  const year = ['--data', data, '--from', '2025-01-01', '--to', '2025-12-31']
  beforeAll(async () => {
    const fixture = openFixture({ folder })
    await setUp(fixture)
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    await decidedCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 3) }, { heldOn: '2025-01-14' })
    await fixture.backend.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('lists the reports, with and without a data folder', async () => {
    for (const more of [[], ['--data', data]]) {
      const ended = await balai('report', '--list', '--json', ...more)
      expect(ended.exitCode).toBe(0)
      const list = json<{ key: string; title: string }[]>(ended)
      expect(list.length).toBeGreaterThanOrEqual(12)
      for (const { key, title } of list) {
        expect(key).toMatch(/^[a-z0-9-]+$/)
        expect(title).toMatch(/^\p{Lu}/u)
      }
    }
  })

  test('writes a report as JSON, CSV, Excel and PDF', async () => {
    const { stdout } = await balai('report', 'rekap-pelatihan', ...year, '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({
      key: 'rekap-pelatihan',
      period: { from: '2025-01-01', to: '2025-12-31', name: 'Tahun 2025' },
      total: { kind: 'total', participants: 3, graduates: 3, passShare: 100 },
    })
    const begin = { pdf: '%PDF-', xlsx: 'PK', csv: 'No,Kejuruan' }
    for (const [format, bytes] of Object.entries(begin)) {
      const file = join(folder, `laporan.${format}`)
      const ended = await balai('report', 'rekap-pelatihan', ...year, '--format', format, '--out', file, '--json')
      expect(json(ended)).toMatchObject({ file, format })
      expect(strFromU8(readFileSync(file)).slice(0, bytes.length)).toBe(bytes)
    }
  })

  test('masks NIK unless the whole NIK is requested', async () => {
    const file = join(folder, 'peserta.csv')
    await balai('report', 'data-peserta', ...year, '--format', 'csv', '--out', file)
    expect(readFileSync(file, 'utf8')).toMatch(/\d{6}\*{6}\d{4}/)
    expect(readFileSync(file, 'utf8')).not.toMatch(/\d{16}/)
    await balai('report', 'data-peserta', ...year, '--format', 'csv', '--nik', 'full', '--out', file)
    expect(readFileSync(file, 'utf8')).toMatch(/\d{16}/)
  })

  test('says what is wrong with the request', async () => {
    for (const [args, words] of [
      [['report'], 'Tulis laporan yang mana'],
      [['report', 'tidak-ada', ...year], 'Laporan tidak-ada tidak dikenal'],
      [['report', 'tracer', '--data', data, '--from', '2025-02-30', '--to', '2025-12-31'], '--from 2025-02-30'],
      [['report', 'tracer', '--data', data, '--from', '2025-12-31', '--to', '2025-01-01'], 'lebih awal'],
      [['report', 'tracer', ...year, '--format', 'docx'], '--format docx'],
    ] as const) {
      const { exitCode, stderr } = await balai(...args)
      expect(exitCode).toBe(2)
      expect(stderr).toContain(words)
    }
  })
})
